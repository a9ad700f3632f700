"""The filters of parties that need a case: their role, matter, case and forum."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from docket.choices import PartyRole
from docket.listing.filter_by_row import Named, NamedFilter
from docket.models import CaseParty, MatterParty
from docket.site.filters import search
from docket.site.filters.parts import choice, part_in_case
from parties.filters import PartyFilter
from parties.models import Party


class PartyInCasesFilter(PartyFilter):
    """Parties also by their role, and by the matter, case and forum that they are in."""

    role = choice("Role in a case", PartyRole.choices, method="unchanged")
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="unchanged")
    forum = NamedFilter(label="Forum", find=search.forums_named, what="forums", method="unchanged")
    matter = NamedFilter(label="Matter", find=search.matters_named, what="matters", method="in_matter")

    def in_matter(self, rows: QuerySet[Party], name: str, matter: Named) -> QuerySet[Party]:
        """In the event itself or in a case that followed."""
        event = MatterParty.objects.filter(party=OuterRef("pk"), matter__in=matter.ids)
        case = CaseParty.objects.filter(party=OuterRef("pk"), case__case_matters__matter__in=matter.ids)
        return rows.filter(Exists(event) | Exists(case))

    def filter_queryset(self, rows: QuerySet[Party]) -> QuerySet[Party]:
        """The role in that case and forum: of one and the same row."""
        rows = super().filter_queryset(rows)
        asked = self.form.cleaned_data
        part = part_in_case({"role": asked["role"]})
        if asked["case"]:
            part &= Q(case__in=asked["case"].ids)
        if asked["forum"]:
            part &= Q(case__forum__in=asked["forum"].ids)
        return rows.filter(Exists(CaseParty.objects.filter(part, party=OuterRef("pk")))) if part else rows
