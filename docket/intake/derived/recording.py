"""Writing down what a docket's lines say: for the importer after each file, for the command over old records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import IntegrityError, connection, models, transaction

from docket.choices import MOTIONS, Derived, FilingLinkKind, ProposalState
from docket.intake.derived.lines import Docket, Line, Readings
from docket.intake.matching.rows import fingerprint
from docket.intake.precedence.traces import Traces
from docket.law.reading import ruled_on
from docket.law.reading.names import Names
from docket.law.reading.rules import FILER
from docket.law.reading.shape import ALL
from docket.models import Case, CaseParty, DerivedDate, Filing, FilingLink, FilingParty, ImportTrace
from docket.models.parts.bulk_copy import copy_in

# links after which a motion waits for nothing
ENDING = frozenset({FilingLinkKind.RULES_ON, FilingLinkKind.DISPOSES, FilingLinkKind.WITHDRAWS})
Rows = dict[tuple[int, int], dict[str, Any]]
"""By the two ends of each."""
TYPES = """
update docket_filing f set filing_type = said.filing_type, type_derived = said.derived, type_rule = said.rule
from unnest(%s::bigint[], %s::int[], %s::text[], %s::text[], %s::text[])
  as said (id, version, filing_type, derived, rule)
where f.id = said.id and f.row_version = said.version
"""


@dataclass
class Written:
    """How many rows were added, changed or taken back."""

    types: int = 0
    links: int = 0
    filers: int = 0
    dates: int = 0


def write_down(case: Case, traces: Traces, readings: Readings | None = None, is_new: bool = False) -> Written:
    """Bring what is derived in line with the texts of the case; repeatable, within the caller's transaction.

    traces: what imports and earlier readings left, saved by the caller. A row that staff entered, changed, confirmed
    or took away stays as they left it. is_new: this transaction made the case, so there is nothing to be in line with.
    """
    docket = Docket.of(case, readings or Readings())
    here = Here.nothing() if is_new else Here.of(case)
    return bring_in_line(case, Said(docket, links_said(docket), filers_said(case, docket)), here, traces)


@dataclass
class Said:
    """What is said: by the lines of `docket` of their types and days; links and filers by their two ends."""

    docket: Docket
    links: Rows
    filers: Rows

    def keys(self) -> list[str]:
        """By which earlier readings of the links and filers are found."""
        return [_key(ends) for ends in (*self.links, *self.filers)]


@dataclass
class Here:
    """The rows of the case that are derived, or stand where derived ones would."""

    links: models.QuerySet[FilingLink]
    filers: models.QuerySet[FilingParty]
    dates: models.QuerySet[DerivedDate]

    @classmethod
    def of(cls, case: Case) -> Here:
        """All rows that were derived in a case, or stand where derived ones would."""
        return cls(
            FilingLink.objects.filter(from_case=case),
            FilingParty.objects.filter(case=case),
            DerivedDate.objects.filter(case=case),
        )

    @classmethod
    def nothing(cls) -> Here:
        """In a case that was just made."""
        return cls(FilingLink.objects.none(), FilingParty.objects.none(), DerivedDate.objects.none())


def bring_in_line(case: Case, said: Said, here: Here, traces: Traces) -> Written:
    """Bring the rows that are here in line with what is said. traces: at least those of these rows and keys."""
    return Written(
        types=_types(said.docket, traces),
        links=_links(case, said.links, traces, here),
        filers=_filers(case, said.filers, traces, here),
        dates=_dates(case, said.docket, here),
    )


def type_columns(said: dict[str, Any], readings: Readings) -> dict[str, str]:
    """The type of a line that is about to be added, unless its source gives one."""
    if said.get("filing_type"):
        return {}
    read = readings.of(said.get("docket_text", ""), said.get("short_text", ""))
    if not read.filing_type:
        return {}
    return {"filing_type": read.filing_type, "type_derived": Derived.DERIVED, "type_rule": read.type_rule}


def _types(docket: Docket, traces: Traces) -> int:
    given = traces.of(Filing)
    changes = []
    for line in docket.lines:
        trace = given.get(line.pk)
        if trace and trace.values.get("filing_type"):
            # a source gave it since: it is no longer derived
            if line.type_derived == Derived.DERIVED:
                changes.append((line.pk, line.row_version, line.filing_type, "", ""))
            continue
        found, rule = line.reading.filing_type, line.reading.type_rule
        free = line.type_derived == Derived.DERIVED or not (line.filing_type or line.type_derived)
        if free and (found, rule) != (line.filing_type, line.type_rule):
            changes.append((line.pk, line.row_version, found, Derived.DERIVED.value if found else "", rule))
    if changes:
        with connection.cursor() as cursor:
            cursor.execute(TYPES, [list(column) for column in zip(*changes, strict=True)])
    return len(changes)


def links_said(docket: Docket, is_whole: bool = True) -> Rows:
    """Links of the lines to earlier lines of the docket; at most one derived link between two of them.

    is_whole: every line of the case is there, so that it is known which motions still wait.
    """
    wanted: Rows = {}
    for line in docket.lines:
        for link in ruled_on(line.reading.links, partial(_type_of, docket, line)):
            other = docket.meant(link.target, line)
            if other and (_is_before(other, line) or link.kind == FilingLinkKind.REFERS_TO):
                row = {"from_filing_id": line.pk, "to_filing_id": other.pk, "kind": link.kind, "outcome": link.outcome}
                row["rule"] = link.rule
                wanted.setdefault((line.pk, other.pk), row)
        if is_whole:
            _end_what_waits(docket, line, wanted)
    return wanted


def _end_what_waits(docket: Docket, line: Line, wanted: Rows) -> None:
    """Of an order that ends all pending motions: a link to each before it that nothing read so far has ended."""
    every = next((link for link in line.reading.links if link.target == ALL), None)
    if every is None:
        return
    ended = {to for (_, to), row in wanted.items() if row["kind"] in ENDING}
    for other in docket.lines:
        if _sort(other) in MOTIONS and other.pk not in ended and other.pk != line.pk and _is_before(other, line):
            row = {"from_filing_id": line.pk, "to_filing_id": other.pk, "kind": every.kind, "outcome": ""}
            wanted.setdefault((line.pk, other.pk), {**row, "rule": every.rule})


def _links(case: Case, wanted: Rows, traces: Traces, here: Here) -> int:
    ends = {"from_case_id": case.pk, "to_case_id": case.pk}
    return _Settling(FilingLink, ("from_filing_id", "to_filing_id"), ("kind", "outcome", "rule"), traces).settle(
        here.links.order_by("is_derived"), wanted, ends
    )


def _type_of(docket: Docket, line: Line, target: str) -> str:
    """What sort of filing a reference means, by what staff or a source said, else by its own words."""
    other = docket.meant(target, line)
    return "" if other is None else _sort(other)


def _sort(other: Line) -> str:
    if other.type_derived == Derived.CONFIRMED:
        return other.filing_type
    read = other.reading.filing_type
    return read if other.type_derived == Derived.DERIVED else other.filing_type or read


def _is_before(other: Line, line: Line) -> bool:
    """By the court's numbers where both have one: a newer filing neither answers nor rules on what comes after it."""
    if other.entry_number.isdecimal() and line.entry_number.isdecimal():
        return int(other.entry_number) < int(line.entry_number)
    return other.place < line.place


