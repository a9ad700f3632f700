"""A record with a row of nearly every file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from docket.models import Appearance, CaseLink, FilingLink, Matter, MatterParty, Source, SourceLink
from parties.models import Attorney, Firm
from tests.records.listing_records import Cast, make_claim


class Whole(Cast):
    """The cast with a row of nearly every file."""

    def __init__(self) -> None:
        super().__init__()
        served = {"kind": "served", "date": date(2022, 3, 1), "date_precision": "month"}
        over = {"kind": "dismissed_motion", "with_prejudice": "with", "date": date(2022, 5, 1), "amount": Decimal("7")}
        self.claim = make_claim(self.suit, "Negligence", self.roe, self.poe, served, over)
        self.link = FilingLink.objects.create(from_filing=self.answer, to_filing=self.complaint, kind="answers")
        CaseLink.objects.create(from_case=self.arbitration, to_case=self.suit, kind="related")
        CaseLink.objects.create(from_case=self.suit, to_text="In re Zoe, elsewhere", kind="related")
        self.lawyer, self.firm = Attorney.objects.create(name="Loe, Lea"), Firm.objects.create(name="Loe & Loe")
        Appearance.objects.create(case_party=self.roe, attorney=self.lawyer, firm=self.firm, roles=["lead"])
        MatterParty.objects.create(matter=self.stage, party=self.roe.party, role="witness", note="saw it")
        source = Source.objects.create(kind="news_report", title="A report", url="https://news.example.org/1")
        SourceLink.objects.create(source=source, case=self.suit, basis="reported")
        Matter.objects.filter(pk=self.stage.pk).update(heading_note="As reported in 2022", tags=["stages"])
