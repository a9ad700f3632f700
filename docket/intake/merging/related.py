"""Other proceedings that a page names: a link and the number; to a case of the record where it is sure (chain.py)."""

from collections.abc import Sequence
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

Named = tuple[ImportedRelated, Forum | None, Case | None]
"""Another proceeding, its court and its case, where they are known."""


def merge_related(run: Run, docket: ImportedDocket) -> None:
    """Add the links and numbers that the case does not have; what staff removed does not come back."""
    if not docket.related:
        return
    traces = run.traces.of(CaseLink)
    present = {row.pk: row for row in run.case.links_from.filter(pk__in=list(traces))} if traces else {}
    rows = {trace.key: present.get(pk) for pk, trace in traces.items()}
    linked = set(run.case.links_from.exclude(to_case=None).values_list("to_case", "kind"))
    first = {(one.court_id, one.court): one for one in docket.related}
    courts = {court: court_named(one) for court, one in first.items()}
    new: list[Named] = []
    for related in docket.related:
        key, forum = key_of(related), courts[related.court_id, related.court]
        other = case_named(run.case, forum, related.numbers)
        if key in rows:
            _complete(run, rows[key], _page(related), related, forum, other)
        elif not other or (other.pk, related.kind) not in linked:
            new.append((related, forum, other))
            linked |= {(other.pk, related.kind)} if other else set()
    _add(run, new)
    _add_numbers(run, new)


def _page(related: ImportedRelated) -> dict[str, Any]:
    return {"date": related.day, "note": related.note}


def _add(run: Run, new: Sequence[Named]) -> None:
    """All in one statement: a case that is administered jointly names hundreds."""
    links = run.add(_link(run.case, *named) for named in new)
    for link, (related, forum, _) in zip(links, new, strict=True):
        run.remember(link, {**_page(related), **_told(related, forum)}, key_of(related))


def _link(case: Case, related: ImportedRelated, forum: Forum | None, other: Case | None) -> CaseLink:
    given = {column: value for column, value in _page(related).items() if not is_empty(value)}
    end: dict[str, Any] = {"to_case": other} if other else {"to_text": _words(related, forum)}
    return CaseLink(from_case=case, kind=related.kind, **end, **given)


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


def _add_numbers(run: Run, new: Sequence[Named]) -> None:
    known = set(run.case.numbers.values_list("kind", "number")) if new else set()
    rows: dict[tuple[str, str], CaseNumber] = {}
    for related, forum, _ in new:
        kind = NUMBER_KINDS.get(CaseLinkKind(related.kind), CaseNumberKind.OTHER)
        for number in related.numbers:
            if (kind, number) not in known:
                row = CaseNumber(case=run.case, kind=kind, number=number, forum=forum)
                rows.setdefault((kind, number), row)
    CaseNumber.objects.bulk_create(rows.values(), batch_size=1000)
