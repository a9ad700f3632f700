"""What stands beneath an entry of a docket, as HTML: a page has hundreds of these, too many for templates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from docket.publishing.visibility import Visibility
from docket.templatetags.record import not_public, when

register = template.Library()

MOST_FILERS = 4
MOST_TIES = 8
READ_FROM_TEXT = "<i>read from the text:</i> {}"
GONE = mark_safe("Document removed")


@register.filter
def facts(line: Any) -> SafeString:
    """When it was entered if not on that day, who filed it, its links and its documents; empty where none is known.

    What was read from the text stands together, with one mark. The rest of what is cut short is on the filing's own
    page, to which the number leads.
    """
    return format_html_join(" · ", "{}", ((part,) for part in _parts(line)))


@register.filter
def paper_line(paper: Any) -> SafeString:
    """“Exhibit A (PDF, 12 p., 340 KB)”, or why it cannot be read here."""
    if state := not_public(paper):
        return format_html('{} <span class="tag strong">{}</span>', _paper(paper), state)
    return _paper(paper)


def _parts(line: Any) -> Iterator[SafeString | str]:
    if line.entered_later:
        yield format_html("entered {}", when(line, "date_entered"))
    yield from _said(line, is_derived=False)
    if read := list(_said(line, is_derived=True)):
        yield format_html(READ_FROM_TEXT, format_html_join("; ", "{}", ((part,) for part in read)))
    if (more := len(line.ties) - MOST_TIES) > 0:
        yield f"{more} more links"
    for paper in line.shown_papers:
        yield paper_line(paper)
    if number := line.other_papers:
        words = f"{number}{' more' if line.shown_papers else ''} document{'' if number == 1 else 's'}"
        yield words if line.shown_papers else f"{words} listed"


def _said(line: Any, is_derived: bool) -> Iterator[SafeString | str]:
    """The filers and links that a source or staff gave, or those that were read from the text."""
    if filers := [filer.name for filer in line.filers if filer.is_derived == is_derived]:
        more = len(filers) - MOST_FILERS
        names = ", ".join(filers[:MOST_FILERS]) + (f" and {more} more" if more > 0 else "")
        yield f"filed by {names}" if is_derived else names
    yield from (_tie(tie) for tie in line.ties[:MOST_TIES] if tie.is_derived == is_derived)


def _tie(tie: Any) -> SafeString:
    return format_html(
        '{} <a href="{}">{}</a>{}{}',
        tie.words,
        tie.address,
        tie.name,
        f" ({tie.outcome})" if tie.outcome else "",
        f" in {tie.case.caption_short or tie.case.caption}" if tie.case else "",
    )


def _paper(paper: Any) -> SafeString:
    if paper.visibility == Visibility.SEALED:
        return format_html("{}: SEALED – not available to the public", paper.name)
    if paper.visibility == Visibility.REMOVED:
        return GONE
    pages = f"{paper.page_count} p." if paper.page_count else ""
    if not paper.has_file:
        return format_html("{}{}, not in this record", paper.name, f" ({pages})" if pages else "")
    size = filesizeformat(paper.byte_size) if paper.byte_size else ""
    about = ", ".join(filter(None, ("PDF", pages, size)))
    return format_html('<a href="{}">{}</a> ({})', paper.address, paper.name, about)
