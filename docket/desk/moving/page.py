"""The pages of a move: which case, what goes along and what is in the way, then move; what goes back, then undo."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from docket.desk.addresses import desk_page
from docket.desk.clearance import unseen
from docket.desk.moving import acts
from docket.desk.moving.plan import Plan, plan, riding
from docket.desk.permissions import is_public_row, may_publish
from docket.models import Case, CaseLink, Filing, FilingMove
from parties.merging import keys_to

MOST = 200
OFFERED = 20
UNDER_SEAL = "Rows under seal belong to one of them: only somebody who may seal can move them."


def to_move(request: HttpRequest, rows: Any) -> HttpResponse | None:
    """From a list of filings: to the page on which the case is chosen; None, with a message, for too many."""
    ids = list(rows.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(ids) > MOST:
        messages.error(request, f"More than {MOST} filings are chosen: move them in parts.")
        return None
    return HttpResponseRedirect(f"{reverse('admin:move_filings')}?{urlencode({'rows': ','.join(map(str, ids))})}")


def move_view(request: HttpRequest) -> HttpResponse:
    """GET ?rows=1,2&q=&case=: which case, then what would move. POST: they are moved, or refused in words."""
    filings = _chosen(request)
    _refuse_unless_allowed(request, filings)
    target = _case(request, request.GET.get("case", ""))
    if target is None:
        return _ask(request, filings)
    if _hidden(filings, request.user):
        return _page(request, Plan(filings[0].case, target, filings, obstacles=[UNDER_SEAL]))
    if request.method == "POST":
        try:
            act = acts.move(
                [row.pk for row in filings], target, actor=request.user, shown=request.POST.get("shown", "-")
            )
        except ValidationError as refused:
            return _refused(request, refused)
        messages.success(request, _moved(act, filings, target))
        return HttpResponseRedirect(desk_page(target))
    return _page(request, plan(filings, target))


def undo_view(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what goes back. POST: the move is undone, or refused in words."""
    act = get_object_or_404(FilingMove, pk=pk)
    filings = _seen(request, list(map(int, act.filings)))
    source = _case(request, str(act.from_id))
    if source is None or len(filings) < len(act.filings):
        raise Http404
    _refuse_unless_allowed(request, filings)
    if _hidden(filings, request.user):
        raise PermissionDenied(UNDER_SEAL)
    refused = acts.why_not_undone(act)
    found = Plan(filings[0].case, source, filings, obstacles=refused) if refused else acts.way_back(act)
    if found.enters_public and not may_publish(request.user):
        raise PermissionDenied("They would be public again: only somebody who may publish can move them back.")
    if request.method == "POST":
        try:
            acts.undo(act, actor=request.user, shown=request.POST.get("shown", "-"))
        except ValidationError as error:
            return _refused(request, error)
        messages.success(request, f"Undone: {_counted(filings)} back in “{source}”.")
        return HttpResponseRedirect(desk_page(source))
    return _page(request, found, act)


def moves_of(request: HttpRequest, case: Case) -> list[tuple[FilingMove, Case, bool]]:
    """The moves to or from a case that stand, each with the other case and whether they came here; of those only to
    or from a case that the user may see.
    """
    acts_ = list(FilingMove.objects.filter(Q(to_id=case.pk) | Q(from_id=case.pk), undone_at=None)[:OFFERED])
    others = _cases(request).in_bulk([_other(act, case) for act in acts_]) if acts_ else {}
    return [(act, others[_other(act, case)], act.to_id == case.pk) for act in acts_ if _other(act, case) in others]


def _other(act: FilingMove, case: Case) -> int:
    return act.from_id if act.to_id == case.pk else act.to_id


def _cases(request: HttpRequest) -> Any:
    return admin.site.get_model_admin(Case).get_queryset(request)


def _case(request: HttpRequest, number: str) -> Case | None:
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        return None
    found: Case | None = _cases(request).filter(pk=int(number)).first()
    return found


def _seen(request: HttpRequest, ids: list[int]) -> list[Filing]:
    rows = admin.site.get_model_admin(Filing).get_queryset(request)
    return list(rows.filter(pk__in=ids).select_related("case").order_by("case", "sequence"))


