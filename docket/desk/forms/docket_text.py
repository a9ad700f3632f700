"""What the desk does with the docket text of a saved filing: read it, and say what was read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from docket.choices import FILING_LINK_RULES, Derived, ProposalState
from docket.desk.addresses import desk_list
from docket.desk.permissions import may_publish
from docket.intake.derived.at_the_desk import read_typed
from docket.intake.derived.recording import Written
from docket.models import DerivedDate, Filing, FilingLink

READ = frozenset({"docket_text", "short_text", "entry_number", "court_sequence", "filing_type", "date_filed"})
ON_SCREEN = 4


def after_typing(request: HttpRequest, filing: Filing, form: Any) -> None:
    """Write down what the text says where staff have not said it, marked as derived, and tell it."""
    if not READ.intersection(form.changed_data):
        return
    formerly = form.initial.get("entry_number") or ""
    written = read_typed(filing, formerly=formerly, only_drafts=not may_publish(request.user))
    if written.types:
        filing.refresh_from_db(fields=["filing_type", "type_derived", "row_version"])
    said = _in_words(filing, written)
    days = DerivedDate.objects.filter(filing=filing, state=ProposalState.OPEN).count() if written.dates else 0
    if said or days:
        messages.info(
            request, format_html("Read from the docket text: {}{}", "; ".join(said), _days(request, filing, days))
        )


def _in_words(filing: Filing, written: Written) -> list[str]:
    found = []
    if written.types and filing.type_derived == Derived.DERIVED:
        found.append(str(filing.get_filing_type_display()))
    if written.links:
        rows = filing.links_from.filter(is_derived=True).select_related("to_filing")[:ON_SCREEN]
        found += [_link(row) for row in rows]
    if written.filers:
        filers = filing.filing_parties.filter(is_derived=True).select_related("case_party__party")[:ON_SCREEN]
        if names := ", ".join(str(filer.case_party.party) for filer in filers):
            found.append(f"filed by {names}")
    return found


def _link(row: FilingLink) -> str:
    outcome = f" ({row.get_outcome_display().lower()})" if row.outcome else ""
    return f"{FILING_LINK_RULES[row.kind].label} {row.to_filing.entry_number or row.to_filing}{outcome}"


def _days(request: HttpRequest, filing: Filing, days: int) -> SafeString:
    """How many days wait to be made hearings or deadlines, and where."""
    if not days or not request.user.has_perm("docket.view_hearing"):
        return SafeString(".")
    number = "1 day" if days == 1 else f"{days} days"
    address = f"{desk_list(DerivedDate)}?state__exact=open&case={filing.case_id}"
    return format_html(
        '; {} it sets. <a href="{}">Make them hearings or deadlines, or dismiss them</a>', number, address
    )
