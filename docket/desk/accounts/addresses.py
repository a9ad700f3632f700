"""Addresses below /admin/ that django-allauth answers: only those that the desk needs."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path

from docket.desk.accounts.views import sign_out

# before those of the admin, whose names for signing in and out stay
addresses: list[URLPattern] = [
    path("login/", account.login, name="account_login"),
    path("logout/", sign_out, name="account_logout"),
    path("account/proof/", account.reauthenticate, name="account_reauthenticate"),
    path("account/factor/", base.index, name="mfa_index"),
    path("account/factor/sign-in/", base.authenticate, name="mfa_authenticate"),
    path("account/factor/proof/", base.reauthenticate, name="mfa_reauthenticate"),
    path("account/factor/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("account/factor/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/factor/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/factor/codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/factor/codes/file/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/factor/keys/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("account/factor/keys/add/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("account/factor/keys/sign-in/", login_not_required(keys.login_webauthn), name="mfa_login_webauthn"),
    path("account/factor/keys/proof/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("account/factor/keys/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("account/factor/keys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
]
