"""The pipelines that users copy: sound in form, one release at a time, with limits; and their commands run, in order, with stand-ins for mvn, npx and teal."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "examples/starter"
GITHUB = STARTER / ".github/workflows/release.yml"
GITLAB = ROOT / "examples/pipelines/gitlab-ci.yml"
JENKINS = ROOT / "examples/pipelines/Jenkinsfile"
STEPS = [
    "mvn --batch-mode verify",
    "npx cdk synth --quiet --output out/release",
    "npx cdk synth --quiet --output out/start -c activeColor=blue -c blueVersion=1.0.0 -c greenVersion=2.0.0",
    "teal rehearse --fast --html rehearsal.html",
    "teal plan --cdk-out out/release",
    "npx cdk deploy --app out/start --require-approval never",
    "npx cdk deploy --app out/release --require-approval never",
]


def yaml(path):
    """As cfn-lint's PyYAML reads it; `on` is true in YAML 1.1."""
    python = ROOT / ".venv/bin/python"
    script = "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))"
    if not python.exists():
        raise unittest.SkipTest(".venv is not there; bin/test installs it")
    return json.loads(subprocess.check_output([python, "-c", script, path], text=True))


def checked(schema, path):
    """What check-jsonschema finds wrong, with the schema that it brings."""
    tool = ROOT / ".venv/bin/check-jsonschema"
    if not tool.exists():
        raise unittest.SkipTest(".venv is not there; bin/test installs it")
    done = subprocess.run([tool, "--builtin-schema", schema, path], capture_output=True, text=True)
    return done.returncode, "" if done.returncode == 0 else done.stdout


class CommandsTest(unittest.TestCase):
    """A release of 2.0.0: the commit before has blue with 1.0.0."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(STARTER, self.folder / "shop", ignore=shutil.ignore_patterns("target"))
        self.git("init", "-q", "-b", "main")
        self.commit()
        file = self.folder / "shop/releases/default/shop.properties"
        text = file.read_text().replace("activeColor = blue", "activeColor = green").replace("greenVersion = none", "greenVersion = 2.0.0")
        file.write_text(text)
        self.commit()
        (self.folder / "bin").mkdir()
        for name in ("mvn", "npx", "teal"):
            stand_in = self.folder / "bin" / name
            stand_in.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.folder}/log"\n')
            stand_in.chmod(0o755)

    def git(self, *arguments):
        who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}
        subprocess.run(["git", *arguments], cwd=self.folder / "shop", check=True, env={**os.environ, **who})

    def commit(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "release")

    def run_all(self, commands):
        environment = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": "/dev/null"}
        for command in commands:
            subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=self.folder / "shop", check=True, env=environment, stdout=subprocess.DEVNULL)
        return (self.folder / "log").read_text().splitlines()

    def test_github(self):
        jobs = yaml(GITHUB)["jobs"]
        steps = [step["run"] for name in ("synth", "plan", "start", "promote") for step in jobs[name]["steps"] if "run" in step]
        self.assertEqual(STEPS, self.run_all(steps))

    def test_gitlab(self):
        jobs = yaml(GITLAB)
        self.assertEqual(STEPS, self.run_all([line for name in ("synth", "plan", "start", "promote") for line in jobs[name]["script"]]))

    def test_jenkins(self):
        self.assertEqual(STEPS, self.run_all(re.findall(r"\bsh '(.*)'", JENKINS.read_text())))

    def test_a_first_release_has_no_commit_before_and_starts_what_the_file_says(self):
        shutil.rmtree(self.folder / "shop/.git")
        self.git("init", "-q")
        self.commit()
        self.assertIn("-c activeColor=green -c blueVersion=1.0.0 -c greenVersion=2.0.0", self.run_all(["ci/synth"])[1])


class FormTest(unittest.TestCase):
    def test_github_has_limits_roles_and_one_release_at_a_time(self):
        workflow = yaml(GITHUB)
        self.assertFalse(workflow["concurrency"]["cancel-in-progress"])
        for name, job in workflow["jobs"].items():
            with self.subTest(name):
                self.assertLessEqual(job["timeout-minutes"], 90)
                needs = job.get("needs", [])
                self.assertTrue(set([needs] if isinstance(needs, str) else needs) <= set(workflow["jobs"]))
                roles = [step for step in job["steps"] if "configure-aws-credentials" in step.get("uses", "")]
                self.assertTrue(not roles or job["permissions"]["id-token"] == "write")
                self.assertTrue(all("role-to-assume" in step["with"] for step in roles))

    @unittest.skipUnless(shutil.which("actionlint"), "actionlint is not installed; the header of the workflow says how")
    def test_github_passes_actionlint(self):
        done = subprocess.run(["actionlint", GITHUB], capture_output=True, text=True)
        self.assertEqual((0, ""), (done.returncode, done.stdout))

    def test_gitlab_has_limits_roles_and_one_release_at_a_time(self):
        pipeline = yaml(GITLAB)
        jobs = {name: job for name, job in pipeline.items() if isinstance(job, dict) and "script" in job}
        self.assertEqual({"synth", "plan", "start", "promote"}, set(jobs))
        for name, job in jobs.items():
            with self.subTest(name):
                self.assertIn(job["stage"], pipeline["stages"])
                self.assertRegex(job["timeout"], r"^\d+m$")
        self.assertEqual({"shop"}, {jobs[name]["resource_group"] for name in ("start", "promote")})
        self.assertEqual("manual", jobs["promote"]["rules"][0]["when"])

    def test_each_has_the_form_of_its_schema(self):
        for schema, path in (("vendor.gitlab-ci", GITLAB), ("vendor.github-workflows", GITHUB)):
            with self.subTest(schema):
                self.assertEqual((0, ""), checked(schema, path))
                wrong = Path(tempfile.mkdtemp()) / path.name
                self.addCleanup(shutil.rmtree, wrong.parent)
                wrong.write_text(path.read_text().replace("timeout", "time-out"))
                self.assertNotEqual(0, checked(schema, wrong)[0])

    def test_jenkins_has_limits_and_one_release_at_a_time(self):
        text = re.sub(r"//.*|'[^']*'", "", JENKINS.read_text())
        self.assertIn("disableConcurrentBuilds()", text)
        self.assertEqual(5, text.count("timeout(time:"))

    def test_each_says_what_is_not_checked(self):
        for path in (GITHUB, GITLAB, JENKINS):
            with self.subTest(path.name):
                self.assertRegex(path.read_text().replace("\n# ", " ").replace("\n// ", " "), "Not checked: ")


if __name__ == "__main__":
    unittest.main()
