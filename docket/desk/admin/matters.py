"""Matters and people's parts in them."""

from __future__ import annotations

from django.contrib import admin

from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.admin.sources import SourceLinkInline
from docket.desk.admin.vault import StaffNoteInline
from docket.desk.forms.inlines import RecordInline
from docket.desk.lists.changelist import within
from docket.desk.lists.related_lists import Below
from docket.models import Case, Matter, MatterParty, Summary, Update


class MatterPartyInline(RecordInline):
    """People and organisations in the event itself, whether or not a case followed."""

    model = MatterParty
    fields = ("position", "party", "role", "note")
    related = ("party",)
    show_change_link = True


class MatterSourceInline(SourceLinkInline):
    fk_name = "matter"


class MatterPartySourceInline(SourceLinkInline):
    fk_name = "matter_party"


class MatterNoteInline(StaffNoteInline):
    fk_name = "matter"


@admin.register(Matter)
class MatterAdmin(RecordAdmin):
    """The event; its cases, summaries and updates are lists of their own."""

    list_display = ("title", "place", "shown_happened_on", "is_sample")
    list_filter = ("visibility", "is_sample", within("party", "matter_parties__party"))
    search_fields = ("title", "place", "public_id")
    inlines = (MatterPartyInline, MatterSourceInline, MatterNoteInline)
    below = (
        Below(Case, "matter", "case_matters__matter", adds=True),
        Below(Summary, "matter"),
        Below(Update, "matter"),
    )
    fieldsets = (
        (None, {"fields": ("title", ("happened_on", "place"), "tags", "heading_note", "coverage_note")}),
        ("Publication", {"fields": (("noindex", "is_sample"),)}),
    )


@admin.register(MatterParty)
class MatterPartyAdmin(RecordAdmin):
    """One part in the event, with its sources."""

    starts_from = "matter"
    list_display = ("party", "role", "matter", "position")
    list_filter = ("role", within("matter"), within("party"))
    search_fields = ("party__name", "matter__title")
    related = ("matter", "party")
    inlines = (MatterPartySourceInline,)
