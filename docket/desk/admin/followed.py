"""The sources that are followed: entered in the page of their case, listed with what came and what failed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateformat import format as shown
from django.utils.html import format_html
from django.utils.safestring import SafeString

from docket.desk.addresses import desk_page
from docket.desk.admin.read_only import ReadOnlyAdmin
from docket.desk.clearance import cleared
from docket.desk.forms.inlines import StackedRecordInline
from docket.desk.forms.record_form import RecordForm
from docket.desk.imports.followed import Lately
from docket.desk.lists.changelist import CappedPaginator, DeskChangeList, within
from docket.desk.permissions import may_change
from docket.intake.files import PERMISSION
from docket.intake.merging.missed import REMEDY, sentence
from docket.models import FollowedSource, FollowedState


class FollowedSourceForm(RecordForm):
    """Whoever saves the line answers for its imports."""

    def save(self, commit: bool = True) -> Any:
        """Save the line under the name of whoever asks."""
        self.instance.author = self.request.user
        return super().save(commit)


class WhatCame:
    """Columns that say what the worker found."""

    @admin.display(description="What came")
    def what_came(self, row: FollowedSource) -> str:
        """The last that came, when, what the last import said besides, and what went by."""
        state = _state(row)
        if state is None:
            return "–"
        came = f"{_when(state.came_at)}: {state.came}" if state.came_at else "Nothing yet"
        notes = format_html("<br>{}", state.notes) if state.notes else ""
        missed = format_html("<br><strong>{}</strong> {}", sentence(state.missed), REMEDY) if state.missed else ""
        return format_html("{}.{}{}", came, notes, missed)

    @admin.display(description="Looked at")
    def how_it_is(self, row: FollowedSource) -> str:
        """When it was looked at; where that does not work: why, and since when."""
        state = _state(row)
        if state is None:
            return "–"
        if not state.trouble:
            said = f"{_when(state.worked_at)}." if state.worked_at else "Not yet."
            return format_html("{} Again {}.", said, _when(state.next_look))
        words = "<strong>Does not work since {}</strong>: {} Again {}."
        return format_html(words, _when(state.failing_since), state.trouble, _when(state.next_look))


def _state(row: FollowedSource) -> FollowedState | None:
    return row.state if row.pk and hasattr(row, "state") else None


def _when(at: Any) -> str:
    return shown(timezone.localtime(at), "j M Y, H:i") if at else "–"


class FollowedSourceInline(WhatCame, StackedRecordInline):
    """The sources that keep a case current. Into a public case they bring what is public: for publishers only."""

    model = FollowedSource
    form = FollowedSourceForm
    fields = ("kind", "address", "pace", "is_on", "counts_as_check", "how_it_is", "what_came")
    readonly_fields = ("how_it_is", "what_came")
    related = ("state", "author")
    verbose_name = "followed source"
    verbose_name_plural = "followed sources (looked at by the worker)"
    classes = ("collapse",)

    def _may(self, request: HttpRequest, parent: Any) -> bool:
        """Who may import; of a public case also publish."""
        return request.user.has_perm(PERMISSION) and may_change(request.user, parent)


@admin.register(FollowedSource)
class FollowedSourceAdmin(WhatCame, ReadOnlyAdmin):
    """All of them; each is entered and changed in the page of its case."""

    list_display = ("source", "how_it_is", "what_came", "in_case")
    list_display_links = ("source",)
    list_filter = (Lately, "kind", "is_on", within("case"))
    list_select_related = ("case", "state", "author")
    search_fields = ("address",)
    fields = ("case", "kind", "address", "pace", "is_on", "counts_as_check", "author", "how_it_is", "what_came")
    paginator = CappedPaginator
    list_per_page = 100
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/record_list.html"

    @admin.display(description="Source", ordering="kind")
    def source(self, row: FollowedSource) -> str:
        """The kind of source and where it is looked for, such as “Court's RSS feed https://…”."""
        return str(row)

    @admin.display(description="Case", ordering="case__caption")
    def in_case(self, row: FollowedSource) -> SafeString:
        """A link to the case, on whose page the line is changed."""
        return format_html('<a href="{}">{}</a>', desk_page(row.case), row.case)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """What the user may see."""
        return cleared(super().get_queryset(request), request.user)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> Any:
        """The list counts its lines up to a cap, as a whole count of a large table takes long."""
        return DeskChangeList
