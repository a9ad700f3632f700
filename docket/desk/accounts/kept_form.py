"""A form that was sent when its session had ended, or needs the password again, is kept and offered to the same person.

It waits in the session of the same browser, on the server, encrypted; passwords and files are not kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode

from docket.desk.accounts import cipher
from docket.desk.accounts.sessions import ENDED

KEPT = "kept_form"
MOST = 1_000_000  # bytes of one form
NOT_SHOWN = ("csrfmiddlewaretoken",)


@dataclass(frozen=True)
class Kept:
    """What somebody sent: where to, the boxes with their values in order, the names of files."""

    user: int
    path: str
    boxes: list[tuple[str, str]]
    files: list[str]

    @property
    def shown(self) -> list[tuple[str, str]]:
        """What a person typed, without what the page itself put there."""
        return [(name, value) for name, value in self.boxes if value and not name.startswith("_")]


class KeepForms:
    """Keeps what a session's end would lose. Stands after the check of the form's token and before StaffOnly."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "POST" and (kept := of(request)) and kept.path == request.get_full_path():
            drop(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        """To the sign-in, and from there to what was kept."""
        user = request.session.get(ENDED)
        if request.method != "POST" or request.user.is_authenticated or not user:
            return None
        if not getattr(view, "login_required", True):
            return None
        is_kept = keep(request, user)
        words = "Your session has ended. What you typed is kept: sign in again to send it."
        messages.warning(request, words if is_kept else "Your session has ended, and the form was too long to be kept.")
        to = reverse("admin:kept_form") if is_kept else request.get_full_path()
        return HttpResponseRedirect(f"{reverse('admin:login')}?{urlencode({'next': to})}")


def keep(request: HttpRequest, user: int) -> bool:
    """Keep the form of this request for a person; False when it is too long. A later one takes its place."""
    boxes = [(name, value) for name, values in request.POST.lists() for value in values]
    boxes = [(name, value) for name, value in boxes if name not in NOT_SHOWN and "password" not in name]
    files = [file.name or name for name, files in request.FILES.lists() for file in files]
    text = json.dumps({"path": request.get_full_path(), "boxes": boxes, "files": files})
    if len(text) > MOST:
        return False
    request.session[KEPT] = {"user": user, "form": cipher.encrypt(text)}
    return True


def of(request: HttpRequest) -> Kept | None:
    """What is kept for whoever is signed in; what is somebody else's is dropped."""
    kept = request.session.get(KEPT)
    if not kept or not request.user.is_authenticated:
        return None
    if kept["user"] != request.user.pk:
        drop(request)
        return None
    try:
        form = json.loads(cipher.decrypt(kept["form"]))
    except ValueError:  # the desk's key has changed since
        drop(request)
        return None
    return Kept(kept["user"], form["path"], [(name, value) for name, value in form["boxes"]], form["files"])


def drop(request: HttpRequest) -> None:
    """Forget what was typed: it was sent, or its author threw it away."""
    request.session.pop(KEPT, None)


def kept_form_view(request: HttpRequest) -> HttpResponse:
    """What was typed, with a button that sends it again to where it was meant for, and one that throws it away."""
    if request.method == "POST":
        drop(request)
    kept = of(request)
    if kept is None:
        return HttpResponseRedirect(reverse("admin:index"))
    context = {**admin.site.each_context(request), "title": "What you typed", "kept": kept}
    return TemplateResponse(request, "admin/accounts/kept_form.html", context)
