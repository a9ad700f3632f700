"""One window of a claims grid: rows are claims, columns the parties they are against, each cell where that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from types import SimpleNamespace
from typing import Any

from docket.choices import ClaimEffect
from docket.choices.dates import happened_by, may_have_happened_by
from docket.claims import ClaimStatus, family_of
from docket.law.count_numbers import counts_in
from docket.models import Case, Deadline, Matter
from docket.proposals.answers_due import answers_due
from docket.site.grid.other_proceedings import ResponseElsewhere
from docket.site.grid.question import STATUSES, GridQuestion
from docket.site.grid.records import MOST_CLAIMS, Claims, cells_of, claims_of, status_of_cell
from docket.site.wording import Charge, note_of, status_line
from parties.models import Party

ROWS, COLUMNS = 25, 6


@dataclass
class Cell:
    """A claim against a party. last_checked: said beside silence, which only tells what this record holds.

    elsewhere: where nothing answers in the case itself, the party's responses to the pleading in other proceedings.
    """

    row: Any
    status: ClaimStatus
    words: str
    note: str
    last_checked: date | None = None
    due: Deadline | None = None
    elsewhere: list[ResponseElsewhere] = field(default_factory=list)


@dataclass
class Row:
    """A claim with its claimants, and its cells in the order of the columns: none, one, or one for each role."""

    claim: Any
    claimants: list[Party]
    cells: list[list[Cell]]


@dataclass
class Grid:
    """What the page shows of the claims that match.

    claims, of: how many claims match against how many parties; found: how many of them against those in the columns.
    """

    question: GridQuestion
    columns: list[Party] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    claims: int = 0
    found: int = 0
    of: int = 0
    more: bool = False
    charges: list[Charge] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    claimants: list[Party] = field(default_factory=list)
    uncertain: list[Any] = field(default_factory=list)

    @property
    def statuses_named(self) -> list[tuple[str, ClaimStatus]]:
        """Every party against whom something is claimed with where that stands; nothing where only a part is shown."""
        if not self.is_whole:
            return []
        shown = [cell for row in self.rows for cells in row.cells for cell in cells]
        return [(cell.row.name, cell.status) for cell in shown]

    @property
    def counts(self) -> list[ClaimStatus]:
        """Where each count stands, as often as the lines name counts: “BANK FRAUD(5-20)” is sixteen."""
        if not self.is_whole:
            return []
        shown = [(row.claim.title, cell.status) for row in self.rows for cells in row.cells for cell in cells]
        return [status for title, status in shown for _ in range(counts_in(title))]

    @property
    def can_be_narrowed(self) -> bool:
        """Whether the form that narrows the claims is of use: a table was asked for, or there are more pages of it."""
        has_pages = bool(self.claim_pages.next_page or self.party_pages.next_page)
        return (self.question.is_tabled and not self.question.on) or self.question.narrows or has_pages

    @property
    def is_whole(self) -> bool:
        """Whether nothing is on another page or filtered out."""
        return not self.question.narrows and self.found <= ROWS and self.of <= COLUMNS and not self.more

    @property
    def statuses(self) -> list[tuple[str, str]]:
        """(code, words) of each outcome that the filter above the table offers."""
        return [(str(code), str(label)) for code, label in STATUSES]

    @property
    def claim_pages(self) -> Pages:
        """Which rows the page shows of all claims, with the addresses of the pages beside it."""
        return Pages.of(self.question, "claims", self.found, ROWS)

    @property
    def party_pages(self) -> Pages:
        """Which columns the page shows of all parties, with the addresses of the pages beside it."""
        return Pages.of(self.question, "parties", self.of, COLUMNS)


@dataclass
class Pages:
    """“1–25 of 200”, with the addresses of the pages before and after."""

    first: int
    last: int
    total: int
    previous_page: str
    next_page: str

    @classmethod
    def of(cls, question: GridQuestion, name: str, total: int, size: int) -> Pages:
        """Of claims or of parties."""
        page = getattr(question, name)
        last = min(page * size, total)
        turned = {"claims": 1} if name == "parties" else {}
        before = question.address(**{**turned, name: page - 1}) if page > 1 else ""
        after = question.address(**{**turned, name: page + 1}) if last < total else ""
        return cls(min((page - 1) * size + 1, total), last, total, before, after)


def grid_of(scope: Case | Matter, question: GridQuestion, today: date, read: Claims | None = None) -> Grid:
    """The window of the grid that is asked for, in at most four queries; read: its claims, where they are known."""
    claims, named = read or claims_of(scope)
    grid = Grid(question, more=len(claims) > MOST_CLAIMS)
    known = [claim for claim in claims[:MOST_CLAIMS] if stands(claim, question.on)]
    grid.uncertain = [claim for claim in known if question.on and not _pleaded(claim, question.on)]
    grid.charges = [charge_of(claim, named) for claim in known]
    grid.claimants = _in_order((claim.claimants for claim in known), named)
    grid.parties = _in_order((claim.against for claim in known), named)
    asked = _asked(known, question, named)
    found = _status_so(asked, question) if question.status else None
    _choose_window(grid, asked, scope, found, named)
    _fill(grid, found, today)
    return grid


def stands(claim: Any, on: date | None) -> bool:
    """Whether this version of the claim is the one that counts: pleaded, and in no later version."""
    if on is None:
        return not claim.later
    if claim.pleaded and claim.pleaded > on:
        return False
    return not any(happened_by(day, precision, on) for day, precision in claim.later)


def _pleaded(claim: Any, on: date) -> bool:
    return not may_have_happened_by(claim.pleaded, claim.pleaded_precision or "", on)


def charge_of(claim: Any, named: dict[int, Party]) -> Charge:
    """Claimants, title and those against whom, by name, for `docket.site.wording.digest`."""
    by, against = ([named[pk].name for pk in keys if pk in named] for keys in (claim.claimants, claim.against))
    return Charge(tuple(by), claim.title, tuple(against), claim.kind)


def _in_order(keys: Any, named: dict[int, Party]) -> list[Party]:
    """Those who are meant, each once, by name."""
    once = dict.fromkeys(pk for group in keys for pk in group if pk in named)
    return sorted((named[pk] for pk in once), key=lambda party: (party.name.casefold(), party.public_id))


def _asked(claims: list[Any], question: GridQuestion, named: dict[int, Party]) -> list[Any]:
    """The claims by the claimant and against the party that are asked for, each with only those parties."""
    asked = []
    for claim in claims:
        by = {named[pk].public_id for pk in claim.claimants if pk in named}
        if question.claimant and question.claimant not in by:
            continue
        against = [pk for pk in claim.against if pk in named and question.party in ("", named[pk].public_id)]
        if against or not question.party:
            asked.append(SimpleNamespace(**{**vars(claim), "against": against}))
    return asked


def _status_so(claims: list[Any], question: GridQuestion) -> list[Any]:
    """The cells that stand as is asked; the claims keep only the parties of these."""
    kinds = {claim.id: claim.kind for claim in claims}
    parties = {pk for claim in claims for pk in claim.against}
    cells = [
        cell
        for cell in cells_of(kinds, parties, with_sources=True)
        if status_of_cell(cell, kinds[cell.claim_id], question.on).effect == question.status
    ]
    kept: dict[int, list[int]] = {}
    for cell in cells:
        kept.setdefault(cell.claim_id, []).append(cell.party_id)
    for claim in claims:
        claim.against = [pk for pk in claim.against if pk in kept.get(claim.id, ())]
    claims[:] = [claim for claim in claims if claim.against]
    return cells


def _choose_window(grid: Grid, claims: list[Any], scope: Any, cells: list[Any] | None, named: dict[int, Party]) -> None:
    """Which parties are columns, and of the claims against them which are rows."""
    counted = Counter(pk for claim in claims for pk in dict.fromkeys(claim.against))
    parties = list(counted)  # in the order of the pleadings and their captions
    if isinstance(scope, Matter):
        parties.sort(key=lambda pk: -counted[pk])
    start = (grid.question.parties - 1) * COLUMNS
    shown = parties[start : start + COLUMNS]
    grid.claims, grid.of, grid.columns = len(claims), len(parties), [named[pk] for pk in shown]
    # a claim against nobody known has no cell: it stands with the first parties
    rows = [claim for claim in claims if set(claim.against) & set(shown) or (not claim.against and start == 0)]
    first = (grid.question.claims - 1) * ROWS
    grid.found = len(rows)
    grid.rows = [
        Row(claim, [named[pk] for pk in claim.claimants if pk in named], [[] for _ in shown])
        for claim in rows[first : first + ROWS]
    ]


def _fill(grid: Grid, cells: list[Any] | None, today: date) -> None:
    rows = {row.claim.id: row for row in grid.rows}
    places = {party.pk: place for place, party in enumerate(grid.columns)}
    if cells is None:
        cells = cells_of(rows, places, with_sources=True) if rows and places else []
    shown = []
    for cell in cells:
        if cell.claim_id not in rows or cell.party_id not in places:
            continue
        row, place = rows[cell.claim_id], places[cell.party_id]
        shown.append(cell_of(cell, row.claim, grid.columns[place].name, grid.question.on))
        row.cells[place].append(shown[-1])
    if grid.question.on is None:
        say_what_is_due(shown, today)


def say_what_is_due(cells: Iterable[Cell], today: date) -> None:
    """Give those that nothing answers the day by which an answer is due, and what answers in another proceeding."""
    waiting = [cell for cell in cells if cell.status.effect == ClaimEffect.OPEN]
    due = answers_due([cell.row for cell in waiting], today) if waiting else {}
    for cell in waiting:
        cell.due = due.get(cell.row.pk)
        cell.elsewhere = cell.row.claim.elsewhere.get(cell.row.party_id, [])


def cell_of(cell: Any, claim: Any, name: str, on: date | None = None) -> Cell:
    """Where the claim stands against the party of that name; cell: a row of `records.cells_of`."""
    cell.claim, cell.name = claim, name
    status = status_of_cell(cell, claim.kind, on)
    silent = status.is_silent and on is None
    return Cell(
        row=cell,
        status=status,
        words=status_line(status),
        note=note_of(status, cell.name, family_of(claim.kind)),
        last_checked=claim.last_checked if silent else None,
    )
