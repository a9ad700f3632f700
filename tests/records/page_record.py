"""A record that shows every part of every page: a suit, a prosecution, an arbitration, and what is withheld of them."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from docket.models import (
    Appearance,
    Capacity,
    Case,
    CaseLink,
    CaseMatter,
    CaseNumber,
    CaseOfficial,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    ClaimParty,
    Deadline,
    Document,
    Excerpt,
    Filing,
    FilingLink,
    FilingParty,
    Forum,
    Hearing,
    Matter,
    MatterParty,
    Source,
    SourceLink,
    Summary,
    Update,
)
from docket.publishing import verbs
from parties.models import Attorney, Firm, Party, PartyAlias


class Record:
    """The rows by name. Nothing is published until `publish` is called."""

    def __init__(self) -> None:
        self.forum, _ = Forum.objects.get_or_create(
            slug="testd",
            defaults={
                "kind": "court",
                "name": "District Court for Testing",
                "citation_form": "D. Test.",
                "time_zone": "America/Denver",
            },
        )
        self.matter = Matter.objects.create(
            title="Collapse of a stage",
            place="Port Ellery",
            happened_on=date(2023, 7, 1),
            happened_on_precision="month",
        )
        self.roe = Party.objects.create(name="Jane Roe")
        self.poe = Party.objects.create(name="Sam Poe", description="site supervisor")
        self.pictures = Party.objects.create(kind="organization", name="Example Pictures, LLC")
        self.state = Party.objects.create(kind="government", name="State of Testing")
        PartyAlias.objects.create(party=self.pictures, kind="dba", name="Example Films")
        MatterParty.objects.create(matter=self.matter, party=self.poe, role="employee", note="site supervisor")
        self.source = Source.objects.create(
            kind="news_report", title="What the filings say", url="https://example.org/report", publisher="The Courier"
        )
        SourceLink.objects.create(source=self.source, matter=self.matter, basis="reported")
        self.suit()
        self.prosecution()

    def suit(self) -> None:
        """Roe v. Example Pictures: four numbered entries, a gap, a repeat, an undated letter, two claims."""
        self.case = self._case(
            "Roe v. Example Pictures, LLC",
            "1:23-cv-00871",
            "civil",
            status="pending_active",
            last_checked=date(2026, 1, 5),
        )
        case = self.case
        CaseNumber.objects.create(case=case, number="D-101-CV-2023-01422", kind="lower_court")
        CaseOfficial.objects.create(case=case, name="Helena Brandt", role="judge")
        self.plaintiff = self._role(case, self.roe, "plaintiff", "initiating", 0)
        self.defendant = self._role(case, self.pictures, "defendant", "responding", 1)
        self._role(case, self.pictures, "counter_claimant", "responding", 2)
        self.pro_se = self._role(case, self.poe, "defendant", "responding", 3, is_pro_se=True)
        Capacity.objects.create(case_party=self.plaintiff, kind="individually", position=0)
        Capacity.objects.create(case_party=self.plaintiff, kind="as_next_friend", object="A.R.", position=1)
        attorney = Attorney.objects.create(name="Lucia Calloway")
        firm = Firm.objects.create(name="Calloway & Reyes")
        Appearance.objects.create(case_party=self.plaintiff, attorney=attorney, firm=firm, roles=["lead"])
        self.complaint = self.filing(
            case, "1", "COMPLAINT filed by Jane Roe.", date(2023, 10, 12), title="Complaint", by=self.plaintiff
        )
        self.answer = self.filing(case, "2", "ANSWER to Complaint.", date(2023, 12, 4), by=self.defendant)
        self.motion = self.filing(case, "5", "MOTION to compel the rigging logs.", date(2024, 1, 8), by=self.plaintiff)
        self.order = self.filing(case, "6", "ORDER granting in part the motion.", date(2024, 2, 1))
        self.repeat = self.filing(case, "6", "ORDER, corrected.", date(2024, 2, 2))
        self.month_only = self.filing(case, "", "Transcript lodged.", date(2024, 3, 1), date_filed_precision="month")
        self.letter = self.filing(case, "", "Letter to the court.", None, state="stricken")
        FilingLink.objects.create(from_filing=self.answer, to_filing=self.complaint, kind="answers")
        FilingLink.objects.create(
            from_filing=self.order, to_filing=self.motion, kind="rules_on", outcome="granted_in_part"
        )
        self.document = Document.objects.create(filing=self.complaint, title="Complaint", page_count=42)
        Document.objects.create(filing=self.complaint, attachment_number=1, title="Exhibit A", page_count=3)
        Excerpt.objects.create(
            filing=self.complaint, text="No one checked the shackles.", pinpoint="¶ 31", source=self.source
        )
        SourceLink.objects.create(source=self.source, case=case, basis="reported", pinpoint="page 4")
        SourceLink.objects.create(source=self.source, filing=self.complaint, basis="reported")
        self.death = self.claim(case, "Count I", "Wrongful death", self.plaintiff, [self.defendant, self.pro_se])
        self.negligence = self.claim(case, "Count II", "Negligence", self.plaintiff, [self.defendant], amount="1200000")
        for row in (*self.death.against.all(), *self.negligence.against.all()):
            self.event(row, "asserted", date(2023, 10, 12), self.complaint)
        against_pictures = self.death.against.get(case_party=self.defendant)
        self.denial = self.event(
            against_pictures, "answered", date(2023, 12, 4), self.answer, response="deny", defenses=["laches"]
        )
        SourceLink.objects.create(source=self.source, claim_event=self.denial, basis="reported")
        settled = {"date_precision": "month", "with_prejudice": "not_stated"}
        self.event(self.negligence.against.get(), "settled", date(2025, 3, 1), None, **settled)
        Summary.objects.create(case=case, as_of=date(2026, 1, 1), text="Discovery has **closed**.")
        Summary.objects.create(matter=self.matter, as_of=date(2026, 1, 1), text="Two proceedings followed.")
        Update.objects.create(case=case, date=date(2026, 1, 3), title="Trial is set")
        self.trial = Hearing.objects.create(
            case=case,
            kind="jury_trial",
            title="Jury trial",
            date=date(2099, 3, 8),
            time=time(9, 0),
            place="Courtroom 460",
        )
        self.deadline = Deadline.objects.create(
            case=case, title="Motions in limine due", earliest=date(2098, 12, 21), latest=date(2098, 12, 22)
        )

    def prosecution(self) -> None:
        """State v. Poe: one count pending, one acquitted."""
        self.criminal = self._case("State v. Poe", "D-101-CR-2024-00310", "criminal", status="pending_active")
        state = self._role(self.criminal, self.state, "prosecution", "initiating", 0)
        poe = self._role(self.criminal, self.poe, "defendant", "responding", 1)
        self.information = self.filing(self.criminal, "", "CRIMINAL INFORMATION", date(2024, 3, 5), by=state)
        self.pending_count = self.claim(
            self.criminal, "Count 1", "Involuntary manslaughter", state, [poe], kind="criminal_count"
        )
        self.acquitted_count = self.claim(
            self.criminal, "Count 2", "Negligent use of a hoist", state, [poe], kind="criminal_count"
        )
        for claim in (self.pending_count, self.acquitted_count):
            self.event(claim.against.get(), "charged", date(2024, 3, 5), self.information)
        self.event(self.acquitted_count.against.get(), "acquitted", date(2026, 5, 20), None)
        CaseLink.objects.create(from_case=self.criminal, to_case=self.case, kind="parallel_criminal")

    def response_elsewhere(self) -> Filing:
        """A demand for arbitration with which one defendant responds to the suit."""
        Claim.objects.filter(case=self.case).update(asserted_in=self.complaint)
        names = {"caption": "Poe, claimant", "caption_short": "The Poe arbitration"}
        arbitration = Case.objects.create(category="arbitration", **names)
        demand = self.filing(
            arbitration,
            "",
            "Demand in answer to the suit.",
            None,
            title="Demand",
            by=self._role(arbitration, self.poe, "claimant", "initiating", 0),
        )
        FilingLink.objects.create(from_filing=demand, to_filing=self.complaint, kind="responds_to")
        return demand

    def _case(self, caption: str, number: str, category: str, **columns: Any) -> Case:
        case = Case.objects.create(
            forum=self.forum,
            caption=caption,
            docket_number=number,
            category=category,
            date_filed=date(2023, 10, 12),
            **columns,
        )
        CaseMatter.objects.create(case=case, matter=self.matter)
        return case

    def _role(self, case: Case, party: Party, role: str, side: str, position: int, **columns: Any) -> CaseParty:
        return CaseParty.objects.create(case=case, party=party, role=role, side=side, position=position, **columns)

    def filing(
        self, case: Case, number: str, text: str, day: date | None, by: CaseParty | None = None, **columns: Any
    ) -> Filing:
        """A line of the docket."""
        filing = Filing.objects.create(case=case, entry_number=number, docket_text=text, date_filed=day, **columns)
        if by:
            FilingParty.objects.create(filing=filing, case_party=by)
        return filing

    def claim(
        self, case: Case, label: str, title: str, by: CaseParty, against: list[CaseParty], **columns: Any
    ) -> Claim:
        """A claim by one party against some."""
        position = Claim.objects.filter(case=case).count()
        claim = Claim.objects.create(case=case, label=label, title=title, position=position, **columns)
        ClaimParty.objects.create(claim=claim, case_party=by)
        for case_party in against:
            ClaimAgainst.objects.create(claim=claim, case_party=case_party)
        return claim

    def event(self, row: ClaimAgainst, kind: str, day: date, filing: Filing | None, **columns: Any) -> ClaimEvent:
        """What happened to a claim against a party."""
        return ClaimEvent.objects.create(claim_against=row, kind=kind, date=day, filing=filing, **columns)

    def publish(self) -> Record:
        """Everything becomes public."""
        for row in (self.matter, self.case, self.criminal):
            verbs.act("publish", row, actor=None, reason="test")
        return self
