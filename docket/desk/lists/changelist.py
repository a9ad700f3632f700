"""Lists that stay quick at any size: counted to a cap, filtered to one case, each row with its publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

from docket.desk.accounts.readings import note_reading
from docket.desk.addresses import desk_page
from docket.models import SealedReading
from docket.publishing.rules import Published, publication_of
from docket.publishing.why import why_not_each

if TYPE_CHECKING:
    _Paginator = Paginator[Any]
else:
    _Paginator = Paginator

CAP = 50_000


class CappedPaginator(_Paginator):
    """Counts no further than CAP rows: an exact count of a million costs more than the page."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, CAP where there are more."""
        rows: Any = self.object_list
        return len(rows) if isinstance(rows, list) else int(rows.order_by()[:CAP].count())


class DeskChangeList(ChangeList):
    """`why` of each row is asked for the whole page at once."""

    def get_results(self, request: HttpRequest) -> None:
        """The page's rows, each with what keeps it from the public."""
        super().get_results(request)
        if isinstance(publication_of(self.model), Published):
            self.result_list = list(self.result_list)
            reasons = why_not_each(self.result_list)
            for row in self.result_list:
                row.withheld_by = reasons[row.pk]
            if any(reasons.values()):
                note_reading(request.user, self.result_list, SealedReading.Page.LIST)

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """The labels' own joins and the list's add up."""
        rows: QuerySet[Any] = super().get_queryset(request, exclude_parameters)
        joins = self.list_select_related
        return rows.select_related(*joins) if isinstance(joins, list | tuple) and joins else rows

    def url_for_result(self, result: Any) -> str:
        """Where the row is worked on: of a case its workspace."""
        return desk_page(result)

    @property
    def inside(self) -> Model | None:
        """The case, matter or other row whose rows these are, when the address names one."""
        return next((row for spec in self.filter_specs if (row := getattr(spec, "row", None))), None)

    @property
    def inside_page(self) -> str:
        """The desk's page of the row that `inside` names; "" without one."""
        return desk_page(self.inside) if self.inside else ""

    @property
    def counted(self) -> str:
        """How many rows, in words that stay true at the cap."""
        if self.result_count >= CAP:
            return f"more than {CAP:,} {self.opts.verbose_name_plural}"
        name = self.opts.verbose_name if self.result_count == 1 else self.opts.verbose_name_plural
        return f"{self.result_count:,} {name}"


def within(name: str, lookup: str = "") -> type[admin.SimpleListFilter]:
    """A filter for one row of a table that can grow: it offers no list, only the way out of the one in the address.

    within("case") reads ?case=5; within("party", "case_parties__party") reads ?party=7.
    """

    class Within(admin.SimpleListFilter):
        title = name
        parameter_name = name

        def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
            chosen = self.used_parameters.get(name)
            return [(chosen, str(self.row or "(none)"))] if chosen else []

        def __init__(self, request: HttpRequest, params: Any, model: type[Model], model_admin: Any) -> None:
            self.row = _named(request, model, lookup or name, params.get(name), model_admin)
            super().__init__(request, params, model, model_admin)

        def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
            if self.value() is None:
                return None
            if not self.row:
                return queryset.none()
            found = queryset.model._default_manager.filter(**{lookup or name: self.row.pk})
            # a row that is found twice, over two roles of a party, is listed once
            return queryset.filter(pk__in=found.values("pk")) if lookup else queryset.filter(**{name: self.row.pk})

    return Within


def _named(request: HttpRequest, model: type[Model], path: str, values: Any, model_admin: Any) -> Any:
    """The row of the address, if it is there and the user may see it."""
    value = values[-1] if values else ""
    if not str(value).isdecimal():
        return None
    related: Any = model
    for part in path.split("__"):
        related = related._meta.get_field(part).related_model
    return model_admin.admin_site.get_model_admin(related).get_queryset(request).filter(pk=value).first()
