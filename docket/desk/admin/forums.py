"""Forums and what else they are called."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import HttpRequest

from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.deadlines.after_save import after_forum
from docket.desk.forms.inlines import RecordInline
from docket.forums.finding import find_forum
from docket.forums.renumbering import renumber
from docket.models import Forum, ForumAlias, ForumClosure

FOUND = 60
# what its cases' days are counted by
RULED_BY = {"deadline_rules", "time_zone", "parent", "holiday_calendar", "jurisdiction", "system"}


class ForumAliasInline(RecordInline):
    """Other names by which people and court pages call a forum."""

    model = ForumAlias
    fields = ("name",)


class ForumClosureInline(RecordInline):
    """Days on which its office could not be reached."""

    model = ForumClosure
    fields = ("day", "reason", "source")
    classes = ("collapse",)


@admin.register(Forum)
class ForumAdmin(RecordAdmin):
    """Forums: courts, institutions of arbitration, agencies."""

    list_display = ("name", "short_name", "kind", "jurisdiction", "slug")
    list_filter = ("kind", "system", "level")
    search_fields = ("name",)
    search_help_text = "Any name: Los Angeles, LASC, cacd, “U.S. District Court, Central District of California”."
    related = ("parent",)
    inlines = (ForumAliasInline, ForumClosureInline)
    fieldsets = (
        (None, {"fields": ("name", ("short_name", "citation_form"), ("slug", "courts_db_id"))}),
        ("What it is", {"fields": (("kind", "level"), ("system", "jurisdiction"), "parent", "url")}),
        ("Its rules", {"fields": ("time_zone", "docket_pattern", "deadline_rules", "holiday_calendar")}),
    )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Other rules and closed days lead to other days: propose them in the forum's cases."""
        super().save_related(request, form, formsets, change)
        closed = any(formset.has_changed() for formset in formsets if formset.model is ForumClosure)
        if change and (closed or RULED_BY & set(form.changed_data)):
            after_forum(request, form.instance)
        if change and "docket_pattern" in form.changed_data:
            renumber([form.instance])

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """By whatever people call it, the likeliest first."""
        if not search_term.strip():
            return queryset, False
        found = [forum.pk for forum in find_forum(search_term, limit=FOUND)]
        rank = Case(*(When(pk=pk, then=Value(n)) for n, pk in enumerate(found)), output_field=IntegerField())
        return queryset.filter(pk__in=found).order_by(rank), False