def _chosen(request: HttpRequest) -> list[Filing]:
    """The filings that the address names. Raises Http404 where one is none that the user may see."""
    numbers = [part for part in request.GET.get("rows", "").split(",") if part.isascii() and part.isdecimal()]
    ids = {int(number) for number in numbers if len(number) < 18}
    found = _seen(request, sorted(ids)) if 0 < len(ids) <= MOST else []
    if not found or len(found) < len(ids):
        raise Http404("No such filings.")
    return found


def _refuse_unless_allowed(request: HttpRequest, filings: list[Filing]) -> None:
    if not request.user.has_perm("docket.change_filing"):
        raise PermissionDenied
    if not may_publish(request.user) and any(map(is_public_row, filings)):
        raise PermissionDenied("One of them is public: only somebody who may publish can move it.")


def _hidden(filings: list[Filing], user: Any) -> bool:
    """Whether rows belong to them that this user may not see: of those nothing is told, not even a conflict."""
    above: list[tuple[Any, list[int]]] = [(Filing, [row.pk for row in filings])]
    while above:
        model, ids = above.pop()
        for key in (key for key in keys_to(model) if key.model._meta.managed):
            rows = key.model._default_manager.filter(**{f"{key.name}__in": ids})
            if unseen(rows, user).exists():
                return True
        for key in riding(model):
            rows = key.model._default_manager.filter(**{f"{key.name}__in": ids})
            above.append((key.model, list(rows.values_list("pk", flat=True))))
    return False


def _refused(request: HttpRequest, refused: ValidationError) -> HttpResponse:
    for words in refused.messages:
        messages.error(request, words)
    return HttpResponseRedirect(request.get_full_path())


def _counted(filings: list[Filing]) -> str:
    return "1 filing stands" if len(filings) == 1 else f"{len(filings):,} filings stand"


def _moved(act: FilingMove, filings: list[Filing], target: Case) -> str:
    words = '{} in “{}” now. <a href="{}">Undo the move</a>'
    return format_html(words, _counted(filings), target, reverse("admin:move_undo", args=[act.pk]))


def _ask(request: HttpRequest, filings: list[Filing]) -> HttpResponse:
    """Which case: those linked with the present one, or what is found by number or words."""
    source, sought = filings[0].case, request.GET.get("q", "").strip()[:200]
    owner: Any = admin.site.get_model_admin(Case)
    linked = CaseLink.objects.filter(Q(from_case=source) | Q(to_case=source)).values_list("from_case", "to_case")
    near = {pk for ends in linked for pk in ends if pk}
    rows = (
        owner.get_search_results(request, _cases(request), sought)[0] if sought else _cases(request).filter(pk__in=near)
    )
    context = {
        **_frame(request, filings),
        "title": f"Move {len(filings):,} filings to another case",
        "sought": sought,
        "sent_rows": request.GET.get("rows", ""),
        "cases": list(rows.exclude(pk=source.pk).select_related("forum")[:OFFERED]),
    }
    return TemplateResponse(request, "admin/moving/ask.html", context)


def _page(request: HttpRequest, found: Plan, act: FilingMove | None = None) -> HttpResponse:
    names = [(len(ids), model._meta) for model, ids in found.along.items()]
    context = {
        **_frame(request, found.filings),
        "title": f"Move back to “{found.target}”" if act else f"Move to “{found.target}”",
        "plan": found,
        "target_page": desk_page(found.target),
        "along": [f"{n:,} {of.verbose_name if n == 1 else of.verbose_name_plural}" for n, of in names],
        "button": "Undo the move" if act else "Move them",
    }
    return TemplateResponse(request, "admin/moving/move.html", context)


def _frame(request: HttpRequest, filings: list[Filing]) -> dict[str, Any]:
    owner: Any = admin.site.get_model_admin(Filing)
    return {
        **admin.site.each_context(request),
        "source": filings[0].case,
        "source_page": desk_page(filings[0].case),
        "filings": [(owner.choice_label(row), desk_page(row), is_public_row(row)) for row in filings],
    }
