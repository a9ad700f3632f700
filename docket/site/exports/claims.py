"""The CSV of claims, each against one party with its derived status, and of everything that happened to them."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.db.models import F, OuterRef, QuerySet

from docket.choices import (
    CLAIM_EVENT_RULES,
    Basis,
    CauseOfAction,
    ClaimEffect,
    ClaimEventKind,
    ClaimKind,
    DecisionGround,
    Defense,
    Origin,
    PartyRole,
    Prejudice,
    PrevailingSide,
    Relief,
    Response,
    dates,
)
from docket.claims import NOT_SAID, for_status, status_of
from docket.claims.status import oldest_first
from docket.models import ClaimAgainst, ClaimEvent, ClaimParty
from docket.site.exports.columns import (
    Address,
    Column,
    File,
    Kind,
    address,
    array_of,
    code,
    identity,
    label_of,
    last_changed,
    money,
    partial_date,
    row_id,
    several_of,
    text,
    words,
)
from docket.site.exports.in_case import NAME_AND_ROLE, notes_of_case, of_case
from docket.site.filters import ClaimFilter, listed

claimants = ClaimParty.objects.filter(claim=OuterRef("claim")).order_by("pk")


def with_events(claims: QuerySet[Any]) -> QuerySet[Any]:
    """What the status is derived from."""
    return for_status(claims)


def status_columns(row: ClaimAgainst) -> tuple[str, ...]:
    """The columns from `status` on: docket.claims alone derives them."""
    status = status_of(row)
    made_so = cast("ClaimEvent | None", status.event)
    # where the record is said to be incomplete, what is last in it would pass for the last that happened
    told = [] if status is NOT_SAID else sorted(row.events.all(), key=oldest_first)
    last = told[-1] if told else None
    return (
        status.text,
        str(status.effect.value),
        *_day_of(made_so),
        made_so.public_id if made_so else "",
        *_filing_of(made_so),
        last.public_id if last else "",
        str(last.kind) if last else "",
        *_day_of(last),
        *_filing_of(last),
    )


def _day_of(event: ClaimEvent | None) -> tuple[str, str]:
    if event is None or event.date is None:
        return "", ""
    return dates.iso(event.date, event.date_precision), str(event.date_precision)


def _filing_of(event: ClaimEvent | None) -> tuple[str, str]:
    if event is None or event.filing is None:
        return "", ""
    return event.filing.public_id, settings.PUBLIC_BASE_URL + event.filing.get_absolute_url()


CLAIMS = File(
    name="claims",
    grain="One claim against one party: the grain at which everything is decided.",
    filter=ClaimFilter,
    listed=listed.claims,
    derive=status_columns,
    with_derived=with_events,
    columns=(
        identity("claim_against_id", "public_id", "The claim against this party."),
        identity("claim_id", "claim__public_id", "The claim: the id in its address; the same for each party."),
        address("claim_url", "claim", "claim__public_id", "The claim's permanent address."),
        *of_case("case"),
        code("kind", "claim__kind", "What sort of claim."),
        label_of("kind_label", "claim__kind", ClaimKind.choices, "That in words."),
        text("label", "claim__label", "“Count I”, “Item 1a”, as pleaded."),
        text("title", "claim__title", "In words."),
        code("cause_of_action", "claim__cause_of_action", "The normalised cause of action."),
        label_of("cause_of_action_label", "claim__cause_of_action", CauseOfAction.choices, "That in words."),
        text("legal_basis", "claim__legal_basis", "Statute or rule."),
        array_of("relief", "claim__relief", f"What is asked for: {', '.join(Relief.values)}."),
        *money("claim__amount", "The amount claimed, where stated."),
        text("amount_note", "claim__amount_note", "“in excess of”, “to be proven at trial”."),
        code("basis", "claim__basis", "On what ground the record states it: alleged, until it is found or admitted."),
        label_of("basis_label", "claim__basis", Basis.choices, "That in words."),
        identity("asserted_in_id", "claim__asserted_in__public_id", "The pleading that states it; joins to filings."),
        *partial_date("date_asserted", "claim__asserted_in__date_filed", "When that pleading was filed."),
        several_of("asserted_by", claimants, NAME_AND_ROLE, "Who asserts it, each with the role."),
        identity("against_id", "case_party__party__public_id", "Against whom; joins to parties."),
        text("against", "case_party__party__name", "The name of that party."),
        code("against_role", "case_party__role", "The role of that party."),
        label_of("against_role_label", "case_party__role", PartyRole.choices, "That in words."),
        Column("status", Kind.TEXT, None, "Where it stands against this party, derived from its events."),
        Column(
            "effect",
            Kind.CODE,
            None,
            f"That in one of {', '.join(ClaimEffect.values)} (none: the record is incomplete).",
        ),
        Column("status_date", Kind.DATE, None, "The day of the event that made it so. No finer than it is known."),
        Column("status_date_precision", Kind.CODE, None, "How much of that date is known: day, month or year."),
        Column("status_event_id", Kind.ID, None, "That event; joins to claim-events."),
        Column("status_filing_id", Kind.ID, None, "The filing that did it; joins to filings."),
        Column("status_filing_url", Kind.ADDRESS, None, "That filing's permanent address."),
        Column(
            "last_event_id",
            Kind.ID,
            None,
            "The last event, whether or not it changed the status; empty where the record is incomplete.",
        ),
        Column("last_event_kind", Kind.CODE, None, "What happened then."),
        Column("last_event_date", Kind.DATE, None, "When. No finer than it is known."),
        Column("last_event_date_precision", Kind.CODE, None, "How much of that date is known: day, month or year."),
        Column("last_event_filing_id", Kind.ID, None, "The filing that did it; joins to filings."),
        Column("last_event_filing_url", Kind.ADDRESS, None, "That filing's permanent address."),
        last_changed(),
    ),
)


def claimants_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """Who asserts the claims found."""
    return ClaimParty.objects.filter(claim__in=found.values("claim"))


CLAIMANTS = File(
    name="claimants",
    grain="One party in one role by whom a claim is asserted.",
    filter=ClaimFilter,
    listed=listed.claims,
    of=claimants_of,
    order=("claim", "pk"),
    id_begins="claim__public_id",
    columns=(
        row_id(
            "claimant_id",
            "claim__public_id",
            "case_party__party__public_id",
            "case_party__role",
            about="The row: claim, party and role.",
        ),
        identity("claim_id", "claim__public_id", "The claim; joins to claims, which has a row for each party."),
        address("claim_url", "claim", "claim__public_id", "The claim's permanent address."),
        identity("case_id", "case__public_id", "The claim's case; joins to cases."),
        notes_of_case("case"),
        identity("party_id", "case_party__party__public_id", "Who asserts it; joins to parties."),
        address("party_url", "party", "case_party__party__public_id", "The party's permanent address."),
        text("party", "case_party__party__name", "The party's name."),
        code("role", "case_party__role", "The party's role in the case."),
        label_of("role_label", "case_party__role", PartyRole.choices, "That in words."),
        last_changed(),
    ),
)


def events_of(found: QuerySet[Any]) -> QuerySet[Any]:
    """What happened to the claims found; nothing of those whose record is said to be incomplete is left out."""
    return ClaimEvent.objects.filter(claim_against__in=found)


status_words = [(kind, rule.status) for kind, rule in CLAIM_EVENT_RULES.items()]

event_address = words(Address(F("claim_against__claim__public_id"), view="claim"), "#e-", F("public_id"))

CLAIM_EVENTS = File(
    name="claim-events",
    grain="One thing that happened to a claim against one party.",
    filter=ClaimFilter,
    listed=listed.claims,
    of=events_of,
    order=("claim_against", "date", "position", "pk"),
    columns=(
        identity("event_id", "public_id", "The event."),
        Column("event_url", Kind.ADDRESS, event_address, "The event's place on the page of its claim."),
        identity("claim_against_id", "claim_against__public_id", "The claim against a party; joins to claims."),
        identity("claim_id", "claim_against__claim__public_id", "The claim."),
        identity("case_id", "case__public_id", "The claim's case; joins to cases."),
        notes_of_case("case"),
        code("kind", "kind", "What happened."),
        label_of("kind_label", "kind", ClaimEventKind.choices, "That in words."),
        label_of("kind_status", "kind", status_words, "What it makes of the claim."),
        *partial_date("date", "date", "When it happened."),
        identity("filing_id", "filing__public_id", "The filing that did it; joins to filings."),
        address("filing_url", "filing", "filing__public_id", "That filing's permanent address."),
        code("response", "response", f"An answer: {', '.join(Response.values)}."),
        array_of("defenses", "defenses", f"Defences raised, of {len(Defense.values)} sorts."),
        code("with_prejudice", "with_prejudice", f"A dismissal: {', '.join(Prejudice.values)}."),
        *money("amount", "The amount awarded, settled or fined, where public."),
        code("prevailing", "prevailing", f"For whom it was decided: {', '.join(PrevailingSide.values)}."),
        code("ground", "ground", f"On what a decision rests: {', '.join(DecisionGround.values)}."),
        label_of("ground_label", "ground", DecisionGround.choices, "That in words."),
        text("offense", "offense", "The offense of a conviction or plea, where it is not the one charged."),
        code("basis", "basis", "On what ground the record states it."),
        label_of("basis_label", "basis", Basis.choices, "That in words."),
        code(
            "origin",
            "origin",
            f"How it came into the record: {', '.join(filter(None, Origin.values))}; empty, not recorded.",
        ),
        text("note", "note", "Detail for the reader."),
        last_changed(),
    ),
)
