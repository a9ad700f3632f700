"""How templates show the record: `{% load record %}`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from django import template
from django.conf import settings
from django.db.models import Model
from django.template.context import Context
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from docket.choices import Basis, ClaimKind, Defense, FilingState, Relief, dates
from docket.claims import certainty, family_of, status_of
from docket.law.cited import find
from docket.models import Case, ClaimAgainst, Filing
from docket.publishing.visibility import TOLD_OF, Visibility
from docket.site import prose
from docket.site.schedule.wording import due
from docket.site.sheet import lines
from docket.site.sheet.sides import capacity_words
from docket.site.wording import brought_against, brought_by, case_status_words, note_of, status_line

register = template.Library()

MOST_GAPS = 20
CLAIMED_BY = {
    ClaimKind.CRIMINAL_COUNT: "Charged by",
    ClaimKind.VIOLATION: "Cited by",
    ClaimKind.PETITION: "Asked for by",
    ClaimKind.ISSUE_ON_APPEAL: "Raised by",
}

SITE_WORDS = {
    "name": "SITE_NAME",
    "publisher": "SITE_PUBLISHER",
    "contact": "DOCKET_CONTACT",
    "base": "PUBLIC_BASE_URL",
}
# A script element's text ends at the first `<`, whatever its type.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


register.filter("due_words", due)


@register.simple_tag
def site(word: str) -> str:
    """The site's own words, from the settings; a tag, so that an error page has them too."""
    return str(getattr(settings, SITE_WORDS[word]))


@register.simple_tag
def by_mail(feed: str) -> str:
    """Where what a feed tells is asked for by e-mail; "" where no mails are sent: `{% by_mail feed as mail %}`."""
    return f"{reverse('follow')}?feed={quote(feed)}" if settings.ALERTS else ""


@register.simple_tag
def when(row: Model, name: str, unknown: str = "") -> SafeString | str:
    """A partial date of a row as `<time>`, no finer than it is known: `{% when filing "date_filed" %}`."""
    day = getattr(row, name)
    if day is None:
        return unknown
    return _time(day, getattr(row, f"{name}_precision", "day"))


@register.simple_tag
def day(row: Model, name: str) -> str:
    """The same in words alone, where a page names hundreds."""
    return dates.show(getattr(row, name), getattr(row, f"{name}_precision", "day"))


