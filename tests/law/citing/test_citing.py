"""Names of cases: a table of invented captions and their right names, and what no caption may lead to."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.choices import CaptionKind
from docket.law.citing.capitals import readable
from docket.law.citing.names import mdl_number, short_name
from docket.law.citing.parties import Name
from docket.law.citing.people import is_person, surname

with (Path(__file__).parents[2] / "data" / "captions.tsv").open() as table:
    ROWS = list(csv.DictReader(table, dialect="excel-tab", quoting=csv.QUOTE_NONE))
ABROAD = "England and Wales"


def parties(cell):
    return [Name(*reversed(one.split(":")[:2]), *one.split(":")[2:]) for one in cell.split(" / ") if one]


def named(row):
    where = row["where"] if row["where"] not in ("federal", ABROAD) else ""
    return short_name(row["caption"], CaptionKind.ADVERSARY, parties(row["parties"]), where, row["where"] == ABROAD)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['caption'][:60]} ({row['where']})" for row in ROWS])
def test_a_case_is_called(row):
    assert named(row) == row["name"]


def test_the_table_is_large_and_half_of_it_of_the_kinds_that_went_wrong():
    sorts = Counter(row["sort"] for row in ROWS)
    assert len(ROWS) >= 150
    assert len(ROWS) - sorts["ordinary"] >= len(ROWS) / 2


STRANGERS = [
    Name("Zyx Wvut", "person", "Wvut"),
    Name("Zyxwvut Corporation", "organization"),
    Name("State of Zyxwvut", "government"),
]


@pytest.mark.parametrize("row", ROWS, ids=[row["caption"][:60] for row in ROWS])
def test_no_party_of_the_record_is_named_unless_the_caption_names_it(row):
    assert short_name(row["caption"], CaptionKind.ADVERSARY, STRANGERS) == short_name(
        row["caption"], CaptionKind.ADVERSARY
    )


@pytest.mark.parametrize("kind", [kind for kind in CaptionKind.values if kind != CaptionKind.ADVERSARY])
def test_no_kind_of_caption_lets_a_stranger_in(kind):
    for row in ROWS:
        assert "vut" not in short_name(row["caption"], kind, STRANGERS)


@given(
    st.text(max_size=80), st.sampled_from(CaptionKind.values), st.lists(st.text(min_size=1, max_size=30), max_size=3)
)
def test_every_caption_has_a_name(caption, kind, names):
    parties = [Name(name, kind) for name in names for kind in ("person", "organization", "government", "estate", "")]
    assert short_name(caption, kind, parties) or not caption.strip()


def test_a_petition_in_bankruptcy_is_in_re_its_debtor():
    assert short_name("Jane Q. Roe, Jr.", CaptionKind.IN_RE) == "In re Roe"
    assert short_name("Lake Ellery Development Co., LLC", CaptionKind.IN_RE) == "In re Lake Ellery Dev. Co."
    assert short_name("Jane Ada Roe and Sam Max Roe", CaptionKind.IN_RE) == "In re Roe"


def test_a_description_of_ours_stays_as_it_is():
    assert short_name("Investigation of the FATAL collapse", CaptionKind.DESCRIPTIVE, STRANGERS) == (
        "Investigation of the FATAL collapse"
    )


@pytest.mark.parametrize(
    ("caption", "number"),
    [
        ("In re: Orrin Tablets Litigation (MDL No. 2999)", "2999"),
        ("MDL-2999 In re: Orrin Tablets", "2999"),
        ("In re: Orrin Tablets, MDL 2999", "2999"),
        ("In re: Orrin Tablets Litigation", ""),
        ("Roe v. Medley 12", ""),
    ],
)
def test_the_number_of_a_multidistrict_litigation_is_read_from_the_caption(caption, number):
    assert mdl_number(caption) == number


@pytest.mark.parametrize(
    ("loud", "said"),
    [
        ("MCNEAL v. O'BRIEN", "McNeal v. O'Brien"),
        ("Roe v. EPA", "Roe v. EPA"),
        ("LI v. Roe", "LI v. Roe"),
        ("POE, JR. v. SMITH-ROE LLC", "Poe, Jr. v. Smith-Roe LLC"),
        ("ROE III v. N.A.T. CO.", "Roe III v. N.A.T. Co."),
    ],
)
def test_capitals_become_readable(loud, said):
    assert readable(loud) == said


@pytest.mark.parametrize(
    "name",
    [
        "Dynamic Visions",
        "Alpha Beta",
        "Bruno Ellery Foundation",
        "Mary Poe & Sons",
        "Ada",
        "Georgia Power",
        "Ken 12 Poe",
    ],
)
def test_a_name_without_evidence_is_no_persons(name):
    assert not is_person(name)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ada Poe", "Poe"),
        ("Maria de la Cruz", "de la Cruz"),
        ("De La Rosa", "De La Rosa"),
        ("Juan Carlos Perez Lopez", "Perez Lopez"),
        ("A.R.", "A.R."),
    ],
)
def test_the_surname_of(name, family):
    assert surname(name) == family
