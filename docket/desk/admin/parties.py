"""People, organizations, attorneys and firms, with what the vault holds of them in their own pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.admin.vault import StaffNoteInline
from docket.desk.forms.inlines import RecordInline, StackedRecordInline
from docket.desk.lists.changelist import within
from docket.desk.lists.related_lists import Below
from docket.models import Appearance, CaseParty, MatterParty
from parties.models import Attorney, AttorneyContact, Firm, Party, PartyAlias, ProtectedIdentity


class PartyAliasInline(RecordInline):
    """Other names of a party: also known as, formerly, doing business as."""

    model = PartyAlias
    fields = ("kind", "name")


class ProtectedIdentityInline(StackedRecordInline):
    """Who a protected party is, in the vault: the true name, identifiers, contact. Never public."""

    model = ProtectedIdentity
    fields = ("true_name", "identifiers", "contact")
    verbose_name_plural = "protected identity (never public)"
    max_num = 1


class PartyNoteInline(StaffNoteInline):
    fk_name = "party"


@admin.register(Party)
class PartyAdmin(RecordAdmin):
    """Who they are, without a case."""

    list_display = ("name", "kind", "description", "is_minor")
    list_filter = (
        "kind",
        "visibility",
        "is_minor",
        within("case", "case_parties__case"),
        within("matter", "matter_parties__matter"),
    )
    search_fields = ("name",)
    search_help_text = "Any part of the name or of an alias."
    inlines = (PartyAliasInline, ProtectedIdentityInline, PartyNoteInline)
    below = (Below(CaseParty, "party"), Below(MatterParty, "party"))
    fieldsets = ((None, {"fields": (("name", "kind"), ("sort_name", "is_minor"), "description")}),)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """All words in the name, or in an alias."""
        own, other = Q(), Q()
        for word in search_term.split():
            own &= Q(name__icontains=word)
            other &= Q(name__icontains=word)
        if not own:
            return queryset, False
        by_alias = PartyAlias.objects.filter(other).values("party")
        return queryset.filter(own | Q(pk__in=by_alias) | Q(public_id=search_term.strip())), False

    def choice_label(self, row: Party) -> str:
        """With the line that tells it from others of the name."""
        return f"{row.name} ({row.description})" if row.description else f"{row.name} ({row.get_kind_display()})"


class AttorneyContactInline(RecordInline):
    """Contact details of a lawyer as filed, in the vault: never public."""

    model = AttorneyContact
    fields = ("text",)
    verbose_name_plural = "contact details as filed (never public)"


@admin.register(Attorney)
class AttorneyAdmin(RecordAdmin):
    """Lawyers, each with the cases in which they appear."""

    list_display = ("name",)
    list_filter = ("visibility",)
    search_fields = ("name",)
    inlines = (AttorneyContactInline,)
    below = (Below(Appearance, "attorney"),)


@admin.register(Firm)
class FirmAdmin(RecordAdmin):
    """Firms of lawyers, each with the cases in which they appear."""

    list_display = ("name",)
    list_filter = ("visibility",)
    search_fields = ("name",)
    below = (Below(Appearance, "firm"),)
