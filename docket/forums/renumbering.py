"""The normal forms of a forum's docket numbers, made anew when the form of its numbers became known or another."""

from collections.abc import Iterable

from docket.models import Case, Forum


def renumber(forums: Iterable[Forum]) -> int:
    """Bring the normal form of every number of these forums in line; returns how many cases changed."""
    changed = []
    for case in Case.objects.filter(forum__in=list(forums)).exclude(docket_number="").select_related("forum"):
        form = case.normal_of(case.docket_number)
        if form != case.docket_number_normal:
            case.docket_number_normal = form
            changed.append(case)
    Case.objects.bulk_update(changed, ["docket_number_normal"], batch_size=500)
    return len(changed)
