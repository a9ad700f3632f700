"""The lines of a docket as HTML: a page has a hundred of them, each of twenty parts, too many for templates.

Measured on a hundred lines: 2.2 ms as written here, 4.1 ms as one compiled template with the same parts (Jinja2 3.1),
so they stay in Python: the page would wait for the difference, and nothing else needs a second template language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils.safestring import SafeString, mark_safe

from docket.choices.dates import show
from docket.publishing.visibility import Visibility
from docket.site.sheet.lines import entry_name
from docket.templatetags.record import gap_sentence, not_public, state_words, when

register = template.Library()

MOST_FILERS = 4
MOST_TIES = 8
LINKED = 60
READ_FROM_TEXT = "<i>read from the text:</i> "


@register.simple_tag
def docket_rows(lines: Iterable[Any]) -> SafeString:
    """Rows of a docket sheet's table."""
    # every text of the record is escaped below
    return mark_safe("".join(_row(line) for line in lines))  # noqa: S308


@register.simple_tag
def thread_members(thread: Any) -> SafeString:
    """The rows below the start of a thread."""
    rows = (_row(line, is_member=True, has_place=line.id in thread.anchored) for line in thread.members)
    return mark_safe("".join(rows))  # noqa: S308


@register.simple_tag
def thread_start(thread: Any) -> SafeString:
    """The row of the filing with which a thread starts, with where that stands."""
    return mark_safe(_row(thread.start, thread))  # noqa: S308


@register.filter
def facts(line: Any) -> SafeString:
    """When it was entered if not on that day, who filed it, its links and its documents; empty where none is known.

    What was read from the text stands together, with one mark. The rest of what is cut short is on the filing's own
    page, to which the number leads.
    """
    return mark_safe(" · ".join(_facts(line)))  # noqa: S308


@register.filter
def line_words(line: Any) -> SafeString:
    """Its title and the court's words, with what state it is in."""
    state = f"{_tag(state_words(line.state), strong=True)} " if line.state != "ok" else ""
    return mark_safe(state + "".join(_words(line)))  # noqa: S308


@register.filter
def document_line(document: Any) -> SafeString:
    """“Exhibit A (PDF, 12 p., 340 KB)”, or why it cannot be read here."""
    state = not_public(document)
    return mark_safe(_document(document) + (f" {_tag(state, strong=True)}" if state else ""))  # noqa: S308


def _row(line: Any, thread: Any = None, is_member: bool = False, has_place: bool = True) -> str:
    """has_place: whether the address of the line within the page leads here."""
    if line.visibility == Visibility.REMOVED:
        cells = '<td></td><td></td><td class="faint">Entry removed</td>'
    elif line.visibility == Visibility.SEALED:
        cells = (
            f"<td>{escape(line.entry_number)}</td><td>{_day(line)}</td>"
            f'<td><a href="{line.address}">Sealed entry</a></td>'
        )
    else:
        cells = f"<td>{_number(line)}</td><td>{_day(line)}</td>\n<td>{''.join(_entry(line, thread))}</td>"
    place = f' id="e-{line.public_id}"' if has_place else ""
    kind = ' class="member"' if is_member else ""
    return f"{_gap(line.gap_before)}<tr{place}{kind}>{cells}</tr>\n{_gap(line.gap_after)}"


def _day(line: Any) -> str:
    """The day, which is the line's own address: it shows itself where that is followed."""
    shown = when(line, "date_filed", "date not in the record")
    day = show(line.date_filed, line.date_filed_precision) or shown
    name = escape(f"{day}, line of {_called(line)}")
    return f'<a class="day" href="#e-{line.public_id}" aria-label="{name}">{shown}</a>'


def _called(line: Any) -> str:
    return entry_name(line.visibility, line.entry_number, line.title, line.filing_type, line.docket_text)


def _gap(gap: tuple[int, int] | None) -> str:
    return f'<tr class="gap"><td colspan="3">{gap_sentence(gap)}</td></tr>\n' if gap else ""


def _number(line: Any) -> str:
    """A label and no hidden words, which would be in every copy of the page's text."""
    number = escape(line.entry_number)
    return f'<a href="{line.address}" aria-label="Entry {number}">{number}</a>' if number else ""


