"""How templates show the record: `{% load record %}`."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.conf import settings
from django.db.models import Model
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from docket import dates, prose
from docket.publishing.visibility import PLACEHOLDERS, Visibility

register = template.Library()

SITE_WORDS = {
    "name": "SITE_NAME",
    "publisher": "SITE_PUBLISHER",
    "contact": "DOCKET_CONTACT",
    "base": "PUBLIC_BASE_URL",
}
# A script element's text ends at the first `<`, whatever its type.
JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def site(word: str) -> str:
    """The site's own words, from the settings; a tag, so that an error page has them too."""
    return str(getattr(settings, SITE_WORDS[word]))


@register.simple_tag
def when(row: Model, name: str, unknown: str = "") -> SafeString | str:
    """A partial date of a row as `<time>`, no finer than it is known: `{% when filing "date_filed" %}`."""
    day = getattr(row, name)
    if day is None:
        return unknown
    precision = getattr(row, f"{name}_precision", "day")
    return format_html('<time datetime="{}">{}</time>', dates.iso(day, precision), dates.show(day, precision))


@register.filter
def markdown(text: str) -> SafeString:
    """Markdown as safe HTML."""
    return prose.as_html(text)


@register.filter
def not_public(row: Any) -> str:
    """On the desk, what keeps the row itself from the public: “draft, not public”; otherwise nothing."""
    if not settings.DESK or getattr(row, "visibility", Visibility.PUBLIC) in (Visibility.PUBLIC, *PLACEHOLDERS):
        return ""
    return f"{row.get_visibility_display()}, not public"


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
