"""Proposed deadlines on a filing's own form: what follows, decided there."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from docket.models import Deadline
from docket.proposals.acceptance import accept
from tests.desk.deadline_pages import as_shown, saved, words
from tests.records.desk_cast import address, member
from tests.records.suit import forum, proof_of_service, suit

pytestmark = pytest.mark.django_db


@pytest.fixture
def roe():
    return suit(forum("nmdist1", "nm1006"))


@pytest.fixture
def editor():
    return member("editor")


def on_form(response, part):
    """The values of the panel's outer forms, which stand behind the filing's own: (address, fields)."""
    page = response.content.decode()
    behind = page[page.index('<div class="outer-forms">') :]
    forms = re.findall(r'<form id="([^"]+)" method="post" action="([^"]+)">(.*?)</form>', behind, re.S)
    for name, where, body in forms:
        if name.startswith(part):
            return where.replace("&amp;", "&"), dict(re.findall(r'name="([^"]+)" value="([^"]*)"', body))
    raise AssertionError(f"no form {part} among {[name for name, *_ in forms]}")


def test_the_filing_s_own_form_shows_what_follows_and_decides_it_there(roe, editor):
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    page = editor.get(address(proof))
    assert "1 proposed deadline" in words(page)
    assert "Responsive pleading or motion (entry 4), Thu 17 Mar 2022" in words(page)
    assert "Day 30 is 17 Mar, a Thursday" in words(page)
    assert "NMRA 1-004(B)(2), 1-012(A)" in words(page)
    where, fields = on_form(page, "decide")
    assert fields["proposal"] == str(answer.pk)
    refused = editor.post(where, {**fields, "do": "dismiss", "reason": ""})
    assert refused.headers["Location"] == f"{address(proof)}#proposals"
    assert roe.proposed() == [answer]
    done = editor.post(where, {**fields, "do": "accept"})
    assert done.headers["Location"] == f"{address(proof)}#proposals"
    deadline = Deadline.objects.get()
    after = editor.get(address(proof))
    assert "proposed deadline" not in words(after)
    assert f'href="{address(deadline)}"' in after.content.decode()


def test_changing_from_the_filing_s_form_leads_back_to_it(roe, editor):
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    (answer,) = roe.proposed()
    where = f"{reverse('admin:proposal', args=[answer.pk])}?filing={proof.pk}&back=form"
    assert where.replace("&", "&amp;") in editor.get(address(proof)).content.decode()
    sent = as_shown(editor.get(where).context["form"]) | {"period": "45", "reason": "order of 20 Feb", "accept": "1"}
    assert editor.post(where, sent).headers["Location"] == f"{address(proof)}#proposals"
    assert Deadline.objects.get().period == 45


def test_the_filing_s_form_offers_what_runs_only_in_some_cases(roe, editor):
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    where, fields = on_form(editor.get(address(proof)), "ask")
    assert editor.post(where, fields).headers["Location"] == f"{address(proof)}#proposals"
    assert len(roe.proposed()) == 2


def test_the_answer_s_own_form_shows_what_it_closes(roe, editor):
    proof_of_service(roe, date(2022, 2, 15))
    accept(roe.proposed()[0], actor=None)
    answer = roe.filing("resp.answer", by=roe.studio, date_filed=date(2022, 3, 7))
    saved(editor, address(answer), title="Answer")
    page = words(editor.get(address(answer)))
    assert "Answered: Responsive pleading or motion (entry 4)" in page
    assert "Change …" not in page, "an answer is accepted or dismissed"


def test_the_filing_s_form_keeps_the_panel_from_those_who_may_not_see_deadlines(roe, editor, django_user_model):
    _, proof = proof_of_service(roe, date(2022, 2, 15))
    user = django_user_model.objects.create_user("typist", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_filing", "change_filing"]))
    client = Client()
    client.force_login(user)
    assert "proposed deadline" not in words(client.get(address(proof)))
