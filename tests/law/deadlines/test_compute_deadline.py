"""manage.py compute_deadline: the command line over the pure core, without a database."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).parents[3]
NO_SERVER = os.environ | {"DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:1/none"}


def run(line: str) -> str:
    out = StringIO()
    call_command("compute_deadline", *line.split(), stdout=out)
    return out.getvalue()


def start(line: str) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, whose database does not exist: reaching for it would fail."""
    command = [sys.executable, "manage.py", "compute_deadline", *line.split()]
    return subprocess.run(command, cwd=ROOT, env=NO_SERVER, capture_output=True, text=True, check=False)


def test_it_prints_json_without_a_database():
    done = start("--rule frcp6 --trigger 2007-08-02 --period 30 --unit days --direction after --json")
    assert done.returncode == 0, done.stderr
    printed = json.loads(done.stdout)
    assert (printed["earliest"], printed["latest"]) == ("2007-09-04", "2007-09-04")
    assert printed["steps"][-1]["text"] == "Due 4 Sep 2007."


def test_an_error_leaves_with_a_status_that_is_not_zero():
    done = start("--rule frcp7 --trigger 2026-03-02 --period 1")
    assert done.returncode != 0
    assert "frcp6, frap26, frcrp45" in done.stderr


def test_every_option_of_the_line_reaches_the_count():
    printed = json.loads(
        run(
            "--rule frcp6 --trigger 2026-06-12 --period 21 --unit days --direction after --service mail "
            "--closed 2026-07-06 --closed 2026-07-07 --state-holiday 2026-07-08 --extension-days 0 "
            "--tz America/Denver --option observed_friday=not_holiday --json"
        )
    )
    # Friday 3 July, three days for mail: Monday the 6th; closed to the 7th, and the 8th is a holiday
    assert (printed["earliest"], printed["latest"]) == ("2026-07-09", "2026-07-09")


def test_an_extension_in_days_reaches_the_count():
    line = "--rule ccp12 --trigger 2026-03-06 --period 16 --unit court_days --direction before --json"
    assert json.loads(run(f"{line} --extension-days 5"))["latest"] == "2026-02-05"


def test_hours_are_printed_in_the_courts_clock_time():
    line = "--rule frcp6 --trigger 2007-11-02T10:23 --period 72 --unit hours --text-of 2009-12-01"
    assert json.loads(run(f"{line} --tz America/New_York --json"))["latest"] == "2007-11-05T09:23"


@pytest.mark.parametrize(("n", "words"), [(1, "1 hour later"), (2, "2 hours later")])
def test_one_hour_is_not_several(n, words):
    assert words in run(f"--rule frcp6 --trigger 2026-06-10T10:00 --period {n} --unit hours --tz America/New_York")


def test_without_json_it_explains_itself():
    printed = run("--rule frcp6 --trigger 2026-06-12 --period 21 --event Served")
    assert printed.startswith("Served 12 Jun 2026.\nDay 1 is 13 Jun")
    assert "Safe date Fri 3 Jul 2026; no later than Mon 6 Jul 2026." in printed
    assert "Computed, not set by the court" in printed


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("--rule frcp7 --trigger 2026-03-02 --period 14", "ccp12, ccp1005, de6, frcp6, frap26, frcrp45"),
        ("--rule frcp6 --trigger 2026-03-02 --period 14 --unit fortnights", "hours, days, court_days"),
        ("--rule frcp6 --trigger 2026-03-02 --period 14 --direction around", "after, before"),
        ("--rule frcp6 --trigger 2026-02-30 --period 14", "YYYY-MM-DD"),
        ("--rule frcp6 --trigger 2026-02-30T10:00 --period 14 --unit hours", "YYYY-MM-DDTHH:MM"),
        ("--rule frcp6 --trigger tomorrow --period 14", "YYYY-MM-DD"),
        ("--rule frcp6 --trigger 2026-03-02 --period fourteen", "whole number"),
        ("--rule frcp6 --trigger 2026-03-02 --period 14 --closed 2026-13-01", "--closed"),
        ("--rule frcp6 --trigger 2026-03-02 --period 14 --option observed_friday", "NAME=VALUE"),
        ("--rule frcp6 --trigger 2026-03-02 --period 14 --service pigeon", "mail, clerk"),
    ],
)
def test_a_bad_line_is_an_error_that_lists_the_choices(line, says):
    with pytest.raises(CommandError) as refused:
        run(line)
    assert says in str(refused.value)
