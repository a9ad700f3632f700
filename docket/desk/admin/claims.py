"""Claims, against whom they are made, and the dated events from which their status is derived."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from docket.claims import for_status, status_on_record
from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.admin.sources import SourceLinkInline
from docket.desk.claims.case_closing import propose_closing
from docket.desk.deadlines.after_save import after_services
from docket.desk.forms.case_parties import CasePartiesField, JoinsParties
from docket.desk.forms.inlines import RecordInline, StackedRecordInline
from docket.desk.lists.changelist import within
from docket.models import Claim, ClaimAgainst, ClaimEvent, ClaimParty


class ClaimForm(JoinsParties):
    """A count, by whom and against whom."""

    asserted_by = CasePartiesField("Asserted by", "The parties who plead it.")
    against_too = CasePartiesField("Against", "Ticked parties are added; each then has its own events below.")
    joins = {"asserted_by": (ClaimParty, "claim", True), "against_too": (ClaimAgainst, "claim", False)}


class ClaimAgainstInline(RecordInline):
    """One line a party: the grain at which everything is decided."""

    model = ClaimAgainst
    fields = ("case_party", "stands", "disclosure")
    readonly_fields = ("case_party", "stands")
    related = ("claim", "case_party__party")
    show_change_link = True
    verbose_name_plural = "against whom, and where each stands"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With the events, from which the status is derived."""
        return for_status(super().get_queryset(request))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """No line is added here: the parties are ticked in the form above."""
        return False

    @admin.display(description="Stands")
    def stands(self, row: ClaimAgainst) -> str:
        """Where the claim stands: derived from its events, never typed."""
        return status_on_record(row).text


class ProposesAnswers(RecordAdmin):
    """Their events tell who was served when, and so by when to answer; and when nothing is left to decide."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Propose what follows from services, and the case's closing."""
        super().save_related(request, form, formsets, change)
        after_services(request, form.instance.case)
        propose_closing(request, form.instance.case)


@admin.register(Claim)
class ClaimAdmin(ProposesAnswers):
    """A count pleaded in a filing."""

    form = ClaimForm
    starts_from = "case"
    list_display = ("label", "title", "kind", "case", "asserted_in")
    list_display_links = ("label", "title")
    list_filter = ("kind", "basis", within("case"), within("party", "against__case_party__party"))
    search_fields = ("title", "label", "case__caption")
    related = ("case", "asserted_in", "carried_from")
    inlines = (ClaimAgainstInline,)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "case",
                    ("label", "title"),
                    ("kind", "cause_of_action"),
                    "asserted_in",
                    "asserted_by",
                    "against_too",
                )
            },
        ),
        (
            "What is asked for",
            {
                "fields": (
                    "legal_basis",
                    "relief",
                    ("amount", "currency", "amount_note"),
                    ("basis", "position"),
                    "carried_from",
                )
            },
        ),
    )

    @admin.display(description="Asserted by")
    def asserted_by(self, row: Claim) -> str:
        """For those who may only look."""
        return ", ".join(str(claimant) for claimant in row.asserted_by.select_related("case_party__party")) or "–"

    @admin.display(description="Against")
    def against_too(self, row: Claim) -> str:
        """For those who may only look."""
        return "see below"


class ClaimEventInline(StackedRecordInline):
    """What happened to the claim against this party."""

    model = ClaimEvent
    fields = (
        ("kind", "date"),
        "filing",
        ("response", "with_prejudice", "prevailing"),
        ("ground", "offense"),
        ("amount", "currency"),
        "note",
        ("basis", "position"),
        "defenses",
    )
    related = ("claim_against", "filing", "filing_case")
    crossing = ("filing",)
    show_change_link = True


@admin.register(ClaimAgainst)
class ClaimAgainstAdmin(ProposesAnswers):
    """A claim against one party, with its events."""

    starts_from = "claim"
    list_display = ("claim", "case_party", "stands", "case", "disclosure")
    list_filter = ("disclosure", within("case"), within("claim"), within("case_party"))
    search_fields = ("claim__title", "case_party__party__name")
    related = ("claim", "case_party__party", "case")
    inlines = (ClaimEventInline,)
    fields = ("claim", "case_party", "stands", "disclosure")
    readonly_fields = ("stands",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With the events, from which the status is derived."""
        return for_status(super().get_queryset(request))

    @admin.display(description="Stands")
    def stands(self, row: ClaimAgainst) -> str:
        """Where the claim stands: derived from its events, never typed."""
        return status_on_record(row).text if row.pk else "–"


@admin.register(ClaimEvent)
class ClaimEventAdmin(ProposesAnswers):
    """One event, with its sources."""

    starts_from = "claim_against"
    list_display = ("kind", "shown_date", "claim_against", "case", "filing")
    list_filter = ("kind", "basis", within("case"), within("claim_against"))
    search_fields = ("note", "claim_against__claim__title")
    related = ("claim_against__claim", "claim_against__case_party__party", "case", "filing")
    crossing = ("filing",)

    class EventSourceInline(SourceLinkInline):
        fk_name = "claim_event"

    inlines = (EventSourceInline,)
