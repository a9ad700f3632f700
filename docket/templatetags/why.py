"""“Why?” beside a status: what makes it true, opened without script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from docket.claims import ClaimStatus
from docket.site.why import Fact, Named, why

register = template.Library()


@register.simple_tag
def why_so(status: ClaimStatus, compared: date | None) -> SafeString:
    """The events with their days and filings, the rule, and when the docket was last checked."""
    return mark_safe("".join(_opened(status, compared)))  # noqa: S308 - every text of the record is escaped


def _opened(status: ClaimStatus, compared: date | None) -> Iterator[str]:
    reasons = why(status, compared)
    yield '<details class="why small"><summary>Why?</summary>'
    if reasons.facts:
        yield f"<ul>{''.join(map(_line, reasons.facts))}</ul>"
    yield f"<p>{escape(reasons.rule)} {escape(reasons.checked)}</p></details>"


def _line(fact: Fact) -> str:
    filing = f': <a href="{fact.address}">{escape(fact.filing)}</a>' if fact.filing else ", no filing named"
    origin = f"; {escape(fact.origin)}" if fact.origin else ""
    sources = f"; source: {', '.join(map(_source, fact.sources))}" if fact.sources else ""
    return f"<li>{escape(fact.words)}, {escape(fact.day)}{filing}{origin}{sources}</li>"


def _source(source: Named) -> str:
    if not source.address:
        return escape(source.title)
    return f'<a href="{escape(source.address)}" rel="nofollow noopener">{escape(source.title)}</a>'
