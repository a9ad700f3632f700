"""Who read which row under seal is noted, and the note stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from docket.models import Case, Filing, SealedReading, SealedText
from docket.publishing import verbs
from tests.records.desk_cast import a_case, a_filing, act_on, address, list_of, member, publish

in_transaction = pytest.mark.django_db


@pytest.fixture
def sealed(db: None) -> Filing:
    filing: Filing = a_filing(publish(a_case()), docket_text="SEALED WORDS")
    verbs.act("publish", filing, actor=None, reason="checked")
    verbs.act("seal", filing, actor=None, reason="order", authority="Order")
    return filing


def noted() -> list[tuple[str, str, int, str]]:
    rows = SealedReading.objects.order_by("pk")
    return list(rows.values_list("reader_name", "label", "object_id", "page"))


@in_transaction
@pytest.mark.parametrize("page", ["change", "history", "publication", "delete"])
def test_opening_a_sealed_row_is_noted(sealed: Filing, page: str) -> None:
    member("custodian").get(address(sealed, page))
    assert noted() == [("custodian", "docket.filing", sealed.pk, "form")]


@in_transaction
def test_a_list_that_shows_it_is_noted(sealed: Filing) -> None:
    a_filing(sealed.case)
    member("custodian").get(list_of(Filing))
    assert noted() == [("custodian", "docket.filing", sealed.pk, "list")]


@in_transaction
def test_taking_it_away_is_noted(sealed: Filing) -> None:
    act_on(member("custodian"), Filing, "export_csv", [sealed, a_filing(sealed.case)])
    assert ("custodian", "docket.filing", sealed.pk, "file") in noted()


@in_transaction
def test_reading_the_text_in_the_vault_is_noted(sealed: Filing) -> None:
    text = SealedText.objects.filter(label="docket.filing").first()
    member("custodian").get(address(text))
    assert noted() == [("custodian", "docket.filing", sealed.pk, "vault")]


@in_transaction
def test_what_hangs_on_a_sealed_case_is_under_seal_too() -> None:
    case = publish(a_case())
    filing = a_filing(case)
    verbs.act("seal", case, actor=None, reason="order", authority="Order")
    member("custodian").get(address(filing))
    assert noted() == [("custodian", "docket.filing", filing.pk, "form")]


@in_transaction
def test_open_rows_and_people_without_clearance_are_not_noted(sealed: Filing) -> None:
    member("custodian").get(address(sealed.case))
    clerk = member("clerk")
    clerk.get(address(sealed))
    clerk.get(list_of(Filing))
    clerk.get(list_of(Case))
    assert noted() == []


@in_transaction
def test_administrators_read_who_and_when_and_not_what_and_clerks_nothing(sealed: Filing) -> None:
    member("custodian", "reader-of-seals").get(address(sealed))
    where, row = list_of(SealedReading), address(SealedReading.objects.get())
    chair, chief = member("administrator"), member("chief")
    for page in (where, row):
        assert "reader-of-seals" in chair.get(page).content.decode()
        assert "docket.filing" not in chair.get(page).content.decode()
        assert "docket.filing" in chief.get(page).content.decode()
    assert [member(name).get(where).status_code for name in ("clerk", "editor")] == [403, 403]


@in_transaction
@pytest.mark.parametrize(
    "write",
    [
        lambda: SealedReading.objects.update(reader_name="somebody"),
        lambda: SealedReading.objects.all().delete(),
        lambda: connection.cursor().execute("truncate docket_sealedreading"),
    ],
)
def test_the_desk_cannot_change_the_log(sealed: Filing, write: Callable[[], Any]) -> None:
    member("custodian").get(address(sealed))
    with pytest.raises(DatabaseError), transaction.atomic():
        write()
    assert len(noted()) == 1


def test_not_even_the_owner_of_the_tables_changes_it(committed: None) -> None:
    with connections["owner"].cursor() as cursor:
        for statement in ("update docket_sealedreading set page = 'x'", "delete from docket_sealedreading"):
            with pytest.raises(DatabaseError, match="Events are only added"):
                cursor.execute(statement)
