"""What moving filings to another case would do, and what stands against it. What goes along is read off the models' own
keys, so that a new key to a filing cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from docket.models import Case, CaseParty, ClaimEvent, Filing, FilingLink, FilingParty
from docket.models.filings import CROSS_CASE_LINKS
from docket.models.parts.in_case import InCase
from docket.publishing.bases import Record
from docket.publishing.visibility import TOLD_OF, Visibility
from docket.publishing.why import is_public, published_ids
from parties.merging import Key, keys_to, name_of

SHOWN = 5  # of a kind of obstacle; the rest is counted


@dataclass(frozen=True)
class Plan:
    """filings: in the docket's order; along: model → the rows that go along; filers: filer → its party there."""

    source: Case
    target: Case
    filings: list[Filing]
    along: dict[type[models.Model], list[int]] = field(default_factory=dict)
    filers: dict[int, int] = field(default_factory=dict)
    obstacles: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    leaves_public: bool = False
    enters_public: bool = False

    @property
    def going(self) -> dict[type[models.Model], list[int]]:
        """All rows that go, by model."""
        return {Filing: [row.pk for row in self.filings], **self.along}

    @property
    def state(self) -> str:
        """Of the versions of all rows that go or name one of those: the same, or something has changed since."""
        rows = [(model._meta.label, list(_versions(model, pk__in=ids))) for model, ids in self.going.items()]
        for model, ids in self.going.items():
            for key in (key for key in keys_to(model) if issubclass(key.model, Record)):
                rows.append((name_of(key), list(_versions(key.model, **{f"{key.name}__in": ids}))))
        return sha256(repr(sorted(rows)).encode()).hexdigest()

    @property
    def digest(self) -> str:
        """Of everything that a page shows of it: the same plan, or it has changed since."""
        rows = [(model._meta.label, ids) for model, ids in self.along.items()]
        versions = [(row.pk, row.row_version) for row in (self.source, self.target, *self.filings)]
        public = (self.leaves_public, self.enters_public)
        told = (rows, versions, sorted(self.filers.items()), self.obstacles, self.warnings, public)
        return sha256(repr(told).encode()).hexdigest()


def _versions(model: type[models.Model], **which: Any) -> QuerySet[Any, Any]:
    return model._default_manager.filter(**which).order_by("pk").values_list("pk", "row_version")


def plan(filings: Iterable[Filing], target: Case, known: dict[int, int] | None = None, was_there: str = "") -> Plan:
    """Of filings of one case. For moving back, known: filer → the case party that it had there before; was_there: the
    state in which all of it left: unchanged, it may be public there again.
    """
    rows = sorted(filings, key=lambda row: row.sequence)
    source = rows[0].case
    found = Plan(source, target, rows, leaves_public=is_public(source) and not is_public(target))
    if obstacles := list(_at_all(found)):
        found.obstacles.extend(obstacles)
        return found
    ids = [row.pk for row in rows]
    found.along.update(_along(ids))
    found.obstacles.extend(_resting(found))
    found.obstacles.extend(_crossing(ids, target))
    found.obstacles.extend(_filers(found, known or {}))
    out = list(_going_out(found))
    if out and was_there == found.state:
        found = replace(found, enters_public=True)
    else:
        found.obstacles.extend(out)
    found.warnings.extend(_numbers(found))
    return found


def _at_all(found: Plan) -> Iterator[str]:
    if {row.case_id for row in found.filings} != {found.source.pk}:
        yield "Choose filings of one case."
    if found.source.pk == found.target.pk:
        yield "They are in that case already: choose another one."
    if Visibility.EXPUNGED in (found.target.visibility, *(row.visibility for row in found.filings)):
        yield "What is expunged is moved nowhere."


# What goes along


def riding(model: type[models.Model]) -> list[Key]:
    """The keys of rows that are in the case of the row of this model which they name: a filing's documents."""
    return [key for key in keys_to(model) if getattr(key.model, "case_from", "") == key.name]


def staying(model: type[models.Model]) -> list[Key]:
    """The keys of rows that are in a case of their own and may name rows of that case only: what rests on a filing."""
    return [
        key
        for key in keys_to(model)
        if issubclass(key.model, InCase) and key.name in getattr(key.model, "same_case", ())
    ]


