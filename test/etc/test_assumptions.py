"""Each row of docs/assumptions.md has an id of its own, and the tests that it names exist."""

import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/assumptions.md").read_text()
MEASURED = ROOT / "bench/verify/src/main/java/io/teal/verify/Assumption.java"
ROW = re.compile(r"^\| ([A-Z]\d+)( ✔)? \|.*\| ([^|]*) \|$", re.MULTILINE)


class AssumptionsTest(unittest.TestCase):
    def test_no_id_is_used_twice(self):
        ids = [row[0] for row in ROW.findall(PAGE)]
        self.assertGreater(len(ids), 90)
        self.assertEqual([], sorted({one for one in ids if ids.count(one) > 1}))

    def test_every_row_is_a_row(self):
        self.assertEqual(len(re.findall(r"^\| [A-Z]\d+( ✔)? \|", PAGE, re.MULTILINE)), len(ROW.findall(PAGE)))

    def test_the_tests_that_a_row_names_exist(self):
        known = {file.stem for file in (ROOT / "test").rglob("*.java")}
        named = {name for row in ROW.findall(PAGE) for name in re.findall(r"`(\w+Test)`", row[2])}
        self.assertGreater(len(named), 40)
        self.assertEqual(set(), named - known)

    def test_the_marked_rows_are_those_that_are_measured(self):
        measured = re.findall(r"^    ([A-Z]\d+)\(", MEASURED.read_text(), re.MULTILINE)
        self.assertEqual(sorted(row[0] for row in ROW.findall(PAGE) if row[1]), sorted(measured))

    def test_what_is_inferred_is_measured_or_said_not_to_be(self):
        inferred = set()
        for line in PAGE.splitlines():
            cells = line.split(" | ")
            if ROW.match(line) and "✔" not in cells[0] and re.search(r"\bI\b", cells[-3]):
                inferred.add(cells[0][2:])
        section = PAGE[PAGE.index("## Inferred, and not measured by it") :]
        said = {one for row in re.findall(r"^\| ([A-Z0-9, ]+) \|", section, re.MULTILINE) for one in row.split(", ")}
        self.assertEqual(inferred, said)


if __name__ == "__main__":
    unittest.main()
