"""Claims of a bankruptcy: a Claim for each number of the register, by its creditor, against the one debtor.

A joint petition has two estates, and the register does not say against whose a claim is made: then against nobody.
What became of a claim is entered only where the court's word is clear; any other word makes the record incomplete.
"""

from typing import Any

from docket.choices import Basis, ClaimEventKind, ClaimKind, Origin, PartyRole
from docket.intake.matching.rows import fingerprint
from docket.intake.merging.import_run import Run
from docket.intake.merging.people import merge_parties
from docket.intake.precedence.settle import is_empty
from docket.intake.shape import ImportedClaim, ImportedDocket, ImportedParty
from docket.intake.wording.amounts import amount
from docket.models import CaseParty, Claim, ClaimAgainst, ClaimEvent, ClaimParty

BEHIND_THE_PARTIES = 1_000
"""The place of the first creditor: whom the docket names comes first, whatever is imported first."""
DEBTORS = (PartyRole.DEBTOR, PartyRole.JOINT_DEBTOR)
WITHDRAWN = frozenset({"withdraw", "withdrawn", "claim withdrawn"})
OPEN = frozenset({"", "active", "pending", "filed"})


def merge_proofs_of_claim(run: Run, docket: ImportedDocket) -> None:
    """Add and complete the claims that a register lists; none is taken away. A docket brings the debtor they lack."""
    if docket.claims:
        creditors = _creditors(run, docket)
        known = {} if run.is_new else _present(run)
        for position, claim in enumerate(docket.claims):
            _merge(run, claim, min(position, 32_767), known, creditors)
    if docket.claims or (docket.parties and not run.is_new):
        _against_the_debtor(run)


def _creditors(run: Run, docket: ImportedDocket) -> dict[tuple[str, str], CaseParty]:
    """One party for each name with one address, by both."""
    people: dict[tuple[str, str], ImportedParty] = {}
    for claim in docket.claims:
        if claim.creditor:
            people.setdefault(_who(claim.creditor), claim.creditor)
    return {_who(party): row for party, row in merge_parties(run, tuple(people.values()), BEHIND_THE_PARTIES)}


def _who(party: ImportedParty) -> tuple[str, str]:
    return party.name, party.extra_info


def _present(run: Run) -> dict[str, Claim | None]:
    """The claims that earlier imports brought, by key; None where staff have removed one."""
    traces = run.traces.of(Claim)
    rows = {row.pk: row for row in run.case.claims.filter(pk__in=list(traces))}
    return {trace.key: rows.get(pk) for pk, trace in traces.items()}


def _merge(
    run: Run,
    found: ImportedClaim,
    position: int,
    known: dict[str, Claim | None],
    creditors: dict[tuple[str, str], CaseParty],
) -> None:
    key, page = fingerprint("proof of claim", found.number), _columns(found)
    claim = known[key] if key in known else _add(run, position, page)
    if claim is None:
        return
    if key in known:
        settled = run.settle(claim, page)
        run.note(f"claim {found.number}", settled)
        run.write(Claim, {claim: settled.changes} if settled.changes else {})
    known[key] = claim
    told = {"filed": found.date_filed, "status": found.status}
    run.remember(claim, {**page, **told}, key)
    creditor = creditors.get(_who(found.creditor)) if found.creditor else None
    if creditor and not claim.asserted_by.exists():
        ClaimParty.objects.create(case=run.case, claim=claim, case_party=creditor)


def _add(run: Run, position: int, page: dict[str, Any]) -> Claim:
    given = {column: value for column, value in page.items() if not is_empty(value)}
    common = {"kind": ClaimKind.PROOF_OF_CLAIM, "basis": Basis.ALLEGED, "position": position}
    (claim,) = run.add([Claim(case=run.case, **common, **given)])
    return claim


def _columns(found: ImportedClaim) -> dict[str, Any]:
    sum_claimed = amount(found.amount_as_filed)
    unclear = [] if sum_claimed is not None else [found.amount_as_filed]
    return {
        "label": f"Claim {found.number}",
        "title": f"Proof of claim {found.number}",
        "amount": sum_claimed,
        "amount_note": ", ".join(filter(None, [*unclear, *found.parts])),
    }


def _against_the_debtor(run: Run) -> None:
    """Against whom the imported claims are, once the one debtor is known; and what the register says became of them."""
    debtors = list(run.case.case_parties.filter(role__in=DEBTORS)[:2])
    if len(debtors) != 1:
        return
    (debtor,) = debtors
    claims = run.case.claims.filter(kind=ClaimKind.PROOF_OF_CLAIM).prefetch_related("against__events", "asserted_by")
    for claim in claims:
        told = run.traces.values(claim)
        if not told or any(party.case_party_id == debtor.pk for party in claim.asserted_by.all()):
            continue
        against = claim.against.first() or _asserted(claim, debtor, told.get("filed"))
        if (status := told.get("status", "")) and status.casefold() not in OPEN:
            _end(run, against, status)


def _asserted(claim: Claim, debtor: CaseParty, filed: str | None) -> ClaimAgainst:
    """Against the debtor; the day stands in words, since the register gives none to what became of a claim later."""
    against = ClaimAgainst.objects.create(case_id=claim.case_id, claim=claim, case_party=debtor)
    note = f"Filed on {filed}" if filed else ""
    ClaimEvent.objects.create(
        origin=Origin.IMPORTED, case_id=claim.case_id, claim_against=against, kind=ClaimEventKind.ASSERTED, note=note
    )
    return against


def _end(run: Run, against: ClaimAgainst, status: str) -> None:
    """Enter the register's word for where a claim stands, once."""
    note = f"Status in the claims register: {status}"
    is_clear = status.casefold() in WITHDRAWN
    kind = ClaimEventKind.WITHDRAWN if is_clear else ClaimEventKind.OTHER
    event = ClaimEvent(
        origin=Origin.IMPORTED, case_id=against.case_id, claim_against=against, kind=kind, note=note, position=1
    )
    run.leave_out(event)
    if against.events.filter(note=event.note).exists():
        return
    event.save()
    if not is_clear and against.disclosure == ClaimAgainst.Disclosure.SHOWN:
        against.disclosure = ClaimAgainst.Disclosure.INCOMPLETE
        against.save(update_fields=["disclosure"])
