"""What cannot have happened to a claim, in sentences. The migration `claim_rules` holds the database to the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from docket.choices import (
    CLAIM_EVENT_RULES,
    INITIATING,
    ROLES_THAT_CANNOT_ASSERT,
    CaseCategory,
    ClaimEventKind,
    FilingLinkKind,
    FilingState,
)
from docket.choices.dates import last_day, show

if TYPE_CHECKING:
    from docket.models.claims import Claim, ClaimAgainst, ClaimEvent
    from docket.models.filings import Filing, FilingLink
    from docket.models.people_in_case import CaseParty

# with these a claim begins: they may be older than the filing in which it stands here, as a charge is older than the
# information and the state court's complaint than the notice of removal
BRINGING = (ClaimEventKind.ASSERTED, ClaimEventKind.CHARGED, ClaimEventKind.CITED)
NEEDS_PREJUDICE = sorted(kind for kind, rule in CLAIM_EVENT_RULES.items() if rule.needs_prejudice)
TAKES_RESPONSE = sorted(kind for kind, rule in CLAIM_EVENT_RULES.items() if rule.takes_response)
TAKES_GROUND = sorted(kind for kind, rule in CLAIM_EVENT_RULES.items() if rule.takes_ground)
TAKES_OFFENSE = sorted(kind for kind, rule in CLAIM_EVENT_RULES.items() if rule.takes_offense)
# what only the party itself can do, by its own filing
BY_THE_PARTY = (ClaimEventKind.ANSWERED, ClaimEventKind.CONTESTED)
NEXT_VERSION = (FilingLinkKind.AMENDS, FilingLinkKind.SUPERSEDES)


def refusals(event: ClaimEvent) -> Iterator[tuple[str, str]]:
    """The fields of an event that say what cannot be, each with a sentence. The event has its claim against a party."""
    if event.kind not in CLAIM_EVENT_RULES:
        return
    against = event.claim_against
    if words := wrong_proceeding(event.kind, against.claim.case.category):
        yield "kind", words
    if words := needs_prejudice(event.kind, event.with_prejudice):
        yield "with_prejudice", words
    if event.response and event.kind not in TAKES_RESPONSE:
        yield "response", f"“{event.get_kind_display()}” is no answer: leave the response empty."
    if event.ground and event.kind not in TAKES_GROUND:
        yield "ground", f"“{event.get_kind_display()}” has no ground of decision: leave it empty."
    if event.offense and event.kind not in TAKES_OFFENSE:
        yield "offense", f"“{event.get_kind_display()}” is no conviction or plea: leave the offense empty."
    if words := before_its_claim(event):
        yield "date", words
    if event.filing and (words := by_another(event.kind, against.case_party, event.filing)):
        yield "filing", words


def wrong_proceeding(kind: str, category: str) -> str:
    """Why an event cannot happen in such a proceeding, or nothing."""
    if category in CLAIM_EVENT_RULES[kind].categories:
        return ""
    what, where = ClaimEventKind(kind).label, str(CaseCategory(category).label).lower()
    if kind == ClaimEventKind.ANSWERED and category == CaseCategory.CRIMINAL:
        return "A criminal count is not answered: enter the plea."
    return f"“{what}” does not happen in a proceeding of this kind ({where})."


def needs_prejudice(kind: str, with_prejudice: str) -> str:
    """What is missing from a dismissal, or nothing."""
    if with_prejudice or kind not in NEEDS_PREJUDICE:
        return ""
    what = ClaimEventKind(kind).label
    return f"“{what}” is with or without prejudice: choose one, or “Not stated” if the filing does not say."


def before_its_claim(event: ClaimEvent) -> str:
    """Why an event is too early, or nothing where a date is unknown or the periods overlap."""
    if event.kind in BRINGING or event.date is None:
        return ""
    begun = beginning(event.claim_against)
    if begun is None or last_day(event.date, event.date_precision) >= begun:
        return ""
    return (
        f"{show(event.date, event.date_precision)} is before the claim, which was made on {show(begun)}. "
        f"If the claim is older than its filing here, enter “Claim asserted” with the earlier date first."
    )


def beginning(against: ClaimAgainst) -> date | None:
    """The first day on which the claim can have been made: of its pleading, or of an earlier event that brought it."""
    pleading = against.claim.asserted_in
    days = [event.date for event in against.events.all() if event.kind in BRINGING] if against.pk else []
    known = [day for day in (pleading.date_filed if pleading else None, *days) if day]
    return min(known) if pleading and pleading.date_filed else None


def by_another(kind: str, party: CaseParty, filing: Filing) -> str:
    """Why a filing cannot be this party's answer, or nothing: its filers, where known, are others."""
    if kind not in BY_THE_PARTY:
        return ""
    filers = [row.case_party for row in filing.filing_parties.all()]
    if not filers or any(filer.party_id == party.party_id for filer in filers):
        return ""
    names = ", ".join(filer.party.name for filer in filers)
    return f"“{filing}” was filed by {names}, not by {party.party.name}: only a party that filed it answers with it."


def cannot_assert(party: CaseParty) -> str:
    """Why somebody in the case brings no claim, or nothing."""
    if party.role not in ROLES_THAT_CANNOT_ASSERT:
        return ""
    return f"{party.party.name} is in this case as {str(party.get_role_display()).lower()}, who brings no claims."


def against_itself(claim: Claim, party: CaseParty, asserting: bool) -> str:
    """Why a party cannot stand on this side of the claim, or nothing: it stands on the other."""
    other = claim.against if asserting else claim.asserted_by
    if not claim.pk or not other.filter(case_party__party=party.party_id).exists():
        return ""
    return f"{party.party.name} stands on the other side of “{claim}”: nobody makes a claim against itself."


def second_version(link: FilingLink) -> str:
    """Why a pleading cannot be the next version of another, or nothing: that one has a next version that stands."""
    filings = (link.from_filing, link.to_filing)
    if link.kind not in NEXT_VERSION or not all(filing.filing_type in INITIATING for filing in filings):
        return ""
    if link.from_filing.state != FilingState.OK:
        return ""
    others = link.to_filing.links_to.filter(
        kind__in=NEXT_VERSION, from_filing__state=FilingState.OK, from_filing__filing_type__in=INITIATING
    )
    other = others.exclude(from_filing=link.from_filing_id).select_related("from_filing").first()
    if other is None:
        return ""
    return (
        f"“{link.to_filing}” has a next version already, “{other.from_filing}”, and one version is operative: "
        f"link to that one, or mark it as stricken or withdrawn."
    )
