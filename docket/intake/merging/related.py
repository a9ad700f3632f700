"""Other proceedings that a page names: a link and the number; to a case of the record where it is sure (chain.py)."""

from typing import Any

from docket.choices import CaseLinkKind, CaseNumberKind
from docket.intake.merging.chain import case_named, court_named, key_of, link_to
from docket.intake.merging.import_run import Run
from docket.intake.precedence.settle import is_empty
from docket.intake.shape import ImportedDocket, ImportedRelated
from docket.models import Case, CaseLink, CaseNumber, Forum

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
        key, forum = key_of(related), court_named(related)
        page = {"date": related.day, "note": related.note}
        other = case_named(run.case, forum, related.numbers)
        if key in rows:
            _complete(run, rows[key], page, related, forum, other)
        elif not (other and run.case.links_from.filter(to_case=other, kind=related.kind).exists()):
            _add(run, page, related, forum, other)
            _add_numbers(run, related, forum)


def _add(run: Run, page: dict[str, Any], related: ImportedRelated, forum: Forum | None, other: Case | None) -> None:
    given = {column: value for column, value in page.items() if not is_empty(value)}
    end: dict[str, Any] = {"to_case": other} if other else {"to_text": _words(related, forum)}
    (link,) = run.add([CaseLink(from_case=run.case, kind=related.kind, **end, **given)])
    run.remember(link, {**page, **_told(related, forum)}, key_of(related))


def _told(related: ImportedRelated, forum: Forum | None) -> dict[str, Any]:
    """By what a case that comes later is known to be the one that is named."""
    return {"words": _words(related, forum), "numbers": list(related.numbers)}


def _complete(
    run: Run,
    link: CaseLink | None,
    page: dict[str, Any],
    related: ImportedRelated,
    forum: Forum | None,
    other: Case | None,
) -> None:
    if link is None:
        return
    settled = run.settle(link, page)
    run.note("the link to another proceeding", settled)
    run.write(CaseLink, {link: settled.changes} if settled.changes else {})
    if other and link.to_text == _words(related, forum):
        link_to(link, other)
    run.remember(link, {**page, **_told(related, forum)}, key_of(related))


def _words(related: ImportedRelated, forum: Forum | None) -> str:
    """The court by the name it has here, else in the page's words, and the number."""
    numbers = f"No. {', '.join(related.numbers)}" if related.numbers else ""
    return ", ".join(part for part in (forum.name if forum else related.court, numbers) if part) or "another proceeding"


def _add_numbers(run: Run, related: ImportedRelated, forum: Forum | None) -> None:
    kind = NUMBER_KINDS.get(CaseLinkKind(related.kind), CaseNumberKind.OTHER)
    for number in related.numbers:
        CaseNumber.objects.get_or_create(case=run.case, kind=kind, number=number, defaults={"forum": forum})
