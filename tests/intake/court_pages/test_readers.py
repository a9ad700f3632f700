"""Every kind of the readers' table, by a written page: recognised, read, and with something in it."""

import subprocess
import sys
from datetime import date

import pytest

from config.data_folder import CHECKOUT
from docket.intake.court_pages.first_page import PAGE
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Kind
from tests.court_pages.written import WRITTEN

# an attachment page names neither the case nor its people; these others name no people
WITHOUT_NUMBER = {Kind.ATTACHMENTS}
WITHOUT_ENTRIES = {Kind.CASE_QUERY, Kind.CLAIMS_REGISTER, Kind.CLAIMS_ACTIVITY}
WITHOUT_PARTIES = {
    Kind.TABLE,
    Kind.CLAIMS_REGISTER,
    Kind.CLAIMS_ACTIVITY,
    Kind.ACMS_ATTACHMENTS,
    Kind.CASE_QUERY,
    Kind.ATTACHMENTS,
    Kind.NOTICE,
    Kind.HISTORY,
    Kind.RSS,
    Kind.ARCHIVE,
    Kind.SPREADSHEET,
}


def written(kind: Kind) -> ImportedDocket:
    data = WRITTEN[kind]().encode()
    return read_dockets(sniff(data), data, "page")[0]


def test_every_kind_that_is_read_has_a_written_page():
    """A new reader fails here until tests/court_pages/written.py has a page for it."""
    assert set(WRITTEN) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_written_page_is_taken_for_its_kind(kind):
    assert sniff(WRITTEN[kind]().encode()).kind is kind


@pytest.mark.parametrize("kind", Kind)
def test_a_written_page_is_read(kind):
    docket = written(kind)
    assert docket.kind is kind
    assert bool(docket.entries) is (kind not in WITHOUT_ENTRIES)
    assert bool(docket.docket_number) is (kind not in WITHOUT_NUMBER)
    assert bool(docket.parties) is (kind not in WITHOUT_PARTIES)


def test_a_texas_page_says_who_what_and_from_which_court():
    docket = written(Kind.TEXAS)
    assert (docket.court_id, docket.docket_number) == ("texapp-8", "08-21-00999-CV")
    assert docket.date_filed == date(2021, 3, 4)
    assert docket.caption == "Ottoline Marsh v. Brightwater Pictures, LLC"
    assert [(party.name, party.role_as_filed, [a.name for a in party.attorneys]) for party in docket.parties] == [
        ("Marsh, Ottoline", "Appellant", ["Quill R. Harbottle"]),
        ("Brightwater Pictures, LLC", "Appellee", []),
    ]
    assert [(entry.date_filed, entry.text) for entry in docket.entries] == [
        (date(2021, 3, 4), "Notice of appeal received"),
        (date(2021, 5, 6), "Opinion issued – Affirmed"),
        (date(2021, 4, 5), "Brief filed – Appellant"),
    ]
    assert [(related.kind, related.court, related.numbers) for related in docket.related] == [
        ("appeal_of", "41st District Court", ("2020-77",))
    ]


def test_all_that_a_feed_s_days_need_is_loaded_before_the_reading_is_confined() -> None:
    """Confined it can open no file: a table of time zones that is sought then is missed, with a warning."""
    loaded = "hasattr(z.get_zonefile_instance, '_cached_instance')"
    asked = f"import docket.intake.court_pages.within, dateutil.zoneinfo as z; print({loaded})"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert told.stdout.strip() == "True"


def test_patterns_that_dockets_commonly_need_are_compiled_before_the_reading_is_confined() -> None:
    """Each confined process would compile them anew: the first page has people, counsel, counts and documents."""
    data = PAGE.encode()
    (docket,) = read_dockets(sniff(data), data, "page")
    first, second = docket.parties
    assert (first.attorneys, bool(first.charges)) == (second.attorneys, True)
    assert (len(docket.entries), docket.warnings) == (1, ())
    asked = (
        "import re, docket.intake.court_pages.within as w; from io import BytesIO;"
        "from tests.court_pages import pacer_pages as p;"
        "before = set(re._cache); w.read_within(BytesIO(p.criminal().encode()), BytesIO(), {'name': '', 'forum': ''});"
        "print(len(set(re._cache) - before))"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert int(told.stdout) <= 5
