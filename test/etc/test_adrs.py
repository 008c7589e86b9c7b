"""Every ADR has the form that docs/adr/README.md shows, the index lists it, and links between documents and paths in recipes lead somewhere."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADRS = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))
SECTIONS = re.compile(r"Question Decision( Consequences)?( Not chosen)?")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def documents():
    folders = [ROOT, *(folder for folder in sorted(ROOT.iterdir()) if folder.is_dir() and folder.name[0] != ".")]
    found = [page for folder in folders for page in folder.glob("*.md")]
    return [*found, *(ROOT / "docs").glob("*/*.md"), *(ROOT / "examples").glob("*/*.md")]


class AdrTest(unittest.TestCase):
    def test_there_are_some(self):
        self.assertGreater(len(ADRS), 20)

    def test_each_has_number_title_date_status_and_sections(self):
        for page in ADRS:
            with self.subTest(page.name):
                lines = page.read_text().splitlines()
                self.assertRegex(lines[0], rf"^# {int(page.name[:4])}\. \S")
                self.assertEqual("", lines[1])
                self.assertRegex(lines[2], r"^Date: \d{4}-\d\d-\d\d\. Status: (accepted|replaced by ADR \d+)\b")
                sections = " ".join(line[3:] for line in lines if line.startswith("## "))
                self.assertIsNotNone(SECTIONS.fullmatch(sections), sections)

    def test_the_index_has_one_line_for_each(self):
        index = re.findall(r"^- (\d+)\. \[(.*)\]\((.*)\)$", (ROOT / "docs/adr/README.md").read_text(), re.MULTILINE)
        titles = [(*page.read_text().splitlines()[0][2:].split(". ", 1), page.name) for page in ADRS]
        self.assertEqual(titles, index)


class LinkTest(unittest.TestCase):
    def test_links_between_documents_lead_somewhere(self):
        for page in documents():
            for link in LINK.findall(page.read_text()):
                if "://" not in link and not link.startswith("mailto:"):
                    with self.subTest(page=str(page.relative_to(ROOT)), link=link):
                        self.assertTrue((page.parent / link).exists())


class RecipeTest(unittest.TestCase):
    def test_every_path_that_a_recipe_names_exists(self):
        text = (ROOT / "CONTRIBUTING.md").read_text()
        short = dict(re.findall(r"`(\w+/)` is\s+`([^`]+/)`", text))
        paths = [path for path in re.findall(r"`([\w.-]+/[\w./-]*)`", text.split("## Recipes")[1]) if path not in short]
        self.assertGreater(len(paths), 40)
        for path in paths:
            first, rest = path.split("/", 1)
            with self.subTest(path):
                self.assertTrue((ROOT / (short.get(first + "/", first + "/") + rest)).exists())


if __name__ == "__main__":
    unittest.main()
