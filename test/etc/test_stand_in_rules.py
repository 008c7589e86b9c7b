"""Rules that etc/without-rules takes away are in the code, and docs/proofs.md lists each with a test that exists."""

import importlib.machinery
import importlib.util
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADER = importlib.machinery.SourceFileLoader("without_rules", str(ROOT / "etc/without-rules"))
SPEC = importlib.util.spec_from_loader("without_rules", LOADER)
rules = importlib.util.module_from_spec(SPEC)
LOADER.exec_module(rules)
ROW = re.compile(r"^\| (\w+) \| ([^|]+) \| `(\w+)\.(\w+)` \|$", re.MULTILINE)


class StandInRulesTest(unittest.TestCase):
    def test_there_are_some(self):
        self.assertGreater(len(rules.read()), 40)

    def test_what_goes_is_in_the_code_once(self):
        for rule in rules.read():
            with self.subTest(rule["rule"]):
                self.assertEqual(1, (rules.SOURCES / rule["file"]).read_text().count(rule["-"]))
                self.assertNotEqual(rule["-"], rule["+"])

    def test_the_page_has_a_row_for_each_with_a_test_that_exists(self):
        page = (ROOT / "docs/proofs.md").read_text().partition(rules.BEGIN)[2].partition(rules.END)[0]
        rows = ROW.findall(page)
        self.assertEqual([(Path(rule["file"]).stem, rule["rule"]) for rule in rules.read()], [row[:2] for row in rows])
        for _, _, test, method in rows:
            with self.subTest(f"{test}.{method}"):
                [source] = (ROOT / "test/rehearsal").rglob(f"{test}.java")
                self.assertTrue(f"void {method}(" in source.read_text())


if __name__ == "__main__":
    unittest.main()
