"""My cases: who looks after a case, and which of mine were changed by others since I last looked at them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from docket.desk.addresses import desk_page
from docket.desk.clearance import cleared
from docket.models import Assignment, Case, CaseParty, ClaimEvent, Deadline, Filing, Hearing

# what a person who comes back to a case wants to know of
TOLD = (Filing, CaseParty, ClaimEvent, Hearing, Deadline)
NOBODY = "nobody"


def of_user(user: Any) -> QuerySet[Case]:
    """The cases that a user looks after and may see."""
    return cleared(Case.objects.filter(assignment__user=user.pk), user)


def changed(user: Any) -> QuerySet[Case]:
    """Those of them in which a row has changed since the user last opened the case."""
    own = Q(updated_at__gt=OuterRef("looked_at"))
    since = Q()
    for model in TOLD:
        rows = model._default_manager.filter(own, case=OuterRef("case"))
        since |= Q(Exists(rows))
    case = Case.objects.filter(own, pk=OuterRef("case"))
    mine = Assignment.objects.filter(since | Q(Exists(case)), user=user.pk)
    return of_user(user).filter(pk__in=mine.values("case"))


def look(case: Case, user: Any) -> None:
    """The user has opened the case."""
    Assignment.objects.filter(case=case, user=user.pk).update(looked_at=timezone.now())


def assignee(case: Case) -> Any:
    """The user who looks after a case, or None."""
    found = Assignment.objects.filter(case=case).select_related("user").first()
    return found.user if found else None


def choices() -> list[tuple[str, str]]:
    """Those who may look after a case: by primary key and name."""
    staff = get_user_model().objects.filter(is_staff=True, is_active=True).order_by("username")
    return [(str(user.pk), user.get_username()) for user in staff]


class Assigned(admin.SimpleListFilter):
    """Cases by who looks after them."""

    title = "assigned"
    parameter_name = "assigned"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("me", "My cases"), ("changed", "Mine, changed since I last looked"), (NOBODY, "Nobody’s")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        if self.value() == "me":
            return queryset.filter(assignment__user=request.user.pk)
        if self.value() == "changed":
            return queryset.filter(pk__in=changed(request.user).order_by().values("pk"))
        return queryset.filter(assignment=None) if self.value() == NOBODY else None


@require_POST
def assign_view(request: HttpRequest, pk: int) -> HttpResponse:
    """POST user: the case is that person's from now on; empty: nobody's."""
    if not request.user.has_perm("docket.change_case"):
        raise PermissionDenied
    case = cleared(Case.objects.filter(pk=pk), request.user).first()
    if case is None:
        raise Http404("No such case.")
    chosen = request.POST.get("user", "")
    names = dict(choices())
    if not chosen:
        Assignment.objects.filter(case=case).delete()
        messages.success(request, "Nobody looks after this case now.")
    elif chosen in names:
        Assignment.objects.update_or_create(case=case, defaults={"user_id": int(chosen), "looked_at": timezone.now()})
        messages.success(request, f"{names[chosen]} looks after this case now.")
    else:
        messages.error(request, "Choose somebody of the list: only active staff look after cases.")
    return HttpResponseRedirect(desk_page(case))
