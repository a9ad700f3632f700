"""When a case was last compared with the court's docket: which are due for it, and “nothing new” by one button."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.desk.permissions import may_change
from docket.models import Case
from docket.site.wording import STILL_GOING

PACE = timedelta(days=30)


def due_for_checking(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Open cases that were not compared with the court's docket for longer than the pace, or never."""
    before = Q(last_checked=None) | Q(last_checked__lt=timezone.localdate() - PACE)
    return cases.filter(before, status__in=STILL_GOING)


class Checked(admin.SimpleListFilter):
    """The choices by which open cases are found that were not compared with the court's docket lately."""

    title = "checked"
    parameter_name = "checked"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("due", f"Open, not checked for {PACE.days} days")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        return due_for_checking(queryset) if self.value() == "due" else None


@require_POST
def checked_view(request: HttpRequest, pk: int) -> HttpResponse:
    """POST: the case was compared today and brought nothing new. Who may not change what is public may not say so."""
    if not request.user.has_perm("docket.change_case"):
        raise PermissionDenied
    case = cleared(Case.objects.filter(pk=pk), request.user).select_for_update(no_key=True, of=("self",)).first()
    if case is None:
        raise Http404("No such case.")
    if not may_change(request.user, case):
        raise PermissionDenied
    today = timezone.localdate()
    if case.last_checked != today:
        case.last_checked = today
        case.save(update_fields=["last_checked"])
    messages.success(request, f"Checked today, nothing new: “{case}”.")
    return HttpResponseRedirect(desk_page(case))
