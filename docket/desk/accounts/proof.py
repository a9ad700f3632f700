"""What is asked again before an act that cannot be taken back or gives rights: the password, a code or the passkey."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.core.exceptions import ImmediateHttpResponse
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from docket.desk.accounts import kept_form


def prove_again(request: HttpRequest) -> None:
    """Nothing while the last proof is young (ACCOUNT_REAUTHENTICATION_TIMEOUT seconds), else away to give another.

    Raises ImmediateHttpResponse, which the middleware answers; the form that was sent is kept meanwhile.
    """
    if not is_reauthentication_required(request, app="docket.desk"):
        return
    ways = get_adapter().get_reauthentication_methods(request.user)
    if not ways:
        raise PermissionDenied("This account has neither a password nor a second factor: ask an administrator.")
    back = request.get_full_path()
    if request.method == "POST" and kept_form.keep(request, request.user.pk or 0):
        back = reverse("admin:kept_form")
    raise ImmediateHttpResponse(HttpResponseRedirect(f"{ways[0]['url']}?{urlencode({'next': back})}"))
