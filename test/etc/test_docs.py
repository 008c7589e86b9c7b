"""Links, anchors and flags of every document; README.md is short, and README.ko.md says the same."""

import re
import unittest
from pathlib import Path

from test_adrs import ROOT, documents

FLAGS = re.findall(r'^    [A-Z_]+\("(\w+)"', (ROOT / "lib-constructs/release/src/main/java/io/teal/release/ReleaseFlag.java").read_text(), re.M)
GIVEN = re.compile(r"-c (?:[\w/-]+\.)?(\w+)=")
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.M | re.S)
# `-c name=value` heads the table of flags.
OTHERS = {"name"}


def anchors(page):
    """As GitHub makes them from headings."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", page.read_text()), re.M)
    text = [re.sub(r"[`*]|\]\([^)]*\)|\[", "", heading).lower() for heading in headings]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in text}


class DocumentsTest(unittest.TestCase):
    def test_every_anchor_is_a_heading(self):
        for page in documents():
            for link in LINK.findall(page.read_text()):
                path, _, anchor = link.partition("#")
                if anchor and "://" not in link:
                    with self.subTest(page=str(page.relative_to(ROOT)), link=link):
                        self.assertIn(anchor, anchors(page.parent / path if path else page))

    def test_every_flag_is_one(self):
        self.assertGreater(len(FLAGS), 5)
        for page in documents():
            if "docs/adr" not in str(page) and page.name not in ("CHANGELOG.md", "refusals.md"):
                for flag in GIVEN.findall(page.read_text()):
                    with self.subTest(page=str(page.relative_to(ROOT)), flag=flag):
                        self.assertIn(flag, {*FLAGS, *OTHERS})

    def test_every_page_is_in_the_table_of_contents(self):
        contents = (ROOT / "docs/README.md").read_text()
        for page in (ROOT / "docs").glob("*.md"):
            with self.subTest(page.name):
                self.assertTrue(page.name == "README.md" or f"({page.name})" in contents)


class ReadmeTest(unittest.TestCase):
    english, korean = ((ROOT / name).read_text() for name in ("README.md", "README.ko.md"))

    def test_it_is_read_in_two_minutes(self):
        self.assertLessEqual(len(self.english.split()), 900)

    def test_the_korean_one_has_the_same_links_but_to_the_other_language(self):
        self.assertEqual(
            [link for link in LINK.findall(self.english) if link != "README.ko.md"],
            [link for link in LINK.findall(self.korean) if link != "README.md"],
        )

    def test_the_korean_one_has_the_same_commands_and_code(self):
        def blocks(text):
            return [re.sub(r"^(\$ .*?) +#.*$", r"\1", block, flags=re.M) for block in FENCE.findall(text)]

        self.assertEqual(blocks(self.english), blocks(self.korean))

    def test_the_korean_one_has_the_same_tables_and_names(self):
        def shape(text):
            return [re.findall(r"`[^`]+`", row) for row in re.findall(r"^\|.*$", FENCE.sub("", text), re.M)]

        self.assertEqual(shape(self.english), shape(self.korean))
        self.assertEqual(re.findall(r"^#+", self.english, re.M), re.findall(r"^#+", self.korean, re.M))
        names = [set(re.findall(r"`[^`]+`", FENCE.sub("", text))) for text in (self.english, self.korean)]
        self.assertEqual(*names)


if __name__ == "__main__":
    unittest.main()
