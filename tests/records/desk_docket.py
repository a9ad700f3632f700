"""A case with a plaintiff, six defendants and a complaint, for what staff enter from filings."""

from datetime import date

from docket.models import CaseParty, Claim, ClaimAgainst, ClaimEvent, Filing, FilingParty
from parties.models import Party
from tests.records.desk_cast import a_case


class Docket:
    """A case with a plaintiff, six defendants and a complaint."""

    def __init__(self, category="civil", roles=("plaintiff", "defendant"), defendants=6, filing_type="init.complaint"):
        self.case = a_case(category=category)
        self.plaintiff = self.party("Jane Roe", roles[0], "initiating")
        self.defendants = [self.party(f"Defendant {n}", roles[1], "responding") for n in range(1, defendants + 1)]
        self.complaint = self.filing("Complaint", filing_type, date(2024, 1, 16), self.plaintiff)

    def party(self, name, role, side):
        position = CaseParty.objects.filter(case=self.case).count()
        party = Party.objects.create(name=name)
        return CaseParty.objects.create(case=self.case, party=party, role=role, side=side, position=position)

    def filing(self, title, kind, day, *by):
        filing = Filing.objects.create(case=self.case, title=title, filing_type=kind, date_filed=day)
        for party in by:
            FilingParty.objects.create(filing=filing, case_party=party)
        return filing

    def claim(self, title="Negligence", label="Count I", against=(), **columns):
        columns = {"asserted_in": self.complaint, **columns}
        claim = Claim.objects.create(case=self.case, title=title, label=label, **columns)
        return [ClaimAgainst.objects.create(claim=claim, case_party=party) for party in against or self.defendants]

    def event(self, row, kind, day=date(2024, 3, 1), **columns):
        return ClaimEvent.objects.create(claim_against=row, kind=kind, date=day, **columns)
