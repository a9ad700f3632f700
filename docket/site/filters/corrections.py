"""The filters of corrections."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from docket.listing.filter_by_row import Named, NamedFilter
from docket.listing.filterset import ListFilter
from docket.listing.pagination import Key, Order
from docket.models import CaseMatter, CaseParty, Correction
from docket.site.filters import search
from docket.site.filters.parts import matter_filter


class CorrectionFilter(ListFilter):
    """Corrections of what was public, of a case or a matter and of the names of its parties."""

    orders = (Order("newest", "Newest first", (Key("at", descending=True), Key("pk", descending=True))),)

    matter = matter_filter()
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="of_case")

    def of_case(self, rows: QuerySet[Correction], name: str, case: Named) -> QuerySet[Correction]:
        """Of one case, or of those so named."""
        parties = CaseParty.objects.filter(case__in=case.ids).values("party")
        return rows.filter(Q(case__in=case.ids) | Q(party__in=parties))

    def in_matter(self, rows: QuerySet[Correction], name: str, matter: Named) -> QuerySet[Correction]:
        """Of the matter itself and of its cases."""
        case = CaseMatter.objects.filter(case=OuterRef("case"), matter__in=matter.ids)
        return rows.filter(Q(matter__in=matter.ids) | Q(Exists(case)))
