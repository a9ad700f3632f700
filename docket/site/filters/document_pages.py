"""The filters of pages of documents, by their text."""

from __future__ import annotations

from django.db.models import QuerySet

from docket.listing.filter_by_row import Named, NamedFilter
from docket.listing.filterset import ListFilter, WordsFilter
from docket.listing.pagination import Key, Order
from docket.models import DocumentPage
from docket.site.filters import search
from docket.site.filters.parts import forum_filter


def of_that_name(rows: QuerySet[DocumentPage], name: str) -> QuerySet[DocumentPage]:
    """The page that a cursor names, such as k3x9q2mv7a-12: the document's public id and the page's number."""
    document, _, number = name.rpartition("-")
    return rows.filter(document__public_id=document, number=int(number)) if number.isdecimal() else rows.none()


class DocumentPageFilter(ListFilter):
    """Pages of published documents by the words of their text layer."""

    orders = (Order("newest", "Newest first", (Key("pk", True),), public_id="public_name", find=of_that_name),)

    q = WordsFilter(label="Words in the text of documents", method="by_words")
    case = NamedFilter(label="Case", find=search.cases_named, what="cases", method="of_case")
    forum = forum_filter()

    def by_words(self, rows: QuerySet[DocumentPage], name: str, text: str) -> QuerySet[DocumentPage]:
        """Pages whose text holds the words."""
        return rows.filter(text_vector=search.filing_query(text))

    def of_case(self, rows: QuerySet[DocumentPage], name: str, case: Named) -> QuerySet[DocumentPage]:
        """Of one docket, or of cases so named."""
        return rows.filter(case__in=case.ids)

    def in_forum(self, rows: QuerySet[DocumentPage], name: str, forum: Named) -> QuerySet[DocumentPage]:
        """Of cases before the forum, or before one of those so named."""
        return rows.filter(case__forum__in=forum.ids)
