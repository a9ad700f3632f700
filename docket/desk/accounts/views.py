"""One's own account: second factor, password, sessions."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from docket.desk.accounts import sessions


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """Also halfway through a sign-in."""
    return admin.site.logout(request)


def account_view(request: HttpRequest) -> HttpResponse:
    """GET shows it; POST ends the session `name`, or all others when that is empty."""
    if request.method == "POST":
        count = sessions.end(request, request.POST.get("name", ""))
        messages.success(request, f"{count} {'session' if count == 1 else 'sessions'} ended.")
        return HttpResponseRedirect(request.path)
    context = {
        **admin.site.each_context(request),
        "title": "Your account",
        "sessions": sessions.mine(request),
        "hours": settings.SESSION_HOURS,
        "idle": settings.SESSION_IDLE_MINUTES,
        "factors": Authenticator.objects.filter(user_id=request.user.pk).order_by("type", "pk"),
        "is_required": settings.SECOND_FACTOR_REQUIRED,
    }
    return TemplateResponse(request, "admin/accounts/account.html", context)
