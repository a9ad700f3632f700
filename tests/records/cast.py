"""The cast of the wall's tests: rows of every model with as little said as the record allows.

Tests that act on the public side use the real roles on committed data, so these save for real.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from docket import models as m
from docket.publishing import verbs
from parties import models as p

numbers = count(1)


def act(verb: str, row: Any, **options: Any) -> m.SealEvent:
    return verbs.act(verb, row, actor=None, reason=f"the test says {verb}", **options)


def publish(row: Any) -> Any:
    act("publish", row)
    return row


def a_matter(**values: Any) -> m.Matter:
    return m.Matter.objects.create(**{"title": f"Collapse No. {next(numbers)}", **values})


def a_forum(**values: Any) -> m.Forum:
    slug = f"forum-{next(numbers)}"
    return m.Forum.objects.create(**{"slug": slug, "name": f"Court {slug}", "kind": "federal_district", **values})


def a_case(**values: Any) -> m.Case:
    return m.Case.objects.create(**{"caption": f"Roe v. Poe {next(numbers)}", "category": "civil", **values})


def a_public_case(**values: Any) -> m.Case:
    case: m.Case = publish(a_case(**values))
    return case


def a_party(**values: Any) -> p.Party:
    return p.Party.objects.create(**{"name": f"Party {next(numbers)}", **values})


def in_case(case: m.Case, **values: Any) -> m.CaseParty:
    party = values.pop("party", None) or a_party()
    return m.CaseParty.objects.create(**{"case": case, "party": party, "role": "defendant", **values})


def a_filing(case: m.Case, **values: Any) -> m.Filing:
    return m.Filing.objects.create(**{"case": case, "docket_text": f"MOTION No. {next(numbers)}", **values})


def a_public_filing(case: m.Case, **values: Any) -> m.Filing:
    filing: m.Filing = publish(a_filing(case, **values))
    return filing


def a_document(filing: m.Filing, **values: Any) -> m.Document:
    return m.Document.objects.create(**{"filing": filing, "title": f"Exhibit {next(numbers)}", **values})


def a_claim(case: m.Case, **values: Any) -> m.Claim:
    return m.Claim.objects.create(**{"case": case, "title": f"Count {next(numbers)}", **values})


def against(claim: m.Claim, case_party: m.CaseParty, **values: Any) -> m.ClaimAgainst:
    return m.ClaimAgainst.objects.create(claim=claim, case_party=case_party, **values)


def an_event(claim_against: m.ClaimAgainst, **values: Any) -> m.ClaimEvent:
    return m.ClaimEvent.objects.create(**{"claim_against": claim_against, "kind": "served", **values})


def a_link(later: m.Filing, earlier: m.Filing, **values: Any) -> m.FilingLink:
    return m.FilingLink.objects.create(**{"from_filing": later, "to_filing": earlier, "kind": "answers", **values})


def a_source(**values: Any) -> m.Source:
    return m.Source.objects.create(**{"title": f"News report {next(numbers)}", "kind": "news_report", **values})


def counsel(case_party: m.CaseParty, **values: Any) -> m.Appearance:
    attorney = values.pop("attorney", None) or p.Attorney.objects.create(name=f"Attorney {next(numbers)}")
    return m.Appearance.objects.create(case_party=case_party, attorney=attorney, **values)
