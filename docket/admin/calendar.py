"""What happens next."""

from __future__ import annotations

import json

from django.contrib import admin
from django.utils.html import format_html

from docket.desk.changelist import within
from docket.desk.record import RecordAdmin
from docket.models import Deadline, Hearing


@admin.register(Hearing)
class HearingAdmin(RecordAdmin):
    """Hearings, in the forum's own time."""

    starts_from = "case"
    list_display = ("date", "time", "title", "case", "certainty", "is_vacated", "visibility")
    list_display_links = ("date", "title")
    list_filter = ("visibility", "certainty", "is_vacated", within("case"))
    search_fields = ("title", "place", "case__caption")
    date_hierarchy = "date"
    related = ("case", "set_by")
    fieldsets = (
        (None, {"fields": ("case", "title", ("date", "time"), ("kind", "certainty"), "place", "set_by")}),
        ("Afterwards", {"fields": ("is_vacated", "outcome")}),
    )


@admin.register(Deadline)
class DeadlineAdmin(RecordAdmin):
    """Deadlines, with the rule and its steps."""

    starts_from = "case"
    list_display = ("earliest", "title", "case", "certainty", "state", "visibility")
    list_display_links = ("earliest", "title")
    list_filter = ("visibility", "state", "certainty", within("case"))
    search_fields = ("title", "rule", "case__caption")
    date_hierarchy = "earliest"
    related = ("case", "case_party__party", "trigger", "hearing", "satisfied_by", "extended_from")
    readonly_fields = ("counted",)
    fieldsets = (
        (None, {"fields": ("case", "title", "case_party", ("earliest", "latest"), ("certainty", "state"))}),
        (
            "What starts it",
            {"fields": ("trigger", "hearing", ("trigger_kind", "trigger_date", "trigger_time"), "rule", "citation")},
        ),
        (
            "How it is counted",
            {
                "classes": ("collapse",),
                "fields": (
                    ("counted_by", "service"),
                    ("period", "unit", "direction"),
                    "extension_days",
                    "extended_from",
                    "reason",
                    "counted",
                ),
            },
        ),
        ("Met", {"fields": ("satisfied_by",)}),
    )

    @admin.display(description="Steps")
    def counted(self, row: Deadline) -> str:
        """As the computation left them."""
        steps = json.dumps(row.steps, indent=1, ensure_ascii=False) if row.steps else "not computed"
        return format_html("<pre>{}</pre>", steps)
