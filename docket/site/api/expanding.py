"""`?expand=`: rows of other resources put into a row, each sort with the same few questions for the whole page.

What is put in may speak of more than the one party that a row is about, so it never tells how a whole case ended.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import F

from docket.site.api.asked import Refused
from docket.site.api.rows import Row, rows_by_key
from docket.site.exports.cases import CASE_PARTIES, CASES
from docket.site.exports.claims import CLAIM_EVENTS, CLAIMANTS, CLAIMS
from docket.site.exports.columns import File
from docket.site.exports.counsel import APPEARANCES, ATTORNEYS
from docket.site.exports.filings import DOCUMENTS, FILING_LINKS, FILING_PARTIES, FILINGS
from docket.site.exports.forums import CASE_LINKS
from docket.site.exports.joins import joins_of
from docket.site.exports.matters import MATTER_PARTIES, MATTERS
from docket.site.exports.parties import PARTIES

MOST = 2000  # rows put into one answer, of one sort


@dataclass(frozen=True)
class Expansion:
    """What is put in under a name: the rows of `file` whose column `theirs` says what the row's column `ours` says."""

    name: str
    file: File
    ours: str
    theirs: str
    many: bool = False


# what other resources say of a row: the name, whose rows, and the column of both
MANY = {
    MATTERS.name: (("parties", MATTER_PARTIES, "matter_id", "matter_id"),),
    CASES.name: (
        ("parties", CASE_PARTIES, "case_id", "case_id"),
        ("appearances", APPEARANCES, "case_id", "case_id"),
        ("links", CASE_LINKS, "case_id", "from_case_id"),
    ),
    FILINGS.name: (
        ("documents", DOCUMENTS, "filing_id", "filing_id"),
        ("filers", FILING_PARTIES, "filing_id", "filing_id"),
        ("links", FILING_LINKS, "filing_id", "from_filing_id"),
    ),
    CLAIMS.name: (
        ("events", CLAIM_EVENTS, "claim_against_id", "claim_against_id"),
        ("claimants", CLAIMANTS, "claim_id", "claim_id"),
    ),
    PARTIES.name: (("cases", CASE_PARTIES, "party_id", "party_id"),),
    ATTORNEYS.name: (("appearances", APPEARANCES, "attorney_id", "attorney_id"),),
}


def expansions_of(file: File) -> dict[str, Expansion]:
    """What can be put into a row of that file, by name."""
    named = joins_of(file).items()
    one = [Expansion(name.removesuffix("_id"), other, name, other.columns[0].name) for name, other in named]
    if any(column.name == "matter_ids" for column in file.columns):
        one.append(Expansion("matters", MATTERS, "matter_ids", "matter_id", many=True))
    many = [Expansion(*of, many=True) for of in MANY.get(file.name, ())]
    return {expansion.name: expansion for expansion in (*one, *many)}


def expand(rows: Iterable[Row], expansions: Iterable[Expansion]) -> None:
    """Give each row `expanded`, with what each expansion finds for it. Raises Refused where that is too much."""
    told = list(rows)
    for row in told:
        row["expanded"] = {}
    for expansion in expansions:
        _put(told, expansion)


def _put(rows: list[Row], expansion: Expansion) -> None:
    wanted = {one for row in rows for one in _ids(row[expansion.ours])}
    found = _found(expansion, wanted) if wanted else {}
    for row in rows:
        these = [one for named in _ids(row[expansion.ours]) for one in found.get(named, [])]
        row["expanded"][expansion.name] = these if expansion.many else (these[0] if these else None)


def _found(expansion: Expansion, wanted: set[str]) -> dict[str, list[Row]]:
    """The rows by what their column says, in the order of entry."""
    file = expansion.file.of_a_party()
    path = cast("F", next(column.value for column in file.columns if column.name == expansion.theirs))
    near = file.of(file.listed()).filter(**{f"{path.name}__in": wanted})
    keys = list(near.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(keys) > MOST:
        raise Refused("expand", f"“{expansion.name}” would put more than {MOST:,} rows in: ask for fewer with `limit`.")
    rows = rows_by_key(file, near.model._default_manager.filter(pk__in=keys), {c.name for c in file.columns})
    found: dict[str, list[Row]] = {}
    for key in keys:
        if key in rows:
            found.setdefault(str(rows[key][expansion.theirs]), []).append(rows[key])
    return found


def _ids(value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(one) for one in value]
    return [str(value)] if value else []
