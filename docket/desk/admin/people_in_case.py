"""Parties in their roles, their capacities and their counsel."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from docket.choices import PARTY_ROLE_SIDE, Side
from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.admin.vault import StaffNoteInline
from docket.desk.forms.inlines import RecordInline, StackedRecordInline
from docket.desk.forms.record_form import RecordForm
from docket.desk.lists.changelist import within
from docket.models import Appearance, Capacity, CaseParty


class CasePartyForm(RecordForm):
    """A party in a role; a new one stands on the side that follows from the role, where no other is chosen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "side" in self.fields and not self.instance.pk:
            side: Any = self.fields["side"]
            side.required, side.choices, self.initial["side"] = False, [("", "as the role says"), *Side.choices], ""

    def clean_side(self) -> str:
        """The chosen one, or the role's."""
        chosen: str = self.cleaned_data["side"]
        return chosen or PARTY_ROLE_SIDE.get(self.cleaned_data.get("role", ""), Side.NEUTRAL)


class CapacityInline(RecordInline):
    """In what capacities it appears, in order."""

    model = Capacity
    fields = ("position", "kind", "object")


class AppearanceInline(StackedRecordInline):
    """Counsel of a party in the case: the lawyer, the firm, the roles and their days."""

    model = Appearance
    fields = (
        ("attorney", "firm"),
        "roles",
        ("designation", "date_from", "date_terminated"),
        "roles_as_filed",
        "position",
    )
    related = ("attorney", "firm")
    verbose_name_plural = "counsel"


class CasePartyNoteInline(StaffNoteInline):
    fk_name = "case_party"


@admin.register(CaseParty)
class CasePartyAdmin(RecordAdmin):
    """A party's role in a case."""

    form = CasePartyForm
    starts_from = "case"
    list_display = ("party", "role", "side", "case", "shown_date_terminated", "is_pro_se")
    list_filter = ("role", "side", "is_pro_se", within("case"), within("party"))
    search_fields = ("party__name", "name_as_filed")
    related = ("case", "party", "substituted_for__party")
    inlines = (CapacityInline, AppearanceInline, CasePartyNoteInline)
    fieldsets = (
        (None, {"fields": ("case", "party", ("role", "side"), "position", "is_pro_se")}),
        ("When", {"fields": (("date_joined", "date_terminated"), "substituted_for")}),
        (
            "As filed",
            {
                "classes": ("collapse",),
                "fields": (
                    ("role_as_filed", "name_as_filed"),
                    ("doe_from", "doe_to"),
                    ("highest_offense_opening", "highest_offense_terminated"),
                ),
            },
        ),
    )


@admin.register(Appearance)
class AppearanceAdmin(RecordAdmin):
    """Counsel for a party in a case."""

    starts_from = "case_party"
    list_display = ("attorney", "case_party", "case", "firm", "shown_date_terminated")
    list_filter = (within("case"), within("attorney"), within("firm"), within("case_party"))
    search_fields = ("attorney__name", "firm__name", "case_party__party__name")
    related = ("attorney", "firm", "case", "case_party__party")
