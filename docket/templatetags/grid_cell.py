"""A cell of a claims grid as HTML: a page has up to a hundred and fifty of them, too many for templates.

Like the lines of a docket they stay in Python: docket_line.py says what was measured.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from docket.site.schedule.wording import due
from docket.templatetags.record import when
from docket.templatetags.why import why_so

register = template.Library()


@register.simple_tag
def grid_cell(cells: list[Any]) -> SafeString:
    """Where a claim stands against a party; once for each role in which it is against them."""
    if not cells:
        return mark_safe("<td></td>")
    said = ["".join(_said(cell)) for cell in cells]
    inside = said[0] if len(said) == 1 else "".join(f"<div>{one}</div>" for one in said)
    # every text of the record is escaped below
    return mark_safe(f'<td data-label="{escape(cells[0].row.name)}">{inside}</td>')  # noqa: S308


@register.filter
def elsewhere(responses: Iterable[Any]) -> SafeString:
    """A party's responses to the pleading in other proceedings."""
    return mark_safe("".join(map(_elsewhere, responses)))  # noqa: S308


def _said(cell: Any) -> Iterator[str]:
    yield f"<strong>{escape(cell.words)}</strong>"
    yield from beside(cell)


def beside(cell: Any, is_short: bool = False, says_why: bool = True) -> Iterator[str]:
    """What stands beside the words: when it was checked, the filing, what a decision owes, what is due, what answers.

    is_short: without the filing, which the claim's own page names. says_why: not beside a link to that page.
    """
    if cell.last_checked:
        yield f", last checked {when(cell, 'last_checked')}"
    if not is_short and (filing := cell.status.event and cell.status.event.filing):
        yield f', <a href="{filing.address}">{escape(filing.name)}</a>'
    if cell.note:
        yield f'<span class="by">{escape(cell.note)}</span>'
    if says_why:
        yield why_so(cell.status, cell.row.compared)
    if cell.due:
        words = escape(due(cell.due))
        yield f'<span class="by"><a href="{cell.due.get_absolute_url()}">Answer</a>: {words}</span>'
    yield from map(_elsewhere, cell.elsewhere)


def _elsewhere(response: Any) -> str:
    return (
        f'<span class="by">responded in another proceeding: <a href="{response.address}">{escape(response.name)}</a>, '
        f'<a href="{response.case_address}">{escape(response.case_name)}</a></span>'
    )
