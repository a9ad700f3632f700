"""Which case of the record another one names: the same court and the same number, or nobody.

A page names other proceedings by court and number. Where both are those of exactly one case of the record the link goes
to it, whichever of the two is imported first; else it stays in words, for staff to look at. A case under seal is never
linked, and a public case keeps its words until the other one is public too.
"""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from docket.forums.finding import forum_by_court_id
from docket.forums.pacer_courts import federal_court_named
from docket.intake.matching.rows import fingerprint
from docket.intake.merging.which_case import of_number
from docket.intake.shape import ImportedRelated
from docket.law.docket_numbers import may_be_one
from docket.models import Case, CaseLink, CaseNumber, Forum, ImportTrace
from docket.publishing.visibility import CONTENT_WITHHELD, Visibility


def key_of(related: ImportedRelated) -> str:
    """By what a later import finds the link again."""
    return fingerprint(related.kind, related.court.casefold(), *related.numbers)


def court_named(related: ImportedRelated) -> Forum | None:
    """The forum of another proceeding; None when it is not sure, or not in the record."""
    court = related.court_id or federal_court_named(related.court)
    return forum_by_court_id(court) if court else None


def case_named(case: Case, forum: Forum | None, numbers: Sequence[str]) -> Case | None:
    """The one case of a forum with one of these numbers that may be linked from `case`."""
    if forum is None:
        return None
    found = {
        row
        for number in numbers
        for row in Case.objects.filter(of_number(forum, number)).exclude(pk=case.pk)
        if may_be_one(number, row.docket_number, forum.docket_pattern)
    }
    if len(found) != 1:
        return None
    (other,) = found
    return other if _may_be_linked(case, other) else None


def _may_be_linked(case: Case, other: Case) -> bool:
    if other.visibility in CONTENT_WITHHELD:
        return False
    return case.visibility != Visibility.PUBLIC or other.visibility == Visibility.PUBLIC


def link_to(link: CaseLink, other: Case) -> bool:
    """Let a link that is in words lead to a case; False where there is such a link already."""
    if CaseLink.objects.filter(from_case=link.from_case, to_case=other, kind=link.kind).exists():
        return False
    link.to_case, link.to_text = other, ""
    link.save(update_fields=["to_case", "to_text"])
    return True


def link_those_who_wait(case: Case) -> None:
    """Cases of the record that name this one in words, by its court and number, are linked to it now."""
    if case.forum is None or not case.docket_number:
        return
    pattern = case.forum.docket_pattern
    numbers = CaseNumber.objects.filter(forum=case.forum).exclude(case=case).select_related("case__forum")
    # not by a join: a case with hundreds of affiliates has as many numbers and as many links
    for number in numbers.filter(Exists(CaseLink.objects.filter(from_case=OuterRef("case"), to_case=None))):
        if may_be_one(number.number, case.docket_number, pattern):
            _link_by_number(number, case)


def _link_by_number(number: CaseNumber, case: Case) -> None:
    """Link what an import brought with that number, and staff left in the import's words."""
    if case_named(number.case, case.forum, [number.number]) != case:
        return
    links = {link.pk: link for link in number.case.links_from.filter(to_case=None)}
    label = CaseLink._meta.label_lower
    for trace in ImportTrace.objects.filter(case=number.case, label=label, object_id__in=list(links)):
        link = links[trace.object_id]
        if number.number in trace.values.get("numbers", ()) and link.to_text == trace.values.get("words"):
            link_to(link, case)
