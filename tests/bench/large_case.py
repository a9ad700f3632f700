"""One case with everything that a docket may have, and much of it: still a draft."""

from __future__ import annotations

from datetime import date, timedelta

from docket.models import (
    Appearance,
    Case,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    ClaimParty,
    Document,
    Filing,
    FilingLink,
    FilingParty,
    Forum,
)
from docket.models.parts.sequence import take_sequences
from parties.models import Attorney, Firm, Party

FILINGS = 10_000
PARTIES = 60
CLAIMS = 12
FIRST = date(2015, 1, 5)
TYPES = ("mot.dismiss", "brief.opposition", "brief.reply", "order.order")
TEXTS = (
    "MOTION to Dismiss for Failure to State a Claim filed by Defendant {party}. Motion Hearing set for 10:00 AM before "
    "Judge Quentin R. Sable. Responses due in 14 days. (Attachments: # 1 Proposed Order)(Harbottle, Quill)",
    "OPPOSITION to Motion to Dismiss filed by {party}. (Harbottle, Quill)",
    "REPLY in support of Motion to Dismiss filed by {party}. (Harbottle, Quill)",
    "ORDER by Judge Quentin R. Sable denying Motion to Dismiss as to {party}, without prejudice to its renewal at "
    "trial for the reasons stated on the record. (qrs, COURT STAFF)",
)
LINKS = ("", "opposes", "supports", "rules_on")


def large_case(filings: int = FILINGS) -> Case:
    """Every fourth entry is a motion, followed by opposition, reply and ruling; a fifth of the filings are listed."""
    forum = Forum.objects.create(slug=f"bench-large-{Forum.objects.count()}", kind="court", name="Large Bench Court")
    case = Case.objects.create(
        forum=forum, caption="Large v. Larger", category="civil", docket_number="1:15-cv-1", date_filed=FIRST
    )
    people = _people(case)
    lines = _lines(case, filings, people)
    _filings(case, lines, people)
    _claims(case, lines, people)
    return case


def _people(case: Case) -> list[CaseParty]:
    named = Party.objects.bulk_create(Party(name=f"Larger {n}", sort_name=f"Larger {n}") for n in range(PARTIES))
    firm = Firm.objects.create(name="Harbottle & Finch LLP")
    attorney = Attorney.objects.create(name="Quill R. Harbottle")
    people = CaseParty.objects.bulk_create(
        CaseParty(
            case=case,
            party=party,
            position=n,
            role="defendant" if n % 2 else "plaintiff",
            side="responding" if n % 2 else "initiating",
        )
        for n, party in enumerate(named)
    )
    Appearance.objects.bulk_create(
        Appearance(case=case, case_party=person, attorney=attorney, firm=firm) for person in people
    )
    return people


def _lines(case: Case, filings: int, people: list[CaseParty]) -> list[Filing]:
    return Filing.objects.bulk_create(
        (
            Filing(
                case=case,
                sequence=place,
                entry_number=str(n + 1),
                filing_type=TYPES[n % 4],
                docket_text=TEXTS[n % 4].format(party=people[n // 4 % PARTIES].party.name),
                date_filed=FIRST + timedelta(days=n // 3),
            )
            for n, place in enumerate(take_sequences(case.pk, filings))
        ),
        batch_size=2000,
    )


def _filings(case: Case, lines: list[Filing], people: list[CaseParty]) -> None:
    FilingParty.objects.bulk_create(
        (
            FilingParty(case=case, filing=line, case_party=people[n // 4 % PARTIES])
            for n, line in enumerate(lines)
            if n % 4 < 3
        ),
        batch_size=2000,
    )
    Document.objects.bulk_create(
        (Document(case=case, filing=line, title="Proposed Order", attachment_number=1) for line in lines[::5]),
        batch_size=2000,
    )
    FilingLink.objects.bulk_create(
        (
            FilingLink(
                from_case=case,
                from_filing=line,
                to_case=case,
                to_filing=lines[n - n % 4],
                kind=LINKS[n % 4],
                outcome="denied" if n % 4 == 3 else "",
            )
            for n, line in enumerate(lines)
            if n % 4
        ),
        batch_size=2000,
    )


def _claims(case: Case, lines: list[Filing], people: list[CaseParty]) -> None:
    claims = Claim.objects.bulk_create(
        Claim(case=case, title=f"Negligence {n}", label=f"Count {n}", position=n, asserted_in=lines[0])
        for n in range(1, CLAIMS + 1)
    )
    defendants = people[1:10:2]
    ClaimParty.objects.bulk_create(ClaimParty(case=case, claim=claim, case_party=people[0]) for claim in claims)
    against = ClaimAgainst.objects.bulk_create(
        ClaimAgainst(case=case, claim=claim, case_party=person) for claim in claims for person in defendants
    )
    FilingParty.objects.bulk_create(FilingParty(case=case, filing=lines[1], case_party=person) for person in defendants)
    ClaimEvent.objects.bulk_create(
        ClaimEvent(
            case=case, claim_against=row, kind=kind, date=FIRST + timedelta(days=30 * n), filing=line, filing_case=case
        )
        for row in against
        for n, (kind, line) in enumerate((("served", lines[0]), ("answered", lines[1])))
    )
