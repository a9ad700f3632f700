"""From one version of a pleading to the next: what is pleaded again is ticked, what is dropped becomes superseded."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest

from docket.choices import (
    INITIATING,
    Basis,
    ClaimEffect,
    ClaimEventKind,
    FilingLinkKind,
    FilingState,
    FilingType,
)
from docket.claims import status_on_record
from docket.desk.claims.filing import OpenFiling, claims_against, role_of
from docket.desk.claims.saving import by_filing
from docket.desk.claims.ticks import as_ids
from docket.desk.claims.wording import Choices
from docket.desk.clearance import cleared
from docket.desk.permissions import is_public_row
from docket.models import Claim, ClaimAgainst, ClaimEvent, Filing, FilingLink
from docket.models.parts import claim_rules

AMENDED = (
    FilingType.INIT_AMENDED_COMPLAINT,
    FilingType.CRIM_SUPERSEDING_INDICTMENT,
    FilingType.CRIM_AMENDED_INFORMATION,
    FilingType.ARB_AMENDED_DEMAND,
)
RECORDED = {
    ClaimEventKind.AMENDED: "pleaded again",
    ClaimEventKind.SUPERSEDED: "not pleaded again",
    ClaimEventKind.MERGED: "merged",
}


@dataclass
class CarriedCell:
    """An earlier claim × party. said: what stands there instead of a box, or beside it."""

    value: str
    name: str
    ticked: bool
    said: str
    has_box: bool
    row: ClaimAgainst | None = None


@dataclass
class CarriedRow:
    """An earlier claim, with what it is called in the new version."""

    claim: Claim
    label: str
    cells: list[CarriedCell]
    errors: list[str] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """Of the names of its boxes."""
        return f"k{self.claim.pk}"

    @property
    def boxes(self) -> str:
        """The cells that have one."""
        return " ".join(cell.value for cell in self.cells if cell.has_box)


class Carrying:
    """The earlier version's claims in the sheet of the next one; nothing where there is no earlier version."""

    def __init__(self, opened: OpenFiling, request: HttpRequest) -> None:
        self.opened = opened
        self.data: Any = request.POST if request.method == "POST" else None
        self.sent: Any = self.data or {}
        self.asked = request.GET.get("earlier", "") or self.sent.get("earlier", "")
        self._replaced: dict[int, str] = {}
        self._link: FilingLink | None = None
        self._events: list[ClaimEvent] = []

    @cached_property
    def linked(self) -> Filing | None:
        """The version that the record says this filing amends."""
        kinds = [FilingLinkKind.AMENDS, FilingLinkKind.SUPERSEDES]
        links = self.opened.filing.links_from.filter(kind__in=kinds, to_case=self.opened.case)
        link = links.select_related("to_filing__case").order_by("pk").first()
        return link.to_filing if link and link.to_filing.filing_type in ("", *INITIATING) else None

    @cached_property
    def versions(self) -> list[Filing]:
        """The pleadings of the case that this one may amend: they have claims and no later version that stands."""
        filing = self.opened.filing
        later = FilingLink.objects.filter(
            to_filing=OuterRef("pk"), kind__in=claim_rules.NEXT_VERSION, from_filing__state=FilingState.OK
        )
        rows = Filing.objects.filter(
            Q(claims__isnull=False) | Q(claim_events__kind=ClaimEventKind.AMENDED), case=self.opened.case
        )
        rows = rows.exclude(pk=filing.pk).exclude(Exists(later)).filter(sequence__lt=filing.sequence).distinct()
        return list(cleared(rows.order_by("-sequence"), self.opened.user)[:20])

    @property
    def is_asked(self) -> bool:
        """Whether to ask which pleading this one amends."""
        return not self.linked and bool(self.versions)

    @property
    def is_amended(self) -> bool:
        """Whether the filing says of itself that it is a later version."""
        return self.opened.filing.filing_type in AMENDED

    @cached_property
    def earlier(self) -> Filing | None:
        """The earlier version: linked, or chosen in the form; proposed to a filing that says it is amended."""
        if self.linked or (self.is_amended and self.data is None and not self.asked):
            return self.linked or next(iter(self.versions), None)
        return next((f for f in self.versions if str(f.pk) == self.asked), None)

    @cached_property
    def rows(self) -> list[CarriedRow]:
        """The claims that stand in the earlier version."""
        if self.earlier is None:
            return []
        by_claim: dict[int, list[ClaimAgainst]] = {}
        for row in claims_against(self.opened, self.opened.case):
            by_claim.setdefault(row.claim_id, []).append(row)
        stands_there = Q(asserted_in=self.earlier) | Q(
            against__events__filing=self.earlier, against__events__kind=ClaimEventKind.AMENDED
        )
        elsewhere = Q(carried_to__isnull=False) & ~Q(carried_to__asserted_in=self.opened.filing)
        claims = Claim.objects.filter(stands_there).exclude(elsewhere).distinct().order_by("position", "pk")
        return [self._row(claim, by_claim.get(claim.pk, [])) for claim in cleared(claims, self.opened.user)]

    @property
    def choices(self) -> Choices:
        """The earlier claims in whose place a new row may stand."""
        open_rows = [row for row in self.rows if any(cell.has_box and cell.row for cell in row.cells)]
        return [(str(row.claim.pk), str(row.claim)) for row in open_rows]

    def _row(self, claim: Claim, against: list[ClaimAgainst]) -> CarriedRow:
        row = CarriedRow(claim, claim.label, [])
        if self.data:
            row.label = self.data.get(f"{row.prefix}-label", claim.label).strip()
        by_party = {one.case_party_id: one for one in against}
        known = {party.pk for party in self.opened.targets} | set(by_party)
        for party in (party for party in self.opened.parties if party.pk in known):
            row.cells.append(
                self._cell(row, party.pk, f"{party.party.name} ({role_of(party)})", by_party.get(party.pk))
            )
        return row

    def _cell(self, row: CarriedRow, party: int, name: str, against: ClaimAgainst | None) -> CarriedCell:
        events = list(against.events.all()) if against else []
        mine = [e for e in events if e.filing_id == self.opened.filing.pk and e.kind in RECORDED]
        if mine:
            return CarriedCell(str(party), name, False, RECORDED[ClaimEventKind(mine[0].kind)], False, against)
        now = status_on_record(against) if against else None
        ticked = now is not None and now.effect != ClaimEffect.DISPOSED
        if self.data and f"{row.prefix}-opened" in self.data:
            ticked = str(party) in self.data.getlist(row.prefix)
        return CarriedCell(str(party), name, ticked, now.text if now else "not sued there", True, against)

    # What was sent

    def is_valid(self, replaced: dict[int, str]) -> bool:
        """Check what carrying on would write. replaced: earlier claims that new rows stand in the place of."""
        self._replaced, self._events, self._link = replaced, [], None
        if self.data is None or self.earlier is None:
            return True
        if self.linked is None:
            self._link = FilingLink(from_filing=self.opened.filing, to_filing=self.earlier, kind=FilingLinkKind.AMENDS)
            self._check(self.rows[0] if self.rows else None, self._link)
        for row in self.rows:
            row.errors += self._premature(row) + self._relabelled(row)
            for event in self._events_of(row):
                self._events.append(event)
                row.errors += [words for _, words in claim_rules.refusals(event)]
        return self.is_sound

    @property
    def is_sound(self) -> bool:
        """Whether nothing is in the way."""
        return not any(row.errors for row in self.rows)

    def _check(self, row: CarriedRow | None, link: FilingLink) -> None:
        try:
            link.full_clean(exclude=["from_case", "to_case"])
        except ValidationError as error:
            if row is None:
                raise
            row.errors += error.messages

    def _relabelled(self, row: CarriedRow) -> list[str]:
        """Somebody else gave the claim another label meanwhile."""
        opened = self.sent.get(f"initial-{row.prefix}-label")
        if opened is None or opened == row.claim.label:
            return []
        if row.label == opened:
            row.label = row.claim.label
            return []
        return [f"Somebody else called it “{row.claim.label}” after you opened this form. Save again to keep yours."]

    def _premature(self, row: CarriedRow) -> list[str]:
        """A public count is not shown with a new label or party before the filing that says so is public."""
        added = [cell for cell in row.cells if cell.has_box and cell.row is None and cell.ticked]
        changed = row.label != row.claim.label
        if not (added or changed) or self.opened.is_public or not is_public_row(row.claim):
            return []
        what = f"who else {row.claim} is against" if added else f"what {row.claim} is called now"
        return [f"{row.claim} is public, and “{self.opened.filing}” is not: readers would see {what} before it."]

    def _events_of(self, row: CarriedRow) -> list[ClaimEvent]:
        """Again, not again, or merged; cells that the user did not see as boxes stay as they are."""
        if self.data is None or f"{row.prefix}-opened" not in self.data:
            return []
        opened, found = as_ids(self.data.get(f"{row.prefix}-opened", "").split()), []
        replaced = self._replaced.get(row.claim.pk)
        for cell in row.cells:
            if not cell.has_box or int(cell.value) not in opened or cell.row is None:
                continue
            is_over = status_on_record(cell.row).effect == ClaimEffect.DISPOSED
            if cell.ticked and replaced is None:
                found.append(self._event(cell.row, ClaimEventKind.AMENDED, self._renamed(row)))
            elif not is_over and replaced is not None:
                into = f"Into {replaced or 'a claim'} of “{self.opened.filing}”."
                found.append(self._event(cell.row, ClaimEventKind.MERGED, into))
            elif not is_over:
                found.append(self._event(cell.row, ClaimEventKind.SUPERSEDED, ""))
        return found

    def _event(self, row: ClaimAgainst, kind: ClaimEventKind, note: str) -> ClaimEvent:
        return by_filing(self.opened.filing, row, kind, note=note)

    def _renamed(self, row: CarriedRow) -> str:
        return f"As {row.label}, before {row.claim.label}." if row.label and row.label != row.claim.label else ""

    def save(self) -> list[str]:
        """Write it; returns what was done, in words."""
        if self.data is None or self.earlier is None:
            return []
        if self._link:
            self._link.save()
        new = [one for row in self.rows if row.claim.pk not in self._replaced for one in self._added(row)]
        for row in self.rows:
            if row.label and row.label != row.claim.label:
                row.claim.label = row.label
                row.claim.save(update_fields=["label"])
        rows = ClaimAgainst.objects.bulk_create(new)
        brought = self.opened.words.brought
        self._events += [by_filing(self.opened.filing, row, brought, basis=Basis.ALLEGED) for row in rows]
        ClaimEvent.objects.bulk_create(self._events)
        return self._words()

    def _added(self, row: CarriedRow) -> list[ClaimAgainst]:
        added = [cell for cell in row.cells if cell.has_box and cell.row is None and cell.ticked]
        return [
            ClaimAgainst(case=self.opened.case, claim=row.claim, case_party_id=int(cell.value))
            for cell in added
            if f"{row.prefix}-opened" in self.sent
        ]

    def _words(self) -> list[str]:
        kinds = [event.kind for event in self._events]
        counted = [(kinds.count(kind), words) for kind, words in RECORDED.items()]
        return [f"{count} {words}" for count, words in counted if count]
