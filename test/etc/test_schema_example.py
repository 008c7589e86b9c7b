"""The example of a schema in three steps, on a real PostgreSQL with both versions' statements as load."""

import glob
import os
import re
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "examples/schema"
SECONDS = 6


def program(name):
    """PostgreSQL's own programs are not on the PATH of Debian."""
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))
    return found[-1] if found else shutil.which(name)


def as_user():
    """PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def missing():
    return [name for name in ("initdb", "pg_ctl", "pgbench", "psql") if not program(name)]


@unittest.skipIf(missing(), f"PostgreSQL is not installed: no {', '.join(missing())}")
class SchemaExampleTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="teal-schema-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.run_it("initdb", "-D", f"{self.folder}/data", "-A", "trust", "-U", "orders", "--no-sync")
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self.run_it("pg_ctl", "-D", f"{self.folder}/data", "-w", "-o", options, "-l", f"{self.folder}/log", "start")
        self.addCleanup(self.run_it, "pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "stop")

    def run_it(self, name, *arguments):
        done = subprocess.run(
            [*as_user(), program(name), *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd="/"
        )
        self.assertEqual(done.returncode, 0, done.stdout)
        return done.stdout

    def psql(self, *arguments):
        return self.run_it("psql", "-h", self.folder, "-U", "orders", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-qtA", *arguments)

    def step(self, name):
        script = Path(self.folder) / name
        shutil.copy(SCHEMA / name, script)
        script.chmod(0o644)
        self.psql("-f", str(script))

    def load(self, version, seconds=SECONDS):
        """The statements of one version, by two clients, until the time is over or one fails."""
        script = Path(self.folder) / f"load-{version}.sql"
        shutil.copy(SCHEMA / script.name, script)
        script.chmod(0o644)
        command = [program("pgbench"), "-n", "-c", "2", "-T", str(seconds), "-f", str(script)]
        return subprocess.Popen(
            [*as_user(), *command, "-h", self.folder, "-U", "orders", "postgres"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
        )

    def ended(self, load):
        """(whether no transaction failed, how many there were, what was said)."""
        said = load.communicate(timeout=60)[0]
        count = re.search(r"number of transactions actually processed: (\d+)", said)
        return load.returncode == 0 and "aborted" not in said, int(count[1]) if count else 0, said

    def test_both_versions_serve_until_the_contract_and_the_new_one_after_it(self):
        self.step("0-before.sql")
        old = self.load("1.0.0")
        time.sleep(1)
        self.step("1-expand.sql")
        self.step("2-migrate.sql")
        new = self.load("2.0.0")
        for load in (old, new):
            well, count, said = self.ended(load)
            self.assertTrue(well, said)
            self.assertGreater(count, 100, said)
        self.assertEqual(self.psql("-c", "SELECT count(*) FROM orders WHERE buyer IS DISTINCT FROM customer").strip(), "0")
        new = self.load("2.0.0", 3)
        time.sleep(1)
        self.step("3-contract.sql")
        well, count, said = self.ended(new)
        self.assertTrue(well, said)
        self.assertFalse(self.ended(self.load("1.0.0", 1))[0], "1.0.0 does not notice the contract")

    def test_a_new_version_before_the_schema_is_expanded_fails(self):
        self.step("0-before.sql")
        self.assertFalse(self.ended(self.load("2.0.0", 1))[0])

    def test_a_contract_while_the_old_version_serves_fails_it(self):
        for name in ("0-before.sql", "1-expand.sql", "2-migrate.sql"):
            self.step(name)
        old = self.load("1.0.0", 3)
        time.sleep(1)
        self.step("3-contract.sql")
        self.assertFalse(self.ended(old)[0])


if __name__ == "__main__":
    unittest.main()
