"""Which lines under a party's name may be public: an allow-list, tried with what must never pass it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docket.intake.court_pages.pacer.party_info import PRIVATE, aliases, capacities
from docket.intake.shape import ImportedAlias


@pytest.mark.parametrize(
    "line",
    [
        "individually",
        "individually and on behalf of all others similarly situated",
        "Individually and in her capacity as Executor of the Estate of Job Marsh",
        "in his official capacity as Secretary of the Interior",
        "in his official capacity of Secretary of Transportation",
        "on their own behalf and on behalf of a class of others similarly situated",
        "as co-executor of the Estate of Job Marsh",
        "as personal representative of the Estate of Job Marsh, deceased",
        "a New Jersey Corporation",
        "a Delaware limited liability company",
        "a limited liability partnership",
        "a business entity of form unknown",
        "an individual",
        "Warden of Port Example Correctional Facility",
        "Real Party in Interest",
        "erroneously sued as Brightwater Inc.",
    ],
)
def test_capacities_and_descriptions_pass(line: str) -> None:
    assert capacities(f"12 Weir Street\n{line}\n555-010-1234") == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "12 Weir Street",
        "Port Example, CA 90001",
        "P O BOX 3083",
        "(555) 010-5433",
        "fax: see above",
        "SSN / ITIN: xxx-xx-3472",
        "Tax ID / EIN: viegelahn",
        "someone@example.org",
        "c/o Royal Palm Apartments",
        "One State Street",
        "Office of the U.S. Trustee",
        "Robert T Example United States Courthouse",
        "individually and as parent of Ann Marsh",
        "as guardian ad litem for Ann Marsh, a minor",
        "individually and of 12 Weir Street",
        "individually and One State Street",
        "MacLean Holloway Doherty",
        "TERMINATED: 01/14/2022",
        "",
    ],
)
def test_everything_else_is_withheld(line: str) -> None:
    assert capacities(line) == ()
    assert aliases(line) == ()


@pytest.mark.parametrize(
    ("block", "kind", "name"),
    [
        ('also known as\n"Dirty Red"\nTERMINATED: 04/15/2010', "aka", "Dirty Red"),
        ("doing business as\nPort Example Gazette", "dba", "Port Example Gazette"),
        ("FKA\nBrightwater Studios, Inc.", "fka", "Brightwater Studios, Inc."),
    ],
)
def test_names_after_an_alias_mark_pass(block: str, kind: str, name: str) -> None:
    assert aliases(block) == (ImportedAlias(kind, name),)
    assert capacities(block) == ()


def test_an_address_after_an_alias_mark_does_not() -> None:
    assert aliases("also known as\n12 Weir Street") == ()


@given(st.lists(st.text(max_size=60), max_size=8).map("\n".join))
def test_nothing_with_a_digit_an_address_or_an_identifier_ever_passes(block: str) -> None:
    public = [*capacities(block), *(alias.name for alias in aliases(block))]
    assert not [line for line in public if PRIVATE.search(line)]


@given(
    st.integers(0, 99999),
    st.sampled_from(["individually, {}", "a Delaware corporation {}", "as trustee of {}"]),
)
def test_a_number_never_passes_inside_an_allowed_line(number: int, line: str) -> None:
    assert capacities(line.format(number)) == ()
