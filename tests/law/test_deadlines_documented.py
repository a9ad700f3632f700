"""docs/deadlines.md says what the data say, and the core stays pure."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from docket.law.deadlines.calendars import CALENDARS
from docket.law.deadlines.periods import PERIODS
from docket.law.deadlines.rules import RULE_SETS
from docket.law.deadlines.wording import dated

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "deadlines.md").read_text()


def rows(id: str) -> list[str]:
    return [line for line in PAGE.splitlines() if line.startswith(f"| `{id}` |")]


@pytest.mark.parametrize("rules", RULE_SETS.values(), ids=lambda rules: rules.id)
def test_the_page_lists_every_rule_its_texts_and_its_options(rules):
    version = rules.versions[-1]
    assert any(rules.title in row and all(v.version in row for v in rules.versions) for row in rows(rules.id))
    assert any(f"`{version.calendar}` | {version.mark} |" in row for row in rows(rules.id))
    for option in version.options:
        (row,) = rows(option.name)
        assert all(f"`{word}`" in row for word in (*option.choices, rules.id))
    for method, added in version.additions.items():
        assert any(f"{method} {added.n} " in row for row in rows(rules.id))


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: f"{period.id}-{period.n}")
def test_the_page_lists_every_period(period):
    unit = period.unit.replace("_", " ")
    said = f"{period.n} {unit if period.n > 1 else unit.rstrip('s')} {period.direction}"
    (row,) = [row for row in rows(period.id) if f"| {said}" in row]
    assert f"| {period.rule} | `{period.counted_by}` | {period.source.mark} |" in row


@pytest.mark.parametrize("calendar", CALENDARS.values(), ids=lambda calendar: calendar.id)
def test_the_page_dates_every_calendar(calendar):
    (row,) = rows(calendar.id)
    assert row.endswith(f"| {dated(calendar.covers_from)} | {dated(calendar.verified_on)} |")


def test_the_example_on_the_page_prints_what_it_shows():
    shown = PAGE.split("```")[1].strip()
    command, _, printed = shown.partition("\n")
    out = StringIO()
    call_command("compute_deadline", *command.split("compute_deadline ")[1].split(), stdout=out)
    assert out.getvalue().strip() == printed


def test_the_core_needs_neither_django_nor_a_clock():
    probe = "import sys, docket.law.deadlines.periods; print([m for m in sys.modules if m.startswith('django')])"
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    for file in (ROOT / "docket" / "law" / "deadlines").rglob("*.py"):
        text = file.read_text()
        assert not any(clock in text for clock in (".today(", ".now(", "utcnow")), file
