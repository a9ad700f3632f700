"""What happens next. A computed deadline is counted when it is entered; afterwards on its own page, with the reason."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from docket.choices import Certainty, DeadlineState
from docket.desk.admin.record_admin import RecordAdmin
from docket.desk.deadlines.after_save import after_hearing
from docket.desk.deadlines.state import deadline_status
from docket.desk.forms.record_form import RecordForm
from docket.desk.lists.changelist import within
from docket.law.deadlines import DeadlineError
from docket.law.deadlines.periods import by_id
from docket.models import Deadline, Hearing
from docket.models.parts.forum_zones import zone_of
from docket.proposals.acceptance import overtake
from docket.proposals.counting import Place, fill, inputs_of
from docket.site.schedule.wording import sentences

COUNTED_FROM = (
    *("trigger_kind", "trigger_date", "trigger_time", "rule", "citation", "counted_by"),
    *("service", "period", "unit", "direction", "extension_days"),
)


@admin.register(Hearing)
class HearingAdmin(RecordAdmin):
    """Hearings, in the forum's own time."""

    starts_from = "case"
    list_display = ("date", "time", "title", "case", "certainty", "is_vacated")
    list_display_links = ("date", "title")
    list_filter = ("visibility", "certainty", "is_vacated", within("case"))
    search_fields = ("title", "place", "case__caption")
    date_hierarchy = "date"
    related = ("case", "set_by")
    fieldsets = (
        (None, {"fields": ("case", "title", ("date", "time"), ("kind", "certainty"), "place", "set_by")}),
        ("Afterwards", {"fields": ("is_vacated", "outcome")}),
    )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Propose what is due before it."""
        super().save_related(request, form, formsets, change)
        after_hearing(request, form.instance)


class DeadlineForm(RecordForm):
    """A day that somebody set, or a new one that is counted from a rule and a day."""

    due_time = forms.TimeField(
        required=False, label="Due by", help_text="The forum's local time, where the hour counts; empty: the whole day."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("earliest", "latest"):
            if name in self.fields:
                # a computed day is counted, and the other reading is the same unless it is given
                self.fields[name].required = False
        if self.instance.pk and self.instance.due_at:
            local = self.instance.due_at.astimezone(zone_of(self.instance.case.forum))
            self.initial["due_time"] = local.time()

    def clean(self) -> dict[str, Any]:
        """Count a new computed deadline; one day is both readings."""
        given = super().clean()
        if given.get("certainty") == Certainty.COMPUTED and not self.instance.pk:
            self._count(given)
        elif "earliest" in given:
            given["latest"] = given.get("latest") or given["earliest"]
            if given["earliest"] is None:
                self.add_error("earliest", "Give the day, or choose “Computed from a rule” and what it runs from.")
        return given

    def _count(self, given: dict[str, Any]) -> None:
        if given.get("rule") and given.get("trigger_date"):
            row = inputs_of(by_id(given["rule"], given["trigger_date"]), given["trigger_date"])
            given |= {name: value for name, value in row.items() if not given.get(name)}
        counted = Deadline(**{name: given[name] for name in COUNTED_FROM if given.get(name) is not None})
        case = given.get("case")
        try:
            fill(counted, Place(case.forum if case else None))
        except DeadlineError as error:
            raise ValidationError(str(error)) from error
        given["earliest"], given["latest"] = counted.earliest, counted.latest
        for name in ("steps", "notes", "reason", "rule_version", "calendar_version", "due_at"):
            setattr(self.instance, name, getattr(counted, name))

    def _post_clean(self) -> None:
        super()._post_clean()
        if "due_time" in self.changed_data and not self.errors:
            self.instance.due_at = self._moment()

    def _moment(self) -> datetime | None:
        at = self.cleaned_data["due_time"]
        zone = zone_of(self.instance.case.forum)
        return datetime.combine(self.instance.earliest, at, zone) if at else None


class DeadlineStatus(admin.SimpleListFilter):
    """By how it stands today."""

    title = "stands"
    parameter_name = "stands"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "Open"), ("overdue", "Overdue"), ("pending", "To come"), ("closed", "Closed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        today = timezone.localdate()
        open_rows = Q(state=DeadlineState.OPEN)
        asked = {
            "open": open_rows,
            "overdue": open_rows & Q(latest__lt=today),
            "pending": open_rows & Q(latest__gte=today),
            "closed": ~open_rows,
        }
        return queryset.filter(asked[self.value()]) if self.value() in asked else None  # type: ignore[index]


@admin.register(Deadline)
class DeadlineAdmin(RecordAdmin):
    """Deadlines, overdue ones first, with the rule and its steps."""

    form = DeadlineForm
    starts_from = "case"
    list_display = ("earliest", "stands", "title", "case_party", "case", "certainty")
    list_display_links = ("earliest", "title")
    list_filter = (DeadlineStatus, "visibility", "state", "certainty", within("case"))
    search_fields = ("title", "rule", "case__caption")
    date_hierarchy = "earliest"
    related = ("case__forum", "case_party__party", "trigger", "hearing", "satisfied_by", "stopped_by", "extended_from")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "case",
                    "title",
                    "case_party",
                    ("certainty", "earliest", "latest", "due_time"),
                    ("state", "satisfied_by", "stopped_by"),
                    ("trigger", "hearing", "extended_from"),
                )
            },
        ),
        (
            "Computed from a rule",
            {
                "description": "For a deadline that this site counts: choose the period and the day it runs from.",
                "fields": (
                    ("rule", "trigger_date", "trigger_time", "service"),
                    ("citation", "counted_by", "trigger_kind"),
                    ("period", "unit", "direction", "extension_days"),
                    "counted",
                ),
            },
        ),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What a computed day came of is changed on the page that counts it anew, with the reason."""
        fixed = [*super().get_readonly_fields(request, obj), "counted"]
        if obj and obj.certainty == Certainty.COMPUTED:
            fixed += [*COUNTED_FROM, "earliest", "latest", "certainty"]
        return fixed

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Beside it what waits to be decided."""
        case = request.GET.get("case", "")
        address = reverse("admin:proposals") + (f"?case={case}" if case.isdecimal() else "")
        tools = [(address, "Proposed deadlines")]
        return super().changelist_view(request, {**(extra_context or {}), "tools": tools})

    def get_ordering(self, request: HttpRequest) -> Any:
        """Overdue first, then what comes next, then what is closed."""
        today = timezone.localdate()
        overdue = When(state=DeadlineState.OPEN, latest__lt=today, then=Value(0))
        to_come = When(state=DeadlineState.OPEN, then=Value(1))
        return (Case(overdue, to_come, default=Value(2), output_field=IntegerField()), F("earliest"), "pk")

    @admin.display(description="Stands")
    def stands(self, row: Deadline) -> SafeString:
        """Today, in the forum's zone; marked where it is overdue."""
        words = deadline_status(row, _today(row))
        late = words.startswith("overdue") or words.endswith("late")
        return format_html('<span class="state {}">{}</span>', "is-withheld" if late else "", words)

    @admin.display(description="Steps")
    def counted(self, row: Deadline) -> str:
        """As the computation left them, with the way to count anew."""
        if not row.steps:
            return "not computed"
        context = {"row": row, "steps": sentences(row), "recount": reverse("admin:recount", args=[row.pk])}
        return render_to_string("admin/publication/_counted.html", context)

    def save_model(self, request: HttpRequest, obj: Deadline, form: Any, change: bool) -> None:
        """Closed or opened by hand, it leaves nothing of that to decide."""
        super().save_model(request, obj, form, change)
        overtake(obj)


def _today(row: Deadline) -> date:
    return timezone.localdate(timezone=zone_of(row.case.forum))
