"""Cases: what is few stands in the page, what grows is a list of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest

from docket.desk.addresses import desk_page
from docket.desk.admin.followed import FollowedSourceInline
from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.admin.sources import SourceLinkInline
from docket.desk.admin.vault import StaffNoteInline
from docket.desk.changes.assigned import Assigned
from docket.desk.changes.checked import Checked
from docket.desk.deadlines.after_save import after_case
from docket.desk.forms.inlines import RecordInline
from docket.desk.forms.matter_asked import matter_asked
from docket.desk.forms.record_form import RecordForm
from docket.desk.forms.same_number import CaseForm
from docket.desk.lists.changelist import within
from docket.desk.lists.related_lists import Below
from docket.models import (
    Case,
    CaseCounter,
    CaseLink,
    CaseMatter,
    CaseNumber,
    CaseOfficial,
    CaseParty,
    Claim,
    Deadline,
    Document,
    Filing,
    Hearing,
    ImportedFile,
    Summary,
    Update,
)
from docket.site.filters.search import number_words, other_number_words


class CaseMatterForm(RecordForm):
    """A matter; one that the address gave is saved although nobody touched it, and not when it was taken out."""

    def has_changed(self) -> bool:
        """Of a new row the chosen matter is enough."""
        if not self.is_bound or self.instance.pk:
            return super().has_changed()
        others = set(self.changed_data) - {"matter", "is_primary"}
        return bool(others or self.data.get(self.add_prefix("matter")))


class CaseMatterInline(RecordInline):
    """The matters from which it arises."""

    model = CaseMatter
    form = CaseMatterForm
    fields = ("matter", "is_primary", "position")
    related = ("matter",)
    verbose_name = "matter"
    verbose_name_plural = "matters"

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A row for the matter from whose page the case is added."""
        return 1 if obj is None and matter_asked(request) else 0


class CaseNumberInline(RecordInline):
    """Former numbers of a case, and those of other courts and institutions."""

    model = CaseNumber
    fields = ("number", "kind", "forum")
    related = ("forum",)
    verbose_name_plural = "other numbers"


class CaseOfficialInline(RecordInline):
    """Judges, arbitrators and mediators of a case, each with the office and its days."""

    model = CaseOfficial
    fields = ("name", "role", "name_as_filed", "appointed_by", "date_from", "date_terminated")
    verbose_name_plural = "judges and arbitrators"


class CaseLinkInline(RecordInline):
    """Its links to other cases."""

    model = CaseLink
    fk_name = "from_case"
    fields = ("kind", "to_case", "to_text", "date", "note")
    related = ("from_case", "to_case")
    verbose_name_plural = "links to other cases"


class CaseSourceInline(SourceLinkInline):
    fk_name = "case"


class CaseNoteInline(StaffNoteInline):
    fk_name = "case"


@admin.register(Case)
class CaseAdmin(RecordAdmin):
    """Cases: each one proceeding in one forum."""

    form = CaseForm
    change_form_template = "admin/case_form.html"
    presets = ("matter",)
    list_display = ("name", "docket_number", "shown_date_filed", "status", "forum", "is_sample")
    list_select_related = ("forum",)
    list_filter = (
        "visibility",
        "category",
        "status",
        Checked,
        Assigned,
        "is_sample",
        within("matter", "case_matters__matter"),
        within("forum"),
        within("party", "case_parties__party"),
    )
    search_fields = ("caption", "docket_number")
    search_help_text = "Words of the caption, a docket number, a public id."
    related = ("forum",)
    inlines = (
        CaseMatterInline,
        CaseOfficialInline,
        CaseNumberInline,
        CaseLinkInline,
        CaseSourceInline,
        FollowedSourceInline,
        CaseNoteInline,
    )
    below = (
        Below(Filing, "case"),
        Below(CaseParty, "case"),
        Below(Claim, "case"),
        Below(Hearing, "case"),
        Below(Deadline, "case"),
        Below(Document, "case"),
        Below(Summary, "case"),
        Below(Update, "case"),
        Below(ImportedFile, "case"),
    )
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "caption",
                    ("caption_short", "caption_is_descriptive"),
                    ("forum", "docket_number"),
                    ("category", "case_type"),
                    ("date_filed", "date_terminated"),
                    ("status", "disposition"),
                )
            },
        ),
        ("Coverage", {"fields": ("source_url", "last_checked", "coverage_note")}),
        (
            "From the court's page",
            {
                "classes": ("collapse",),
                "fields": (
                    ("docket_number_as_filed", "court_case_id"),
                    ("caption_kind", "case_type_as_filed", "status_as_filed"),
                    ("nature_of_suit", "nature_of_suit_as_filed"),
                    "cause",
                    ("jurisdiction_basis", "jurisdiction_as_filed"),
                    ("jury_demand", "demand", "fee_status"),
                    ("amount", "currency"),
                    ("date_converted", "date_discharged"),
                    ("mdl_status", "flags"),
                ),
            },
        ),
        ("Publication", {"fields": ("new_filings", ("noindex", "is_sample"))}),
    )

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """A case that is added from a matter's page begins with that matter."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        matter = matter_asked(request) if isinstance(inline, CaseMatterInline) and not (obj and obj.pk) else None
        return {**kwargs, "initial": [{"matter": matter.pk, "is_primary": True}]} if matter else kwargs

    @admin.display(description="Case", ordering="caption")
    def name(self, row: Case) -> str:
        """The short caption, or the caption where there is none."""
        return row.caption_short or row.caption

    def get_ordering(self, request: HttpRequest) -> Any:
        """Newest first, by the index; the undated last."""
        return (F("date_filed").desc(nulls_last=True), F("id").desc())

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """All words in the caption, or the number or another one that it has or had, or the public id."""
        words = Q()
        for word in search_term.split():
            words &= Q(caption__icontains=word)
        if not words:
            return queryset, False
        term = search_term.strip()
        own = Case.objects.filter(number_words(term) | Q(public_id=term)).order_by().values("pk")
        others = CaseNumber.objects.filter(other_number_words(term)).order_by().values("case")
        # one after the other, each by its index; an OR would have none
        found = Case.objects.filter(words).order_by().values("pk").union(own, others, all=True)
        return queryset.filter(pk__in=found), False

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Another forum counts by other rules: propose what changes."""
        super().save_related(request, form, formsets, change)
        if change and {"forum", "category"} & set(form.changed_data):
            after_case(request, form.instance)

    def _workspace(self, obj: Case) -> str:
        """A saved case is worked on."""
        return desk_page(obj)

    def choice_label(self, row: Case) -> str:
        """With its forum, as the same caption stands in several."""
        return f"{row} ({row.forum.short_name or row.forum.name})" if row.forum else str(row)

    def delete_model(self, request: HttpRequest, obj: Case) -> None:
        """The counter of its filings goes with it."""
        CaseCounter.objects.filter(case=obj).delete()
        super().delete_model(request, obj)
