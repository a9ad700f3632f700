"""One line docketed in several cases at once, as courts do in cases that are consolidated or administered together."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q
from django.http import HttpRequest

from docket.choices import CaseLinkKind
from docket.desk.changes import worked_on
from docket.desk.deadlines.after_save import after_lines
from docket.desk.permissions import may_publish
from docket.desk.publication.new_lines import publish_new
from docket.intake.derived.at_the_desk import read_entered
from docket.models import Case, CaseLink, CaseParty, Filing, FilingParty
from docket.publishing.visibility import Visibility

TOGETHER = (CaseLinkKind.CONSOLIDATED_INTO, CaseLinkKind.CONSOLIDATED_FOR_DISCOVERY, CaseLinkKind.JOINTLY_ADMINISTERED)
MOST = 40
BOX = "also_in"
# what a line has of its own in each docket: its number, its place, the court's ids
COPIED = (
    *("filing_type", "type_derived", "type_rule", "title", "docket_text", "short_text"),
    *("date_filed", "date_filed_precision", "date_entered", "date_entered_precision"),
    *("date_served", "date_served_precision"),
)


def together(request: HttpRequest, case: Case) -> list[Case]:
    """The cases that are heard together with this one, as far as the user may see them: its lead case, its members, the
    members of the same lead.
    """
    near = {case.pk}
    for _ in range(2):
        links = CaseLink.objects.filter(Q(from_case__in=near) | Q(to_case__in=near), kind__in=TOGETHER)
        near |= {pk for ends in links.values_list("from_case", "to_case") for pk in ends if pk}
    if near == {case.pk}:
        return []
    rows = admin.site.get_model_admin(Case).get_queryset(request).filter(pk__in=near - {case.pk})
    return list(rows.exclude(visibility=Visibility.EXPUNGED).order_by("caption", "pk")[:MOST])


def chosen(request: HttpRequest, cases: list[Case]) -> list[Case]:
    """Those that were ticked."""
    ticked = set(request.POST.getlist(BOX))
    return [case for case in cases if str(case.pk) in ticked]


def docket_also(request: HttpRequest, filing: Filing, cases: list[Case]) -> None:
    """The line in the other dockets too, each a row of its own: without the number, which each docket gives itself."""
    # who was only read from the text is read again there
    typed = filing.filing_parties.filter(is_derived=False).select_related("case_party__party")
    parties = [row.case_party for row in typed]
    for case in cases:
        copy = Filing.objects.create(case=case, **{name: getattr(filing, name) for name in COPIED})
        wanting = _filers(copy, parties)
        read_entered(case, {copy.pk})
        after_lines(request, case)
        worked_on.note(request, case)
        if case.publishes_new_filings and may_publish(request.user):
            publish_new(request, copy, False, set())
        if wanting:
            names = ", ".join(str(party) for party in wanting)
            messages.warning(request, f"In “{case}” the line has no filer {names}: not a party there in that role.")
    if cases:
        messages.success(request, f"Docketed also in {', '.join(f'“{case}”' for case in cases)}.")


def _filers(copy: Filing, parties: list[CaseParty]) -> list[CaseParty]:
    """The same parties in the same roles file it there; returns those who are not there."""
    there: dict[Any, CaseParty] = {(row.party_id, row.role): row for row in CaseParty.objects.filter(case=copy.case_id)}
    for party in parties:
        if place := there.get((party.party_id, party.role)):
            FilingParty.objects.create(filing=copy, case_party=place)
    return [party for party in parties if (party.party_id, party.role) not in there]
