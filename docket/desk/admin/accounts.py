"""Staff accounts and their groups, and the sign-ins that failed."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.models import AccessFailureLog
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse

from docket.desk.accounts.proof import prove_again
from docket.desk.admin.read_only import ReadOnlyAdmin

for model in (get_user_model(), Group, EmailAddress, Authenticator):
    admin.site.unregister(model)


class AskedAgain(admin.ModelAdmin):  # type: ignore[type-arg]
    """Accounts and roles: who changes them proves again who they are."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One account or role, or a new one."""
        prove_again(request)
        return super().changeform_view(request, *args, **kwargs)


@admin.register(get_user_model())
class StaffAdmin(AskedAgain, UserAdmin):  # type: ignore[type-arg]
    """Accounts are ended by unticking “active”: their name stands in the history and in the chain.

    Only a superuser makes superusers or changes one, and nobody else changes their own roles.
    """

    list_display = ("username", "first_name", "last_name", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_superuser", "is_active", "groups")
    list_per_page = 100
    show_full_result_count = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Roles are given as groups; single rights by superusers."""
        fixed = () if _is_superuser(request) else ("is_superuser", "user_permissions", "last_login", "date_joined")
        return (*super().get_readonly_fields(request, obj), *fixed)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Others' accounts, and no superuser's."""
        if obj is not None and not _is_superuser(request) and (obj.is_superuser or obj == request.user):
            return False
        return super().has_change_permission(request, obj)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """A password set for somebody is a way in as that person."""
        prove_again(request)
        return super().user_change_password(request, id, form_url)


@admin.register(Group)
class RoleAdmin(AskedAgain, GroupAdmin):
    """What a role may do. /admin/roles/ shows it in words."""


@admin.register(AccessFailureLog)
class FailedSignInAdmin(ReadOnlyAdmin):
    """Kept by django-axes; wrong codes of a second factor are noted beside. Nobody changes them."""

    list_display = ("attempt_time", "username", "ip_address", "user_agent", "path_info", "locked_out")
    list_filter = ("locked_out", "attempt_time")
    search_fields = ("username", "ip_address")
    ordering = ("-pk",)
    list_per_page = 100
    show_full_result_count = False


def _is_superuser(request: HttpRequest) -> bool:
    return bool(request.user.is_superuser)