def filers_said(case: Case, docket: Docket) -> Rows:
    """The parties of the case that the lines name as who filed them; who has two roles, in the first of them."""
    parties = CaseParty.objects.filter(case=case).order_by("position", "pk")
    first: dict[int, int] = {}
    named = []
    for pk, party, *both in parties.values_list("pk", "party", "party__name", "name_as_filed"):
        named += [(name, first.setdefault(party, pk)) for name in both]
    names = Names(named)
    wanted: Rows = {}
    for line in docket.lines:
        for pk in names.first_listed(line.reading.filers):
            wanted[line.pk, pk] = {"filing_id": line.pk, "case_party_id": pk, "rule": FILER}
    return wanted


def _filers(case: Case, wanted: Rows, traces: Traces, here: Here) -> int:
    rows = list(here.filers.order_by("is_derived"))
    # a filing whose filers staff entered, or confirmed in part, is theirs
    theirs = {row.filing_id for row in rows if not row.is_derived}
    wanted = {key: row for key, row in wanted.items() if key[0] not in theirs}
    return _Settling(FilingParty, ("filing_id", "case_party_id"), ("rule",), traces).settle(
        rows, wanted, {"case_id": case.pk}
    )


class _Settling:
    """Derived rows of one model, each between two others (`ends`), with the columns that reading says of it."""

    def __init__(self, model: type[models.Model], ends: tuple[str, str], said: tuple[str, ...], traces: Traces) -> None:
        self.model, self.ends, self.said, self.traces = model, ends, said, traces

    def settle(self, rows: Iterable[Any], wanted: Rows, common: dict[str, Any]) -> int:
        """Add what is new, follow what changed, take back what is no longer said; leave what staff decided."""
        known = {trace.key: pk for pk, trace in self.traces.of(self.model).items()}
        here = {(getattr(row, self.ends[0]), getattr(row, self.ends[1])): row for row in rows}
        new = [row for ends, row in wanted.items() if ends not in here and _key(ends) not in known]
        changed, gone = [], []
        for ends, row in here.items():
            if not row.is_derived or _key(ends) not in known:
                continue
            if ends not in wanted:
                gone.append(row.pk)
            elif any(getattr(row, column) != wanted[ends][column] for column in self.said):
                for column in self.said:
                    setattr(row, column, wanted[ends][column])
                changed.append(row)
        self._take_back(gone)
        if changed:
            self.model._default_manager.bulk_update(changed, self.said, batch_size=500)
        self._add([{**common, **row, "is_derived": True} for row in new])
        return len(new) + len(changed) + len(gone)

    def _take_back(self, gone: list[int]) -> None:
        """With its trace: should the text say so again, the row comes back."""
        if not gone:
            return
        self.model._default_manager.filter(pk__in=gone).delete()
        ImportTrace.objects.filter(label=self.model._meta.label_lower, object_id__in=gone).delete()

    def _add(self, rows: list[dict[str, Any]]) -> None:
        for row, pk in self._copied(rows):
            self.traces.remember_new(self.model, pk, {"derived": True}, _key((row[self.ends[0]], row[self.ends[1]])))

    def _copied(self, rows: list[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], int]]:
        """All at once; where a link of staff's would close a circle with one of them, one by one without that one."""
        if not rows:
            return []
        if self.model is not FilingLink:
            return zip(rows, copy_in(self.model, rows), strict=True)
        try:
            with transaction.atomic():
                return list(zip(rows, copy_in(self.model, rows), strict=True))
        except IntegrityError:
            return [(row, pk) for row in rows for pk in self._alone(row)]

    def _alone(self, row: dict[str, Any]) -> list[int]:
        try:
            with transaction.atomic():
                return copy_in(self.model, [row])
        except IntegrityError:
            return []


def _key(ends: tuple[int, int]) -> str:
    return fingerprint(str(ends[0]), str(ends[1]))


def _dates(case: Case, docket: Docket, here: Here) -> int:
    """Days that lines set, for staff to decide; what they decided stays."""
    wanted: dict[tuple[Any, ...], dict[str, Any]] = {}
    for line in docket.lines:
        for day in line.reading.dates:
            key = (line.pk, day.kind.value, day.day, day.title)
            row = dict(zip(("filing_id", "kind", "date", "title"), key, strict=True))
            wanted.setdefault(
                key,
                {
                    **row,
                    "rule": f"date.{day.kind.value}",
                    "time": day.at,
                    "hearing_kind": day.hearing_kind,
                    "case_id": case.pk,
                },
            )
    known = {(row.filing_id, row.kind, row.date, row.title): row for row in here.dates}
    gone = [row.pk for key, row in known.items() if key not in wanted and row.state == ProposalState.OPEN]
    if gone:
        here.dates.filter(pk__in=gone).delete()
    new = [row for key, row in wanted.items() if key not in known]
    copy_in(DerivedDate, new)
    return len(new) + len(gone)
