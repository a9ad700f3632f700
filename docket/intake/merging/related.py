"""Other proceedings that a page names: a link in words and the number, never a guess at a case of the record."""

from typing import Any

from docket.choices import CaseLinkKind, CaseNumberKind
from docket.forums.finding import forum_by_court_id
from docket.intake.matching.rows import fingerprint
from docket.intake.merging.import_run import Run
from docket.intake.precedence.settle import is_empty
from docket.intake.shape import ImportedDocket, ImportedRelated
from docket.models import CaseLink, CaseNumber, Forum

NUMBER_KINDS = {
    CaseLinkKind.APPEAL_OF: CaseNumberKind.LOWER_COURT,
    CaseLinkKind.TRANSFERRED_TO: CaseNumberKind.TRANSFEREE,
    CaseLinkKind.RELATED: CaseNumberKind.RELATED,
}


def merge_related(run: Run, docket: ImportedDocket) -> None:
    """Add the links and numbers that the case does not have; what staff removed does not come back."""
    if not docket.related:
        return
    traces = run.traces.of(CaseLink)
    present = {row.pk: row for row in run.case.links_from.filter(pk__in=list(traces))} if traces else {}
    rows = {trace.key: present.get(pk) for pk, trace in traces.items()}
    for related in docket.related:
        forum = forum_by_court_id(related.court_id) if related.court_id else None
        key = fingerprint(related.kind, related.court.casefold(), *related.numbers)
        page = {"date": related.day, "note": related.note}
        if key in rows:
            _complete(run, rows[key], page, key)
        else:
            given = {column: value for column, value in page.items() if not is_empty(value)}
            link = CaseLink.objects.create(
                from_case=run.case, kind=related.kind, to_text=_words(related, forum), **given
            )
            run.remember(link, page, key)
            _add_numbers(run, related, forum)


def _complete(run: Run, link: CaseLink | None, page: dict[str, Any], key: str) -> None:
    if link is None:
        return
    settled = run.settle(link, page)
    run.note("the link to another proceeding", settled)
    run.write(CaseLink, {link: settled.changes} if settled.changes else {})
    run.remember(link, page, key)


def _words(related: ImportedRelated, forum: Forum | None) -> str:
    """The court by the name it has here, else in the page's words, and the number."""
    numbers = f"No. {', '.join(related.numbers)}" if related.numbers else ""
    return ", ".join(part for part in (forum.name if forum else related.court, numbers) if part) or "another proceeding"


def _add_numbers(run: Run, related: ImportedRelated, forum: Forum | None) -> None:
    kind = NUMBER_KINDS.get(CaseLinkKind(related.kind), CaseNumberKind.OTHER)
    for number in related.numbers:
        CaseNumber.objects.get_or_create(case=run.case, kind=kind, number=number, defaults={"forum": forum})
