"""What bin/test makes of a rehearsal: a busy machine leaves it undecided, and nothing else does."""

import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

GATE = (Path(__file__).resolve().parents[2] / "bin/test").read_text()
BUSY = "run invalid: one request in a thousand left 0.6 s late or later; lower --rate 500 or free\n  the machine"
OTHER = "run invalid: 3 answered requests are in no host's ledger"


def function(name):
    return re.search(rf"^{name}\(\) {{\n.*?^}}\n", GATE, re.MULTILINE | re.DOTALL).group(0)


class Rehearsal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        for name in ("bin", "target", "src/target/surefire-reports"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "target/rehearsal.log").touch()
        (self.folder / "target/gate").touch()
        os.utime(self.folder / "target/gate", (0, 0))

    def rehearse(self, *runs):
        """The exit code, how often it ran, and what the gate says in the end; each run is a code and what it prints."""
        teal = self.folder / "bin/teal"
        cases = "\n".join(f"{number}) printf '%s\\n' \"{says}\"; exit {code} ;;"
                          for number, (code, says) in enumerate(runs, 1))
        teal.write_text(f"#!/bin/sh\necho >>target/runs\ncase $(grep -c '' target/runs) in\n{cases}\nesac\n")
        teal.chmod(0o755)
        script = (function("rehearse") + function("undecided")
                  + "rehearse target/control.log --seed 1\necho $?\ngrep -c '' target/runs\nundecided\n")
        done = subprocess.run(["bash", "-c", script], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        return done.stdout.splitlines()

    def test_a_run_that_ends_counts(self):
        self.assertEqual(self.rehearse((1, "lost 7")), ["1", "1"])

    def test_a_busy_machine_is_given_another_chance(self):
        self.assertEqual(self.rehearse((3, BUSY), (0, "lost 0")), ["0", "2"])

    def test_after_three_it_is_undecided_and_the_end_of_the_gate_says_so(self):
        self.assertEqual(self.rehearse(*[(3, BUSY)] * 3),
                         ["4", "3", "undecided after 3 runs: bin/teal rehearse --seed 1"])

    def test_a_run_that_is_invalid_for_another_reason_fails_at_once(self):
        self.assertEqual(self.rehearse((3, OTHER)), ["3", "1"])

    def test_a_test_class_that_a_busy_machine_has_skipped_is_listed(self):
        report = self.folder / "src/target/surefire-reports/TEST-a.xml"
        report.write_text('<skipped message="[undecided after 3 real runs: free the machine] &#10;Expecting"/>')
        self.assertEqual(self.rehearse((0, "")), ["0", "1", "undecided after 3 real runs: free the machine] "])


if __name__ == "__main__":
    unittest.main()
