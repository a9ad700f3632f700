"""The prose that readers come for, and the site's own pages."""

from __future__ import annotations

from django.contrib import admin

from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.admin.sources import SourceLinkInline
from docket.desk.lists.changelist import within
from docket.models import SitePage, Summary, Update


class SummarySourceInline(SourceLinkInline):
    fk_name = "summary"


class UpdateSourceInline(SourceLinkInline):
    fk_name = "update"


@admin.register(Summary)
class SummaryAdmin(RecordAdmin):
    """Summaries: where a case or a matter stands on a day, in words."""

    list_display = ("shown_as_of", "matter", "case")
    list_filter = ("visibility", within("case"), within("matter"))
    search_fields = ("text", "case__caption", "matter__title")
    related = ("case", "matter")
    inlines = (SummarySourceInline,)


@admin.register(Update)
class UpdateAdmin(RecordAdmin):
    """Updates: what happened in a case or a matter, as news with a day."""

    list_display = ("title", "date", "matter", "case")
    list_filter = ("visibility", within("case"), within("matter"))
    search_fields = ("title", "text")
    related = ("case", "matter")
    inlines = (UpdateSourceInline,)


@admin.register(SitePage)
class SitePageAdmin(RecordAdmin):
    """Pages of the site's own, such as About, Corrections and Contact."""

    list_display = ("title", "slug", "updated_at")
    search_fields = ("title", "slug")
