"""docs/deadlines.md says what the data say, and the core stays pure."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

from django.core.management import call_command

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "deadlines.md").read_text()


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
