"""Moving filings at the desk: chosen in the list, looked at, moved, undone; each through clearance."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import Client
from django.urls import reverse

from docket import models as m
from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_filing, act_on, address, list_of, member, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(db: Any) -> Client:
    return member("chief")


@pytest.fixture
def two(db: Any) -> tuple[m.Case, m.Case]:
    return a_case("Vole v. Heron"), a_case("Vole v. Quay", docket_number="24-cv-00012")


def page(*filings: m.Filing, **query: Any) -> str:
    rows = "%2C".join(str(filing.pk) for filing in filings)
    more = "".join(f"&{name}={value}" for name, value in query.items())
    return f"{reverse('admin:move_filings')}?rows={rows}{more}"


def press(client: Client, where: str) -> Any:
    """Look at the page, and press its button."""
    return client.post(where, {"shown": client.get(where).context["plan"].digest})


def said(response: Any) -> str:
    return " ".join(map(str, get_messages(response.wsgi_request)))


def test_lines_chosen_in_the_list_are_moved_to_a_case_found_by_its_number_and_back(
    chief: Client, two: tuple[m.Case, m.Case]
) -> None:
    source, target = two
    filing, other = a_filing(source, "Complaint"), a_filing(source, "Answer")
    m.Document.objects.create(filing=filing, title="Exhibit A")
    assert "Move to another case" in chief.get(f"{list_of(m.Filing)}?case={source.pk}").content.decode()
    answer = act_on(chief, m.Filing, "move", [filing, other])
    assert answer.url == page(filing, other)
    found = chief.get(page(filing, other, q="24-cv-00012")).content.decode()
    assert f"case={target.pk}" in found
    shown = chief.get(page(filing, other, case=target.pk)).content.decode()
    assert "With them go 1 document." in shown
    assert press(chief, page(filing, other, case=target.pk)).url == address(target, "workspace")
    assert target.filings.count() == 2
    undo = reverse("admin:move_undo", args=[m.FilingMove.objects.get().pk])
    for case in (source, target):
        assert undo in chief.get(address(case, "workspace")).content.decode()
    assert press(chief, undo).url == address(source, "workspace")
    assert source.filings.count() == 2
    assert undo not in chief.get(address(source, "workspace")).content.decode()


def test_linked_cases_are_offered_first(chief: Client, two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing, stranger = a_filing(source), a_case("Other v. Case")
    m.CaseLink.objects.create(from_case=target, to_case=source, kind="consolidated_into")
    offered = chief.get(page(filing)).content.decode()
    assert f"case={target.pk}" in offered
    assert f"case={stranger.pk}" not in offered


def test_what_stands_in_the_way_is_told_and_there_is_no_button(chief: Client, two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing = a_filing(source)
    m.Claim.objects.create(case=source, title="Negligence", asserted_in=filing)
    shown = chief.get(page(filing, case=target.pk)).content.decode()
    assert "rests on one of them" in shown
    assert "Move them" not in shown
    assert "rests on one of them" in said(chief.post(page(filing, case=target.pk), {"shown": "x"}))
    assert filing in source.filings.all()


def test_what_the_page_did_not_show_is_not_moved(chief: Client, two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing = a_filing(source)
    digest = chief.get(page(filing, case=target.pk)).context["plan"].digest
    m.Document.objects.create(filing=filing, title="Exhibit A")
    assert "has changed since" in said(chief.post(page(filing, case=target.pk), {"shown": digest}))
    assert filing in source.filings.all()


def test_only_who_may_publish_moves_what_is_public(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    publish(source)
    public, draft = publish(a_filing(source)), a_filing(source, "Draft")
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
    clerk, editor = member("clerk"), member("editor")
    assert clerk.get(page(public, case=target.pk)).status_code == 403
    assert clerk.post(page(public, case=target.pk), {"shown": "x"}).status_code == 403
    assert press(clerk, page(draft, case=target.pk)).status_code == 302
    assert "leaves the public site" in editor.get(page(public, case=target.pk)).content.decode()


def test_a_case_or_filing_under_seal_is_nowhere_for_who_may_not_see_it(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    filing, kept = a_filing(source, "Complaint"), a_filing(source, "Secret motion")
    m.CaseLink.objects.create(from_case=target, to_case=source, kind="consolidated_into")
    chief, editor = member("chief"), member("editor")
    press(chief, page(a_filing(source, "Moved before"), case=target.pk))
    verbs.act("seal", target, actor=None, reason="an order")
    verbs.act("seal", kept, actor=None, reason="an order")
    for where in (page(filing), page(filing, q="Quay"), address(source, "workspace")):
        shown = editor.get(where).content.decode()
        assert "Quay" not in shown.replace('value="Quay"', "").replace("“Quay”", ""), where
        assert reverse("admin:move_undo", args=[m.FilingMove.objects.get().pk]) not in shown
    assert editor.get(page(kept)).status_code == 404
    assert "plan" not in editor.get(page(filing, case=target.pk)).context
    assert editor.get(reverse("admin:move_undo", args=[m.FilingMove.objects.get().pk])).status_code == 404
    assert "Quay" in chief.get(address(source, "workspace")).content.decode()


def test_rows_under_seal_keep_a_filing_where_it_is_and_nothing_is_told_of_them(two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    publish(source)
    filing = publish(a_filing(source))
    sealed = publish(m.Document.objects.create(filing=filing, title="Secret exhibit"))
    verbs.act("seal", sealed, actor=None, reason="an order")
    editor = member("editor")
    shown = editor.get(page(filing, case=target.pk)).content.decode()
    assert "Rows under seal" in shown
    assert "With them go" not in shown
    assert "Secret exhibit" not in shown
    editor.post(page(filing, case=target.pk), {"shown": "x"})
    assert filing in source.filings.all()


def test_a_filings_form_leads_to_the_ones_before_and_after_it(chief: Client, two: tuple[m.Case, m.Case]) -> None:
    source, target = two
    undated, late, early = (
        a_filing(source),
        a_filing(source, date_filed="2024-02-01"),
        a_filing(source, date_filed="2024-01-01"),
    )
    same_day = a_filing(source, date_filed="2024-01-01")
    a_filing(target, date_filed="2024-01-15")
    found = {}
    for filing in (early, same_day, late, undated):
        context = chief.get(address(filing)).context
        found[filing.pk] = (context["before"], context["after"])
    order = [None, *(address(filing) for filing in (early, same_day, late, undated)), None]
    assert list(found.values()) == [(order[n], order[n + 2]) for n in range(4)]


def test_nobody_moves_what_is_no_filing(chief: Client) -> None:
    for rows in ("", "0", "x", "1,2", "9" * 30):
        assert chief.get(reverse("admin:move_filings"), {"rows": rows}).status_code == 404
