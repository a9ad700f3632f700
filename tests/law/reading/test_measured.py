"""What was measured of readings: the interval, the checked-in table, and that nothing is public without it."""

import pytest

from docket.choices import FilingLinkKind, FilingType, RulingOutcome, filing_group
from docket.law.reading.measured import MEASURED
from docket.law.reading.measuring import ENOUGH, Measured, wilson_lower
from docket.law.reading.public import public_outcomes, public_statements
from tests import reading_flp, reading_opposite, reading_unseen
from tests.shared import needs_dockets

LABELS = reading_unseen.labels()


@pytest.mark.parametrize(
    ("right", "of", "lower"),
    [(0, 0, 0.0), (1, 1, 0.207), (123, 123, 0.9697), (124, 124, 0.97), (95, 100, 0.888), (0, 10, 0.0)],
)
def test_the_lower_bound_is_wilsons(right: int, of: int, lower: float):
    assert wilson_lower(right, of) == pytest.approx(lower, abs=0.0005)


def test_a_kind_is_public_only_with_enough_right_ones():
    assert not Measured("type", "mot", 20, 0).is_public
    assert Measured("type", "mot", 400, 2).is_public
    assert not Measured("type", "mot", 400, 12).is_public


def test_every_row_names_something_that_can_be_said():
    groups = {filing_group(value) for value in FilingType.values}
    names = {
        "type": groups,
        "link": set(FilingLinkKind.values),
        "ruling": {*RulingOutcome.values, "none", "granted_or_denied"},
        "filer": {"filer"},
        "mention": {"mention"},
    }
    assert all(row.name in names[row.family] for row in MEASURED)
    assert len({(row.family, row.name) for row in MEASURED}) == len(MEASURED)


def test_what_is_public_follows_from_the_table():
    for row in MEASURED:
        if row.family != "ruling":
            assert (row.name in public_statements(row.family)) == (row.lower_bound >= ENOUGH)
    assert "" not in public_outcomes()
    assert public_outcomes() <= set(RulingOutcome.values)


@needs_dockets
def test_the_table_is_what_the_scoring_program_writes():
    """Run `python -m tests.reading_score --table` when this fails; see what became public, or is not now."""
    assert reading_unseen.table() == reading_unseen.MEASURED.read_text()


@needs_dockets
def test_the_sample_is_of_many_courts_and_few_right_statements_are_lost():
    courts = {row["entry"].partition("#")[0].rpartition("/")[2].partition("_")[0].partition(".")[0] for row in LABELS}
    assert len(courts) >= 40
    assert len({row["entry"] for row in LABELS}) >= 800
    assert len(reading_unseen.no_longer_right()) <= 0.03 * len(LABELS)


@needs_dockets
def test_beside_the_systems_of_others_ours_is_more_often_right_where_it_speaks():
    ours = reading_flp.families(reading_flp.our_family, unseen=False)
    assert ours.right / ours.said >= 0.97
    assert ours.right / ours.labelled >= 0.9
    unseen = reading_flp.families(reading_flp.our_family, unseen=True)
    assert unseen.right / unseen.said >= 0.97


@needs_dockets
def test_no_ruling_is_the_opposite_of_what_the_court_did():
    rulings = reading_opposite.rulings()
    assert len(rulings) >= 350
    assert [ruled for ruled in rulings if ruled.is_opposite] == []
    both = {(ruled.digest, ruled.target, ruled.outcome) for ruled in rulings if ruled.both}
    assert both - reading_opposite.seen_by_a_person() == set(), (
        "read these and add them to tests/data/reviewed_rulings.tsv"
    )
