"""Criminal counts and complaints: a Claim each, against the one under whose name it stands, with what became of it."""

from dataclasses import dataclass

from docket.choices import Basis, ClaimEventKind, ClaimKind, Origin, PartyRole
from docket.intake.matching.rows import fingerprint
from docket.intake.merging.import_run import Run
from docket.intake.merging.people import Placed
from docket.intake.shape import ImportedCount, ImportedParty
from docket.intake.wording.count_dispositions import outcome
from docket.models import CaseParty, Claim, ClaimAgainst, ClaimEvent, ClaimParty

COMPLAINT = "Complaint"
WITHOUT_WORDS = "Listed by the court under terminated counts."


@dataclass
class Charge:
    """One count or complaint on the page, with the key by which the next import finds it again."""

    row: CaseParty
    count: ImportedCount
    label: str
    key: str

    @property
    def ending(self) -> str:
        """What the page says became of it, "" while nothing did."""
        return self.count.disposition or (WITHOUT_WORDS if self.count.status == "terminated" else "")


def merge_charges(run: Run, placed: Placed) -> None:
    """Add the counts that are new; enter what the page newly says became of the others. None is taken away."""
    charges = [charge for party, row in placed for charge in _charges(party, row)]
    if not charges:
        return
    present = {} if run.is_new else _present(run)
    new = [charge for charge in charges if charge.key not in present]
    for charge in charges:
        if charge.key not in present:
            continue
        against = present[charge.key]
        if against is not None and charge.ending and charge.ending != run.traces.values(against).get("ending", ""):
            _end(run, against, charge, position=1 + against.events.count())
            run.remember(against, {"title": charge.count.name, "ending": charge.ending}, charge.key)
    _add(run, new, placed)


def _charges(party: ImportedParty, row: CaseParty) -> list[Charge]:
    if party.charges is None:
        return []
    found: list[Charge] = []
    seen: dict[tuple[str, str], int] = {}
    listed = [("", count) for count in party.charges.counts]
    listed += [(COMPLAINT, complaint) for complaint in party.charges.complaints]
    for label, count in listed:
        repeat = seen[label, count.name] = seen.get((label, count.name), -1) + 1
        found.append(Charge(row, count, label, fingerprint(str(row.pk), label, count.name, str(repeat))))
    return found


def _present(run: Run) -> dict[str, ClaimAgainst | None]:
    """The charges that earlier imports brought, by key; None where staff have removed one."""
    traces = run.traces.of(ClaimAgainst)
    rows = {row.pk: row for row in run.case.claims_against.filter(pk__in=list(traces))}
    return {trace.key: rows.get(pk) for pk, trace in traces.items()}


def _add(run: Run, new: list[Charge], placed: Placed) -> None:
    titles = {} if run.is_new else _entered_by_staff(run)
    prosecution = _prosecution(placed)
    for position, charge in enumerate(new):
        title = charge.count.name or "(charge not named)"
        against = titles.pop((charge.row.pk, title), None)
        if against is None:
            count = Claim(case=run.case, label=charge.label, title=title, position=position, basis=Basis.ALLEGED)
            count.kind = ClaimKind.CRIMINAL_COUNT
            (claim,) = run.add([count])
            if prosecution:
                ClaimParty.objects.create(case=run.case, claim=claim, case_party=prosecution)
            against = ClaimAgainst.objects.create(case=run.case, claim=claim, case_party=charge.row)
            ClaimEvent.objects.create(
                origin=Origin.IMPORTED, case=run.case, claim_against=against, kind=ClaimEventKind.CHARGED
            )
            if charge.ending:
                _end(run, against, charge, position=1)
        run.remember(against, {"title": charge.count.name, "ending": charge.ending}, charge.key)


def _end(run: Run, against: ClaimAgainst, charge: Charge, position: int) -> None:
    """Enter what became of a charge, in the court's words; unclear words make the record say it is incomplete."""
    found = outcome(charge.count.disposition)
    event = ClaimEvent(
        origin=Origin.IMPORTED,
        case_id=against.case_id,
        claim_against=against,
        kind=found.kind,
        with_prejudice=found.with_prejudice,
        note=charge.ending,
        position=position,
    )
    run.add([event])
    if not found.is_clear and against.disclosure == ClaimAgainst.Disclosure.SHOWN:
        against.disclosure = ClaimAgainst.Disclosure.INCOMPLETE
        against.save(update_fields=["disclosure"])


def _entered_by_staff(run: Run) -> dict[tuple[int, str], ClaimAgainst]:
    """Charges that staff entered before any import: the page's charge of the same title is the same one."""
    rows = run.case.claims_against.exclude(pk__in=list(run.traces.of(ClaimAgainst))).select_related("claim")
    return {(row.case_party_id, row.claim.title): row for row in rows if row.claim.kind == ClaimKind.CRIMINAL_COUNT}


def _prosecution(placed: Placed) -> CaseParty | None:
    """The one plaintiff of a criminal docket."""
    found = [row for _, row in placed if row.role in (PartyRole.PLAINTIFF, PartyRole.PROSECUTION)]
    return found[0] if len(found) == 1 else None
