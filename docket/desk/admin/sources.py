"""Sources, and the links by which rows rest on them."""

from __future__ import annotations

from django.contrib import admin

from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.forms.inlines import RecordInline
from docket.models import Source, SourceLink


class SourceLinkInline(RecordInline):
    """On what a row rests. Name the key with fk_name."""

    model = SourceLink
    fields = ("source", "basis", "pinpoint")
    related = ("source",)
    verbose_name = "source"
    verbose_name_plural = "sources"


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Court records, filings, news reports."""

    list_display = ("title", "publisher", "kind", "shown_date_published")
    list_filter = ("kind",)
    search_fields = ("title", "publisher", "url")
