"""The folders of jurisdictions: nothing is missing, what is missing is said, and a new folder is data only."""

import re
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from docket.choices import FilingType
from docket.law.deadlines.check import missing, unconfirmed
from docket.law.deadlines.courts import courts_of
from docket.law.deadlines.examples import Example
from docket.law.deadlines.jurisdictions import names, rows
from docket.law.deadlines.periods import PERIODS, Trigger, for_trigger
from docket.law.deadlines.steps import day_of

ROOT = Path(__file__).parents[3]
FOLDERS = Path("docket/law/deadlines/jurisdictions")
PAGE = (ROOT / "docs" / "deadlines.md").read_text()
SHOWN: dict[str, str] = dict(
    re.findall(r"```python\n# (docket/law/deadlines/jurisdictions/\S+)\n(.*?)```", PAGE, re.DOTALL)
)
PROBE = "from docket.law.deadlines.check import missing; print('\\n'.join(missing({types!r})))"


def test_nothing_is_missing():
    assert missing(frozenset(FilingType.values)) == []


def test_the_command_names_what_is_held_and_what_is_to_be_confirmed():
    out = StringIO()
    call_command("check_deadline_data", stdout=out)
    assert "Nothing is missing." in out.getvalue()
    assert "To be confirmed: de.answer" in out.getvalue()


@pytest.mark.parametrize("example", rows("examples"), ids=lambda example: f"{example.of}-{example.trigger}")
def test_every_worked_example_ends_on_its_day(example: Example):
    assert day_of(example.counted().earliest) == example.due
    assert example.source


def test_an_unconfirmed_period_is_proposed_by_no_one():
    assert unconfirmed()
    assert all("could not be confirmed" in period.condition for period in unconfirmed())


@pytest.fixture
def copied(tmp_path):
    """The law alone, without the two folders that docs/deadlines.md makes."""
    shutil.copytree(ROOT / "docket" / "law", tmp_path / "docket" / "law", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "docket" / "__init__.py").touch()
    for name in ("delaware", "guam"):
        shutil.rmtree(tmp_path / FOLDERS / name)
    return tmp_path


def faults(where: Path) -> list[str]:
    probe = PROBE.format(types=list(FilingType.values))
    done = subprocess.run([sys.executable, "-c", probe], cwd=where, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1] if done.stdout.strip() else []


def test_the_folders_of_the_walk_through_are_added_word_for_word(copied):
    assert {Path(path).parent.name for path in SHOWN} == {"delaware", "guam"}
    assert faults(copied) == []
    for path, code in SHOWN.items():
        (copied / path).parent.mkdir(exist_ok=True)
        (copied / path).write_text(code)
    assert faults(copied) == []
    held = subprocess.run(
        [sys.executable, "-c", "from docket.law.deadlines.jurisdictions import names; print(*names())"],
        cwd=copied,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert held == names(), "found by walking, with no other file changed"


@pytest.mark.parametrize("path", SHOWN)
def test_the_walk_through_shows_the_files_as_they_are(path):
    assert (ROOT / path).read_text() == SHOWN[path]


@pytest.mark.parametrize(
    ("file", "found", "put", "says"),
    [
        ("periods.py", 'counted_by="de6"', 'counted_by="de7"', "no rules 'de7' are held"),
        ("rules.py", 'calendar="de_courts"', 'calendar="nowhere"', "'nowhere'"),
        ("examples.py", "date(2026, 3, 16)", "date(2026, 3, 17)", "ends on 2026-03-16, not 2026-03-17"),
        ("examples.py", '"de.new_trial"', '"de.appeal"', "period de.new_trial has 0 worked examples"),
        ("courts.py", '"de6"', '"de9"', "no rules 'de9' are held"),
        ("__init__.py", '"""', "#", "says nothing"),
    ],
)
def test_what_a_folder_lacks_is_said_with_its_name(copied, file, found, put, says):
    for path, code in SHOWN.items():
        (copied / path).parent.mkdir(exist_ok=True)
        (copied / path).write_text(code.replace(found, put) if path.endswith(f"delaware/{file}") else code)
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(types=list(FilingType.values))],
        cwd=copied,
        capture_output=True,
        text=True,
        check=False,
    )
    assert says in done.stdout + done.stderr


def test_the_command_fails_with_every_fault(monkeypatch):
    monkeypatch.setattr("docket.management.commands.check_deadline_data.missing", lambda types: ["a: one.", "b: two."])
    with pytest.raises(CommandError, match=r"a: one\.\nb: two\."):
        call_command("check_deadline_data")


def test_local_rules_hold_in_their_own_court_only():
    for period in (period for period in PERIODS if period.courts):
        for court in period.courts:
            kind = period.motions[0] if period.motions else "mot.motion"
            there = for_trigger("frcp6", period.trigger, period.first.replace(year=2026), court, kind)
            assert period in there
        assert period not in for_trigger("frcp6", period.trigger, period.first.replace(year=2026), "nowhere")
    assert len({court for period in PERIODS for court in period.courts}) >= 10


def test_a_local_rule_tells_summary_judgment_from_other_motions():
    day = PERIODS[0].first.replace(year=2026)
    found = {
        kind: [p.n for p in for_trigger("frcp6", Trigger.MOTION_SERVED, day, "nhd", kind)]
        for kind in ("mot.dismiss", "mot.summary_judgment")
    }
    assert found == {"mot.dismiss": [14], "mot.summary_judgment": [30]}


BANKRUPTCY = "United States Bankruptcy Court for the Southern District of New York"


@pytest.mark.parametrize(
    ("slug", "jurisdiction", "name", "rules"),
    [
        ("nysb", "New York", BANKRUPTCY, "frbp9006"),
        ("x", "New York", "New York Supreme Court, Erie County", "cplr"),
        ("x", "New York", "Appellate Terms of the Supreme Court of New York", None),
        ("x", "New York", "Albany City Court", None),
        ("x", "Florida", "U.S. Circuit Court for the Northern District of Florida", None),
        ("delch", "Delaware", "Delaware Court of Chancery", "de6"),
        ("x", "Ohio", "Cuyahoga County Common Pleas Court", "ohciv6"),
        ("x", "Ohio", "Court of Common Pleas of Ohio, Hamilton County", "ohciv6"),
        ("x", "Ohio", "City of Cleveland Municipal Court", "ohciv6"),
        ("x", "Ohio", "Belmont County Courts, Ohio", "ohciv6"),
        ("x", "Ohio", "Auglaize County Probate Court", None),
        ("x", "Ohio", "Court of Appeals of Ohio, Sixth District, Lucas County", None),
        ("x", "Pennsylvania", "Erie County Court of Common Pleas", None),
    ],
)
def test_courts_are_found_by_slug_or_by_name(slug, jurisdiction, name, rules):
    found = courts_of(slug, jurisdiction, name)
    assert (found.rule_set if found else None) == rules
