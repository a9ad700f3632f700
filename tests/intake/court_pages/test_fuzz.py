"""Damaged pages: refused with a reason or imported whole, never half, never with a crash; and a page of 20 MB."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.files import import_bytes
from docket.intake.shape import ImportedDocket, Refused
from docket.models import Case, Filing
from tests import cluster
from tests.court_pages import (
    court_pages,
    florida,
    notices,
    pacer_pages,
    recap_pages,
    registers,
    texas_pages,
)
from tests.court_pages.importing import imported, make_forum, the_case
from tests.court_pages.pacer_pages import Row

MOST_MEMORY = 400  # MB
ROWS = [
    Row(str(n), f"NOTICE number {n} by Ottoline Marsh (Entered: 03/{n % 28 + 1:02}/2021)", f"03/{n % 28 + 1:02}/2021",
        document=f"035{n:08}", sequence=n)
    for n in range(1, 41)
]  # fmt: skip
PAGES = {
    "district": pacer_pages.district(rows=ROWS),
    "bankruptcy": pacer_pages.bankruptcy(rows=ROWS),
    "criminal": pacer_pages.criminal(rows=ROWS),
    "history": court_pages.history(rows=ROWS),
    "attachments": court_pages.attachments(files=("Exhibit A", "Exhibit B", "Exhibit C")),
    "feed": court_pages.feed([(row, "Notice") for row in reversed(ROWS[:8])]),
    "archive": court_pages.archive(rows=ROWS),
    "appellate": court_pages.appellate(),
    "acms": court_pages.acms(),
    "supreme court": court_pages.supreme_court(),
    "los angeles": court_pages.los_angeles(),
    "notice": notices.mail(),
    "courtlistener": recap_pages.courtlistener(),
    "texas": texas_pages.court_of_appeals(),
    "florida": florida.florida(),
    "attachments in acms": court_pages.acms_attachments(),
    "portal": registers.portal(),
    "saved table": registers.new_mexico(),
}
named = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def tried(data: bytes) -> tuple[ImportedDocket, ...]:
    """What is read of a page, () when it is refused; anything else is a failure."""
    try:
        return read_dockets(sniff(data), data, "page")
    except Refused:
        return ()


def whole(data: bytes) -> int:
    """How many entries the page has, as the reader sees the undamaged one."""
    return sum(len(docket.entries) for docket in tried(data))


@named
def test_a_page_cut_at_any_of_two_hundred_places_is_refused(page: str) -> None:
    data = page.encode()
    entries = whole(data)
    assert entries
    for place in range(200):
        cut = data[: len(data) * place // 200]
        found = tried(cut)
        # behind the closing tag there is nothing to lose
        assert not found or sum(len(docket.entries) for docket in found) == entries


def flipped(data: bytes, dice: random.Random) -> bytes:
    """Up to eight bytes of a page are others."""
    damaged = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    return bytes(damaged)


def without_tags(data: bytes, dice: random.Random) -> bytes:
    """Up to five tags are gone."""
    text = data.decode()
    for _ in range(dice.randint(1, 5)):
        tags = list(re.finditer(r"<[^>]*>", text))
        if not tags:
            break
        tag = dice.choice(tags)
        text = text[: tag.start()] + text[tag.end() :]
    return text.encode()


@named
@pytest.mark.parametrize("damage", [flipped, without_tags])
def test_damaged_pages_are_read_or_refused(page: str, damage: object) -> None:
    """The reading alone, in great number; what is read holds nothing that the database cannot store."""
    dice = random.Random(20260822)
    for _ in range(60):
        for docket in tried(damage(page.encode(), dice)):  # type: ignore[operator]
            words = json.dumps([docket.caption, [entry.text for entry in docket.entries]], ensure_ascii=False)
            words.encode()
            assert "\0" not in words


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["district", "history", "feed", "archive", "appellate", "acms"])
def test_damaged_pages_are_imported_whole_or_not_at_all(name: str) -> None:
    """One transaction a file: what the report counts is what is there, and a refusal leaves nothing."""
    for court in ("cand", "ca9"):
        make_forum(court)
    dice, data = random.Random(4), PAGES[name].encode()
    seen = 0
    for damage in [flipped, without_tags] * 6:
        before = Filing.objects.count(), Case.objects.count()
        report = import_bytes("page", damage(data, dice))
        if report.error:
            assert (Filing.objects.count(), Case.objects.count()) == before
        else:
            assert Filing.objects.count() == before[0] + report.filings.new
            seen += 1
    assert seen


STRANGE = {
    "nested tables": "NOTICE <table><tr><td><table><tr><td>3</td><td>#</td><td>Docket Text</td></tr></table></table>",
    "deeply nested": "<div>" * 400 + "NOTICE" + "</div>" * 400,
    "script": "NOTICE <script>document.write('<tr><td>x</td></tr>')</script>&lt;script&gt;alert(1)&lt;/script&gt;",
    "comment": "NOTICE <!-- </table> --> of filing",
    "null": "NOTICE &#0; of &#xD800; filing",
    "very long": "NOTICE " + "of filing " * 20_000,
    "formula": "=HYPERLINK(&quot;http://evil.example&quot;) @SUM(1)",
}

# a second table of entries within an entry, and a depth at which the library under the parsers stops
NOT_READ = {"nested tables": "2 tables of entries", "deeply nested": "nested too deeply"}


@pytest.mark.django_db
@pytest.mark.parametrize("name", STRANGE)
def test_strange_text_in_an_entry_is_kept_as_words_and_loses_no_other_entry(name: str) -> None:
    make_forum("cand")
    text = STRANGE[name]
    rows = [Row("1", "COMPLAINT"), Row("2", text), Row("3", "ANSWER")]
    report = import_bytes("page", pacer_pages.district(rows=rows).encode())
    if name in NOT_READ:
        assert NOT_READ[name] in (report.error or "")
        assert not Case.objects.exists()
        return
    numbers = [filing.entry_number for filing in the_case().filings.all()]
    assert numbers == ["1", "2", "3"]
    assert the_case().filings.get(entry_number="3").docket_text == "ANSWER"
    assert "<script>document" not in the_case().filings.get(entry_number="2").docket_text


@pytest.mark.parametrize(
    "data",
    [
        b'{"caseDetails": ' + b"[" * 100_000,
        b'{"caseDetails": {}, "docketInfo": {}}',
        b'{"caseDetails": null, "docketInfo": null}',
        b'{"ResultList": []}',
        b'{"ResultList": [{"NonCriminalCaseInformation": {}}]}',
        b'{"sJsonCreationDate": 5, "ProceedingsandOrder": "x"}',
        b'{"docket_entries": [], "pacer_case_id": "1"}',
        b"[]",
        b"<rss></rss>",
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>',
        b"http://127.0.0.1/<rss></rss>",
        b"<gov_uscourts_docket><case_details></case_details></gov_uscourts_docket>",
    ],
    ids=lambda data: repr(data[:40]),
)
def test_files_that_only_look_like_dockets_are_refused(data: bytes) -> None:
    assert tried(data) == ()


@pytest.mark.django_db
def test_words_that_cannot_be_stored_are_left_out() -> None:
    make_forum("calsuppctla")
    imported(court_pages.los_angeles().replace("Minute Order", "Minute\\ud800 Order\\u0000"), "lasc.json")
    assert the_case().filings.get().docket_text.startswith("Minute Order – ")


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """20,000 entries in 20 MB."""
    text = "MOTION to Dismiss for Failure to State a Claim filed by Brightwater Pictures, LLC. " * 9
    rows = [
        Row(str(n), f"{text}(Entered: 03/05/2021)", f"{1 + n // 28 % 12:02}/{1 + n % 28:02}/2021",
            document=f"035{n:08}", sequence=n)
        for n in range(1, 20_001)
    ]  # fmt: skip
    page = tmp_path / "large.html"
    page.write_text(pacer_pages.district(rows=rows))
    assert page.stat().st_size > 20_000_000
    return page


# what getrusage tells a started process of is also what its parent had when it started it
IMPORT = """import pathlib, re, resource, sys
from django.core.management import execute_from_command_line
execute_from_command_line(["manage.py", "import_docket", "--json", sys.argv[1]])
status = pathlib.Path("/proc/self/status")
peak = re.search("VmHWM:\\s+([0-9]+)", status.read_text())[1] if status.exists() else 0
sys.stderr.write(f"peak {(int(peak) or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024}")
"""


def test_twenty_thousand_entries_in_twenty_megabytes(committed: None, large: Path) -> None:
    make_forum("cand")
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, str(large)],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": cluster.address("docket_desk", cluster.TEST_DATABASE).url(),
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    (report,) = json.loads(done.stdout)["files"]
    assert (report["error"], report["filings"]["new"]) == (None, 20_000)
    assert Filing.objects.count() == 20_000
    peak = int(done.stderr.rpartition("peak ")[2])
    assert peak <= MOST_MEMORY, f"{peak} MB"
