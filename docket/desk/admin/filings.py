"""Filings: the desk's most used form. The court's number is offered, never filled in; repeats are told, not refused."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import admin, messages
from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse

from docket.choices import Derived
from docket.desk.addresses import desk_page
from docket.desk.admin.documents import DocumentInline
from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.admin.sources import SourceLinkInline
from docket.desk.admin.vault import StaffNoteInline
from docket.desk.claims.filing import may_enter_claims, propose_carrying, steps
from docket.desk.deadlines.after_save import after_filing
from docket.desk.deadlines.panel import panel
from docket.desk.forms.docket_text import after_typing
from docket.desk.forms.filing_form import FilingForm
from docket.desk.forms.filing_types import UNCLASSIFIED, offered
from docket.desk.forms.inlines import RecordInline
from docket.desk.forms.neighbours import neighbours
from docket.desk.forms.record_form import RecordForm
from docket.desk.imports.derived_rows import type_actions
from docket.desk.lists.changelist import within
from docket.desk.lists.related_lists import Below
from docket.desk.moving.page import to_move
from docket.desk.permissions import may_publish
from docket.desk.publication.new_lines import publish_new
from docket.models import Case, Document, Excerpt, Filing, FilingLink, FilingParty, RulingCitation
from docket.publishing.visibility import Visibility
from docket.publishing.wall import lifecycle


class FilingLinkForm(RecordForm):
    """Who changes a link that was read from the text has checked it."""

    def save(self, commit: bool = True) -> Any:
        """The changed link is no longer derived."""
        if self.instance.pk and self.has_changed() and "is_derived" not in self.changed_data:
            self.instance.is_derived = False
        return super().save(commit)


class FilingLinkInline(RecordInline):
    """What it answers, opposes, rules on …"""

    model = FilingLink
    form = FilingLinkForm
    fk_name = "from_filing"
    fields = ("kind", "to_filing", "outcome", "is_derived")
    related = ("from_filing", "to_filing")
    crossing = ("to_filing",)
    verbose_name = "link"
    verbose_name_plural = "what it does to other filings"


class ExcerptInline(RecordInline):
    """Words of a filing, verbatim, each with its page or paragraph and who reported them."""

    model = Excerpt
    fields = ("position", "text", "pinpoint", "source")
    related = ("source",)


class RulingCitationInline(RecordInline):
    """Where a ruling is reported."""

    model = RulingCitation
    fields = ("kind", "text", "position")
    verbose_name_plural = "citations of the ruling"


class FilingSourceInline(SourceLinkInline):
    fk_name = "filing"


class FilingNoteInline(StaffNoteInline):
    fk_name = "filing"


class Held(admin.SimpleListFilter):
    """Drafts of cases that are public."""

    title = "held for review"
    parameter_name = "held"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("1", "Held in a public case")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        if self.value() != "1":
            return None
        return queryset.filter(visibility=Visibility.DRAFT, case__visibility=Visibility.PUBLIC)


class ReadFromText(admin.SimpleListFilter):
    """Types and filers that were read from the docket text."""

    title = "what was read"
    parameter_name = "type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("derived", "Type read, not confirmed"),
            ("filers", "Filers read, not confirmed"),
            ("none", "Not yet classified"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        if self.value() == "derived":
            return queryset.filter(type_derived=Derived.DERIVED)
        if self.value() == "filers":
            return queryset.filter(Exists(FilingParty.objects.filter(filing=OuterRef("pk"), is_derived=True)))
        return queryset.filter(filing_type="", type_derived="") if self.value() == "none" else None


@admin.register(Filing)
class FilingAdmin(RecordAdmin):
    """One line of the docket."""

    form = FilingForm
    change_form_template = "admin/filing_form.html"
    starts_from = "case"
    list_display = ("entry_number", "shown_date_filed", "words", "filing_type", "case", "state")
    list_display_links = ("entry_number", "words")
    list_filter = (
        Held,
        ReadFromText,
        "visibility",
        "state",
        within("case"),
        within("party", "filing_parties__case_party__party"),
    )
    search_fields = ("docket_text",)
    search_help_text = "Words of the title or docket text, or an entry number."
    list_select_related = ("case",)
    inlines = (
        FilingLinkInline,
        DocumentInline,
        ExcerptInline,
        RulingCitationInline,
        FilingSourceInline,
        FilingNoteInline,
    )
    tall = frozenset({"short_text"})
    below = (Below(Document, "filing"),)
    fieldsets = (
        (None, {"fields": ("case", ("entry_number", "date_filed", "filing_type"), "docket_text", "title", "filers")}),
        (
            "More",
            {
                "classes": ("collapse",),
                "fields": (
                    ("date_entered", "date_served", "state", "record_incomplete"),
                    "short_text",
                    ("court_document_id", "court_sequence"),
                ),
            },
        ),
    )

    @admin.display(description="Docket text", ordering="docket_text")
    def words(self, row: Filing) -> str:
        """Its title or the start of its text."""
        found = row.title or row.docket_text or row.short_text or row.get_filing_type_display() or "(no text)"
        return found if len(found) <= 160 else f"{found[:160].rsplit(' ', 1)[0]} …"

    @admin.display(description="Filed by")
    def filers(self, row: Filing) -> str:
        """For those who may only look."""
        rows = row.filing_parties.select_related("case_party__party")
        return ", ".join(str(filer.case_party) for filer in rows) or "–"

    def choice_label(self, row: Filing) -> str:
        """How a box names a filing: “14 · 2024-01-08 · Order on the motion to dismiss”."""
        date = self.shown_date_filed(row)  # type: ignore[attr-defined]
        return " · ".join(part for part in (row.entry_number, date, self.words(row)[:90]) if part and part != "–")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The types stand under their groups."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "filing_type":
            field.choices = [UNCLASSIFIED, *offered(None)]
        return field

    # Lists

    def get_list_display(self, request: HttpRequest) -> Any:
        """What is to be confirmed stands beside the words from which it was read."""
        if request.GET.get("type") in ("derived", "filers"):
            return ("entry_number", "words", "type_read", "filers_read", "publication_state")
        return super().get_list_display(request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With the filers, where they are to be confirmed."""
        rows: QuerySet[Any] = super().get_queryset(request)
        if request.GET.get("type") in ("derived", "filers"):
            return rows.prefetch_related("filing_parties__case_party__party")
        return rows

    @admin.display(description="Type", ordering="filing_type")
    def type_read(self, row: Filing) -> str:
        """Marked where nobody has confirmed it."""
        mark = " (read)" if row.type_derived == Derived.DERIVED else ""
        return f"{row.get_filing_type_display() or '–'}{mark}"

    @admin.display(description="Filed by")
    def filers_read(self, row: Filing) -> str:
        """Marked where nobody has confirmed them."""
        rows = row.filing_parties.all()
        mark = " (read)" if any(filer.is_derived for filer in rows) else ""
        return f"{', '.join(filer.case_party.party.name for filer in rows) or '–'}{mark}"

    def get_ordering(self, request: HttpRequest) -> Any:
        """A case's filings stand in the docket's order; all filings newest first."""
        if request.GET.get("case"):
            return (F("date_filed").asc(nulls_last=True), "sequence")
        return (F("date_filed").desc(nulls_last=True), F("id").desc())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Within a case any part of its words; over all cases by the full-text index, the last word half typed."""
        words = search_term.split()
        if not words:
            return queryset, False
        number = Q(entry_number=search_term.strip())
        if request.GET.get("case"):
            parts = Q()
            for word in words:
                parts &= Q(docket_text__icontains=word) | Q(title__icontains=word)
            return queryset.filter(parts | number), False
        if Filing.objects.filter(public_id=search_term.strip()).exists():
            return queryset.filter(public_id=search_term.strip()), False
        found = Filing.objects.filter(text_vector=_begins(words)).values("pk")
        return queryset.filter(pk__in=found), False

    # One filing

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """With the deadlines that follow from it, and the forms for the claims that it pleads, answers or decides."""
        filing = kwargs.get("obj")
        if filing is not None and not context.get("is_popup"):
            context["panel"] = panel(request, filing)
            context["steps"] = steps(filing) if may_enter_claims(request.user) else []
            before, after = neighbours(self.get_queryset(request), filing)
            context["before"], context["after"] = before and desk_page(before), after and desk_page(after)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_actions(self, request: HttpRequest) -> Any:
        """Types are confirmed and set for many lines at once; lines in the wrong docket are moved to another."""
        found = {**super().get_actions(request), **type_actions(request)}
        if self.has_change_permission(request):
            found["move"] = (lambda owner, asked, rows: to_move(asked, rows), "move", "Move to another case …")
        return found

    # Saving

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """A save that may publish takes the chain's lock before the row's, as every act does."""
        if request.method == "POST" and may_publish(request.user):
            cases = Case.objects.publishing_new_filings()
            if object_id.isdecimal() and cases.filter(filings=int(object_id)).exists():
                with connection.cursor() as cursor:
                    lifecycle.lock_chain(cursor)
        return super().get_object(request, object_id, from_field)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Read the text, tell of what follows, and publish what the case says is public on save."""
        super().save_related(request, form, formsets, change)
        filing: Filing = form.instance
        after_typing(request, filing, form)
        after_filing(request, filing)
        propose_carrying(request, filing)
        if "entry_number" in form.changed_data:
            warn_of_repeat(request, filing)
        if filing.case.publishes_new_filings:
            publish_new(request, filing, change, _seen_documents(formsets))


def _begins(words: list[str]) -> SearchQuery:
    """All words, each of which may be the beginning of one."""
    plain = [word for part in words for word in re.findall(r"\w+", part)][:12] or ["nothing"]
    return SearchQuery(" & ".join(f"{word}:*" for word in plain), search_type="raw", config="english")


def warn_of_repeat(request: HttpRequest, filing: Filing) -> None:
    """A number may repeat in real dockets; more often it was mistyped."""
    same = Filing.objects.filter(case=filing.case_id, entry_number=filing.entry_number).exclude(pk=filing.pk)
    if filing.entry_number and (other := same.first()):
        messages.warning(
            request, f"Entry number {filing.entry_number} is there already: “{other}”. Saved all the same."
        )


def _seen_documents(formsets: Any) -> set[int]:
    """The documents that stood in the form as they are now: neither added nor changed by somebody else meanwhile."""
    forms = [form for formset in formsets if formset.model is Document for form in formset.forms]
    return {form.instance.pk for form in forms if form.instance.pk and not form.stale}