def _along(ids: list[int]) -> dict[type[models.Model], list[int]]:
    found: dict[type[models.Model], list[int]] = {}
    above: list[tuple[type[models.Model], list[int]]] = [(Filing, ids)]
    while above:
        model, keys = above.pop()
        for key in riding(model):
            rows = sorted(key.model._default_manager.filter(**{f"{key.name}__in": keys}).values_list("pk", flat=True))
            if rows:
                found[key.model] = rows
                above.append((key.model, rows))
    return found


# What stands in the way


def _resting(found: Plan) -> Iterator[str]:
    """Rows that stay and rest on what would go, and rows that would go and rest on what stays."""
    going = found.going
    for model, ids in going.items():
        for key in staying(model):
            rows = key.model._default_manager.filter(**{f"{key.name}__in": ids})
            yield from _told(rows.exclude(pk__in=going.get(key.model, [])), key)
    for model, ids in found.along.items():
        for name in getattr(model, "same_case", ()):
            to: Any = model._meta.get_field(name)
            if to.related_model is not CaseParty:
                rows = model._default_manager.filter(pk__in=ids).exclude(**{name: None})
                yield from _told(rows.exclude(**{f"{name}__in": going.get(to.related_model, [])}), to)


def _told(rows: QuerySet[Any], key: Key) -> Iterator[str]:
    one = key.model._meta.verbose_name
    shown = list(rows.order_by("pk")[:SHOWN])
    for row in shown:
        yield (
            f"The {one} “{row}” rests on one of them ({key.verbose_name}) and stays in its case: give it another "
            "filing first, or leave it out."
        )
    if len(shown) == SHOWN and (more := rows.count() - SHOWN) > 0:
        yield f"So do {more:,} more."


def _crossing(ids: list[int], target: Case) -> Iterator[str]:
    """Links to filings that stay, of a kind that joins filings of one case; events of claims that they bring about."""
    links = FilingLink.objects.filter(Q(from_filing__in=ids) ^ Q(to_filing__in=ids)).exclude(kind__in=CROSS_CASE_LINKS)
    to_target = Q(from_filing__in=ids, to_case=target) | Q(to_filing__in=ids, from_case=target)
    for link in links.exclude(to_target).select_related("from_filing", "to_filing")[:SHOWN]:
        yield f"“{link}”: a link of this kind joins filings of one case. Move both, or take the link away first."
    events = ClaimEvent.objects.filter(filing__in=ids).exclude(case=target).select_related("claim_against")
    for event in events[:SHOWN]:
        yield f"“{event}” of “{event.claim_against}” rests on one of them: give it another filing first."


def _filers(found: Plan, known: dict[int, int]) -> Iterator[str]:
    """Each filer is the same party in the same role in the target; a role is never dropped nor made."""
    there = {(row.party_id, row.role): row.pk for row in CaseParty.objects.filter(case=found.target)}
    present, wanting = set(there.values()), {}
    rows = FilingParty.objects.filter(pk__in=found.along.get(FilingParty, []))
    for filer in rows.select_related("case_party__party"):
        before = known.get(filer.pk)
        place = before if before in present else there.get((filer.case_party.party_id, filer.case_party.role))
        if place is None:
            wanting[filer.case_party_id] = str(filer.case_party)
        else:
            found.filers[filer.pk] = place
    for words in wanting.values():
        yield f"“{words}” filed one of them and is not in the other case: add that party there, in this role, first."


def _going_out(found: Plan) -> Iterator[str]:
    """Nothing becomes public by being moved: that is for the act of publishing, which shows what goes out."""
    if not is_public(found.target):
        return
    public = published_ids(Filing, [row.pk for row in found.filings])
    for row in found.filings:
        if row.visibility in TOLD_OF and row.pk not in public:
            yield f"“{row}” says “{row.get_visibility_display()}” and would be public at once: make it a draft first."


def _numbers(found: Plan) -> Iterator[str]:
    numbers = [row.entry_number for row in found.filings if row.entry_number]
    same = Filing.objects.filter(case=found.target, entry_number__in=numbers).order_by("sequence")
    for row in same[:SHOWN]:
        yield f"Entry number {row.entry_number} is there already: it will be there twice."