def _entry(line: Any, thread: Any) -> Iterator[str]:
    """What an entry says: its tags, its words, the facts beneath."""
    if thread and thread.status:
        undecided = " undecided" if thread.is_undecided else ""
        yield f'<strong class="status-of{undecided}">{escape(thread.status)}</strong> '
    if line.is_operative:
        yield _tag("operative pleading") + " "
    if line.state != "ok":
        yield _tag(state_words(line.state), strong=True) + " "
    if state := not_public(line):
        yield _tag(state, strong=True) + " "
    yield from _words(line)
    if line.number_repeats:
        yield ' <span class="small faint">(the number repeats)</span>'
    if known := facts(line):
        yield f"<small>{known}</small>"


def _words(line: Any) -> Iterator[str]:
    """Its title and the court's words; where no number leads to the filing's page, the first of them do."""
    text = line.docket_text + (" …" if line.is_cut else "")
    if line.title:
        title = f"<strong>{escape(line.title)}</strong>"
        yield (title if line.entry_number else _leading(line, title)) + (". " if text else "")
        yield escape(text)
        return
    text = text or line.short_text or line.type_words or "(no text)"
    cut = text[:LINKED].rsplit(" ", 1)[0] if len(text) > LINKED else text
    first = "" if line.entry_number else cut
    yield (_leading(line, escape(first)) if first else "") + escape(text[len(first) :])


def _leading(line: Any, html: str) -> str:
    return f'<a href="{line.address}">{html}</a>'


def _tag(words: str, strong: bool = False) -> str:
    return f'<span class="tag{" strong" if strong else ""}">{escape(words)}</span>'


def _facts(line: Any) -> Iterator[str]:
    if line.entered_later:
        yield f"entered {when(line, 'date_entered')}"
    yield from _said(line, is_derived=False)
    if read := "; ".join(_said(line, is_derived=True)):
        yield READ_FROM_TEXT + read
    if (more := len(line.ties) - MOST_TIES) > 0:
        yield f"{more} more links"
    for document in line.shown_documents:
        yield document_line(document)
    if number := line.other_documents:
        words = f"{number}{' more' if line.shown_documents else ''} document{'' if number == 1 else 's'}"
        yield words if line.shown_documents else f"{words} listed"


def _said(line: Any, is_derived: bool) -> Iterator[str]:
    """The filers and links that a source or staff gave, or those that were read from the text."""
    if filers := [filer.name for filer in line.filers if filer.is_derived == is_derived]:
        more = len(filers) - MOST_FILERS
        names = escape(", ".join(filers[:MOST_FILERS])) + (f" and {more} more" if more > 0 else "")
        yield f"filed by {names}" if is_derived else names
    yield from (_tie(tie) for tie in line.ties[:MOST_TIES] if tie.is_derived == is_derived)


def _tie(tie: Any) -> str:
    outcome = f" ({tie.outcome})" if tie.outcome else ""
    case = f" in {escape(tie.case.caption_short or tie.case.caption)}" if tie.case else ""
    return f'{escape(tie.words)} <a href="{tie.address}">{escape(tie.name)}</a>{escape(outcome)}{case}'


def _document(document: Any) -> str:
    if document.visibility == Visibility.SEALED:
        return f"{escape(document.name)}: SEALED – not available to the public"
    if document.visibility == Visibility.REMOVED:
        return "Document removed"
    pages = f"{document.page_count} p." if document.page_count else ""
    if not document.has_file and document.source_url:
        about = ", ".join(filter(None, (pages, "at the court, may need an account")))
        return f'<a href="{escape(document.source_url)}" rel="nofollow noopener">{escape(document.name)}</a> ({about})'
    if not document.has_file:
        return f"{escape(document.name)}{f' ({pages})' if pages else ''}, not in this record"
    size = filesizeformat(document.byte_size) if document.byte_size else ""
    about = ", ".join(filter(None, ("PDF", pages, size)))
    address = escape(document.source_url)
    court = f', <a href="{address}" rel="nofollow noopener">at the court</a>' if address else ""
    return f'<a href="{document.address}">{escape(document.name)}</a> ({escape(about)}{court})'
