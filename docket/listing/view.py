"""One way to answer for a list: ask, count, cut a page, name it. Each listing is described beside its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from docket.listing.filterset import Decorate, ListFilter
from docket.listing.pagination import BadCursor, Page

SIZE = 50


@dataclass(frozen=True)
class Listing:
    """What a list is of. `rows`: everything that it may hold; `decorate`: brings what the template shows of a row.

    finish: makes of a page's rows what the template shows, where one question for all of them is the better way.
    """

    name: str
    title: str
    one: str
    many: str
    description: str
    template: str
    filter: type[ListFilter]
    rows: Callable[[], QuerySet[Any]]
    decorate: Decorate
    csv: str = ""
    feed: str = ""
    finish: Callable[[list[Any]], list[Any]] = list


def answer(request: HttpRequest, listing: Listing) -> HttpResponse:
    """The page that the address asks for; 400 and what is wrong where it cannot be answered."""
    asked = listing.filter(request.GET, listing.rows(), request=request)
    context: dict[str, Any] = {
        "listing": listing,
        "asked": asked,
        "title": listing.title,
        "description": listing.description,
        "canonical": reverse(listing.name),
        "csv": reverse(listing.csv) if listing.csv else "",
        "xlsx": reverse(listing.csv.replace(".csv", ".xlsx")) if listing.csv else "",
    }
    if not asked.is_valid():
        return TemplateResponse(request, listing.template, context, status=400)
    try:
        after, before = request.GET.get("after", ""), request.GET.get("before", "")
        page = asked.page(listing.decorate, SIZE, after, before)
    except BadCursor as error:
        return TemplateResponse(request, listing.template, context | {"trouble": str(error)}, status=400)
    count = asked.count()
    context |= _neighbours(asked, page) | {
        "page": page,
        "feed": f"{reverse(listing.feed)}{asked.address()}".removesuffix("?") if listing.feed else "",
        "rows": listing.finish(page.rows),
        "count": count,
        "title": f"{listing.title} ({count})",
        # one address of the whole list is enough for search engines
        "noindex": bool(asked.active or after or before),
    }
    return TemplateResponse(request, listing.template, context)


def _neighbours(asked: ListFilter, page: Page[Any]) -> dict[str, str]:
    return {
        "next": asked.address(after=page.after) if page.after else "",
        "previous": asked.address(before=page.before) if page.before else "",
        "start": asked.address(),
    }