@lru_cache(maxsize=10_000)  # a docket names a hundred days
def _time(day: date, precision: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', dates.iso(day, precision), dates.show(day, precision))


@register.filter
def markdown(text: str) -> SafeString:
    """What staff wrote in Markdown, as HTML in which nothing can run."""
    return prose.as_html(text)


@register.filter
def with_citations(text: str) -> SafeString:
    """A court's words, escaped; statutes, regulations and reported cases lead to where they can be read."""
    pieces, position = [], 0
    for cited in find(text):
        link = format_html('<a href="{}" rel="nofollow noopener">{}</a>', cited.address, text[cited.start : cited.end])
        pieces += [escape(text[position : cited.start]), link]
        position = cited.end
    # every piece is escaped above
    return mark_safe("".join([*pieces, escape(text[position:])]))  # noqa: S308


@register.filter
def not_public(row: Any) -> str:
    """On the desk, what keeps the row itself from the public: “draft, not public”; otherwise nothing."""
    if not settings.DESK or getattr(row, "visibility", Visibility.PUBLIC) in TOLD_OF:
        return ""
    return f"{Visibility(row.visibility).label}, not public"


@register.filter
def money(amount: Decimal, currency: str) -> str:
    """“$1,200.50”; “EUR 1,200.00”; whole sums without cents."""
    number = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return f"${number}" if currency == "USD" else f"{currency} {number}"


@register.filter
def state_words(state: str) -> str:
    """The words of a filing's state, such as “Stricken”."""
    return str(FilingState(state).label)


@register.filter
def filing_title(filing: Filing) -> str:
    """What a filing is called where there is room: its title, type, or first words."""
    if filing.visibility == Visibility.SEALED:
        return "Sealed entry"
    words = filing.title or filing.get_filing_type_display() or filing.short_text or filing.docket_text
    return Truncator(words).chars(120) or "Entry without text"


@register.simple_tag
def case_in_list(case: Case) -> SafeString:
    """A case as a row of another list names it, with its forum and number."""
    forum = (case.forum.short_name if case.forum else "") or case.forum_name
    return format_html(
        '<a href="{}">{}</a>\n<span class="small faint also">{}{}</span>',
        case.get_absolute_url(),
        case.caption_short or case.caption,
        forum,
        f", No. {case.docket_number}" if case.docket_number else "",
    )


@register.filter
def case_status(case: Case) -> str:
    """“Closed 3 May 2026: Settled”: where the whole case stands, or what became of one party in it."""
    status = case_status_words(case, timezone.localdate())
    ended = case.get_disposition_display() if case.disposition else getattr(case, "outcome", "")
    return f"{status}: {ended}" if ended else status


register.filter(brought_against)
register.filter(brought_by)


@register.filter
def where_it_stands(row: ClaimAgainst) -> str:
    """Where a claim against a party stands, with the day."""
    return status_line(status_of(row))


@register.filter
def what_that_means(row: ClaimAgainst) -> str:
    """The sentence that a decided claim owes its reader."""
    return note_of(status_of(row), row.case_party.party.name, family_of(row.claim.kind))


@register.filter
def capacities(rows: Iterable[Any]) -> str:
    """“individually, and as next friend of A.R., a minor”."""
    return capacity_words((row.kind, row.object) for row in rows)


@register.filter
def claimed_by(kind: str) -> str:
    """Who makes a claim of that kind: “Charged by”."""
    return CLAIMED_BY.get(ClaimKind(kind), "Claimed by")


register.filter("entry_name", lines.name_of)
register.filter("claim_certainty", certainty.of_claim)


@register.filter
def relief_words(codes: Iterable[str]) -> str:
    """What a claim asks for."""
    return ", ".join(str(Relief(code).label) for code in codes).capitalize()


@register.filter
def defense_words(codes: Iterable[str]) -> str:
    """The defenses that an answer raises."""
    return ", ".join(str(Defense(code).label).lower() for code in codes)


@register.filter
def shortened(text: str, length: int) -> str:
    """The beginning of a long docket text, cut at a word; the filing's own page has all of it."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"


@register.filter
def gap_sentence(gap: tuple[int, int]) -> str:
    """“Entries 12–14 are not in this record”."""
    many = gap[0] != gap[1]
    return f"{'Entries' if many else 'Entry'} {gap_range(gap)} {'are' if many else 'is'} not in this record"


def gap_range(gap: tuple[int, int]) -> str:
    """The missing numbers of a gap: “12–14”, or “40” where it is one."""
    first, last = gap
    return f"{first}" if first == last else f"{first}–{last}"


@register.filter
def gap_words(gaps: list[tuple[int, int]]) -> str:
    """“entries 12–14, 40”; of very many only the first."""
    words = ", ".join(gap_range(gap) for gap in gaps[:MOST_GAPS])
    kind = "entry" if len(gaps) == 1 and gaps[0][0] == gaps[0][1] else "entries"
    return f"{kind} {words}{' and others' if len(gaps) > MOST_GAPS else ''}"


@register.filter
def basis_words(basis: str) -> str:
    """On what ground a fact stands: “reported”."""
    return str(Basis(basis).label).lower()


@register.simple_tag(takes_context=True)
def linked_data(context: Context) -> SafeString:
    """The page as JSON-LD (schema.org), escaped so that no text of the record can end the element.

    `about`, where a view gives it, describes the thing that the page is of.
    """
    base = settings.PUBLIC_BASE_URL
    page: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": context["title"],
        "description": context.get("description", ""),
        "url": base + context["canonical"],
        "isPartOf": {"@type": "WebSite", "name": settings.SITE_NAME, "url": f"{base}/"},
    }
    if crumbs := context.get("crumbs"):
        page["breadcrumb"] = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": label, "item": base + path}
                for place, (label, path) in enumerate(crumbs, 1)
            ],
        }
    if about := context.get("about"):
        page["mainEntity"] = about
    text = json.dumps(page, ensure_ascii=False, separators=(",", ":")).translate(JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308
