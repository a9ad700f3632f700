"""What an administrator may do with accounts, and the page that says what each role may."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from docket.desk.accounts.roles import roles
from docket.desk.groups import make_groups
from tests.records.desk_cast import member

pytestmark = pytest.mark.django_db
USERS = get_user_model().objects


def change(user: object) -> str:
    return reverse("admin:auth_user_change", args=[user.pk])  # type: ignore[attr-defined]


def give(client: Client, user: object, **boxes: object) -> int:
    sent = {"username": user.username, "is_active": "on", "is_staff": "on", **boxes}  # type: ignore[attr-defined]
    return client.post(change(user), sent).status_code


def test_an_administrator_gives_a_role() -> None:
    chair, user = member("administrator"), USERS.create_user("casey")
    assert give(chair, user, groups=[Group.objects.get(name="editor").pk]) == 302
    assert [group.name for group in user.groups.all()] == ["editor"]


def test_an_administrator_makes_neither_superusers_nor_single_rights() -> None:
    chair, user = member("administrator"), USERS.create_user("casey")
    expunge = Permission.objects.get(codename="expunge_record")
    assert give(chair, user, is_superuser="on", user_permissions=[expunge.pk]) == 302
    user.refresh_from_db()
    assert not user.is_superuser
    assert not user.user_permissions.exists()


def test_an_administrator_changes_neither_a_superuser_nor_themselves() -> None:
    chair, chief = member("administrator"), USERS.create_superuser("chief", password="x")
    own = USERS.get(username="administrator")
    for user in (chief, own):
        assert give(chair, user, groups=[Group.objects.get(name="custodian").pk]) == 403
        where = reverse("admin:auth_user_password_change", args=[user.pk])
        assert chair.post(where, {"password1": "a-new-password-1", "password2": "a-new-password-1"}).status_code == 403
    assert not chief.groups.exists()


def test_an_administrator_does_not_change_what_a_role_may() -> None:
    chair, clerk = member("administrator"), Group.objects.get(name="clerk")
    where = reverse("admin:auth_group_change", args=[clerk.pk])
    assert chair.post(where, {"name": "clerk", "permissions": []}).status_code == 403


def test_an_administrator_reads_nothing_of_the_record() -> None:
    chair = member("administrator")
    for name in ("docket_case_changelist", "docket_filing_changelist", "docket_sealedtext_changelist"):
        assert chair.get(reverse(f"admin:{name}")).status_code == 403, name


@pytest.mark.parametrize("name", ["clerk", "editor", "custodian"])
def test_nobody_else_comes_near_accounts(name: str) -> None:
    client, user = member(name), USERS.create_user("casey")
    assert client.get(change(user)).status_code in (302, 403)
    assert client.get(reverse("admin:auth_user_add")).status_code == 403


def test_the_page_is_made_from_the_permissions_and_changes_with_them() -> None:
    make_groups()
    before = {row.what: row.may for row in roles().acts}
    assert roles().names[:4] == ["clerk", "editor", "custodian", "administrator"]
    assert before["Can seal, remove and unseal"] == ["", "", "yes", ""]
    assert before["Can publish and change what is public"] == ["", "yes", "yes", ""]
    Group.objects.get(name="clerk").permissions.add(Permission.objects.get(codename="seal_record"))
    assert {row.what: row.may for row in roles().acts}["Can seal, remove and unseal"] == ["yes", "", "yes", ""]


def test_everyone_of_the_staff_may_read_it() -> None:
    page = member("clerk").get(reverse("admin:roles"))
    assert page.status_code == 200
    rows = {row.what: row.may for row in page.context["roles"].rows}
    assert rows["filings"] == ["add, change, delete, view"] * 3 + [""]
    assert rows["users"] == ["", "", "", "add, change, view"]


def test_the_role_of_an_earlier_release_keeps_its_members_under_its_new_name() -> None:
    user = USERS.create_user("casey")
    user.groups.add(Group.objects.create(name="records officer"))
    call_command("staff_groups", verbosity=0)
    assert [group.name for group in user.groups.all()] == ["custodian"]
    assert user.has_perm("docket.seal_record")
