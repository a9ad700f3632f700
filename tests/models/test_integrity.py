"""What the record refuses: by the form in words, and by PostgreSQL itself whatever the way in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.db.models import ProtectedError

from docket import models as d
from parties import models as p

pytestmark = pytest.mark.django_db


def a_case(caption: str = "Roe v. Poe", **values: Any) -> d.Case:
    return d.Case.objects.create(caption=caption, category="civil", **values)


def a_party_in(case: d.Case, name: str = "Jane Roe", role: str = "plaintiff") -> d.CaseParty:
    return d.CaseParty.objects.create(case=case, party=p.Party.objects.create(name=name), role=role, side="initiating")


def a_filing_in(case: d.Case, **values: Any) -> d.Filing:
    return d.Filing.objects.create(case=case, docket_text="COMPLAINT", **values)


def settle() -> None:
    """Ask the constraints that wait for the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")


def refused(statement: str, values: list[Any]) -> None:
    with pytest.raises(IntegrityError):
        _run(statement, values)


@transaction.atomic
def _run(statement: str, values: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    settle()


@transaction.atomic
def save(row: Any) -> None:
    row.save()
    settle()


class TestOneCase:
    """A claim, a filer, a link, an answer stays within its case."""

    @pytest.fixture(autouse=True)
    def two_cases(self, db: None) -> None:
        self.case, self.other = a_case("Roe v. Poe"), a_case("Doe v. Coe")
        self.party, self.stranger = a_party_in(self.case), a_party_in(self.other)
        self.filing, self.foreign = a_filing_in(self.case), a_filing_in(self.other)
        self.claim = d.Claim.objects.create(case=self.case, title="Negligence", asserted_in=self.filing)
        self.against = d.ClaimAgainst.objects.create(claim=self.claim, case_party=self.party)

    def rows(self) -> dict[str, Any]:
        return {
            "filer": d.FilingParty(filing=self.filing, case_party=self.stranger),
            "claimant": d.ClaimParty(claim=self.claim, case_party=self.stranger),
            "against": d.ClaimAgainst(claim=self.claim, case_party=self.stranger),
            "pleading": d.Claim(case=self.case, title="Fraud", asserted_in=self.foreign),
            "answer": d.FilingLink(from_filing=self.filing, to_filing=self.foreign, kind="answers"),
            "event": d.ClaimEvent(claim_against=self.against, kind="answered", filing=self.foreign),
            "hearing": d.Hearing(case=self.case, title="Trial", date=date(2026, 5, 3), set_by=self.foreign),
            "substitute": d.CaseParty(
                case=self.case, party=self.party.party, role="movant", substituted_for=self.stranger
            ),
        }

    @pytest.mark.parametrize(
        "what", ["filer", "claimant", "against", "pleading", "answer", "event", "hearing", "substitute"]
    )
    def test_a_row_of_another_case_is_refused(self, what: str) -> None:
        row = self.rows()[what]
        with pytest.raises(ValidationError, match=r"another case|of one case|own case"):
            row.clean()
        with pytest.raises(IntegrityError):
            save(row)

    @pytest.mark.parametrize(
        ("table", "column"),
        [
            ("docket_filingparty", "case_party_id"),
            ("docket_claimparty", "case_party_id"),
            ("docket_claimagainst", "case_party_id"),
        ],
    )
    def test_raw_sql_is_refused_too(self, table: str, column: str) -> None:
        d.FilingParty.objects.create(filing=self.filing, case_party=self.party)
        d.ClaimParty.objects.create(claim=self.claim, case_party=self.party)
        refused(f"update {table} set {column} = %s", [self.stranger.pk])
        refused(f"update {table} set case_id = %s", [self.other.pk])

    def test_a_party_whose_claim_it_is_does_not_move_to_another_case(self) -> None:
        refused("update docket_caseparty set case_id = %s where id = %s", [self.other.pk, self.party.pk])

    def test_a_response_may_cross_to_another_proceeding(self) -> None:
        link = d.FilingLink(from_filing=self.foreign, to_filing=self.filing, kind="responds_to")
        link.full_clean(exclude=["from_case", "to_case"])
        link.save()
        settle()

    def test_a_decision_on_appeal_may_come_from_another_docket(self) -> None:
        event = d.ClaimEvent(claim_against=self.against, kind="affirmed", filing=self.foreign)
        event.clean()
        event.save()
        settle()
        refused("update docket_claimevent set kind = 'answered' where id = %s", [event.pk])


@pytest.mark.parametrize("amount", ["'NaN'", "-0.01", "'Infinity'", "'-Infinity'"])
@pytest.mark.parametrize("table", ["docket_case", "docket_claim", "docket_claimevent"])
def test_an_amount_is_a_number_of_zero_or_more(table: str, amount: str) -> None:
    claim = d.Claim.objects.create(case=a_case(), title="Negligence")
    against = d.ClaimAgainst.objects.create(claim=claim, case_party=a_party_in(claim.case, role="defendant"))
    d.ClaimEvent.objects.create(claim_against=against, kind="verdict")
    with pytest.raises((IntegrityError, DataError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"update {table} set amount = {amount}")


def test_a_form_refuses_a_negative_amount_in_words() -> None:
    with pytest.raises(ValidationError, match="zero or more"):
        d.Case(caption="Roe v. Poe", category="civil", amount=Decimal("-1")).full_clean()


class TestDates:
    def test_a_case_is_not_closed_before_it_was_filed(self) -> None:
        case = d.Case(caption="Roe", category="civil", date_filed=date(2024, 5, 3), date_terminated=date(2024, 5, 2))
        with pytest.raises(ValidationError, match="closed before it was filed"):
            case.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            case.save()

    def test_a_month_that_holds_the_day_is_no_contradiction(self) -> None:
        a_case(date_filed=date(2024, 5, 3), date_terminated=date(2024, 5, 1), date_terminated_precision="month")
        a_case(date_filed=date(2024, 5, 3), date_terminated=date(2024, 1, 1), date_terminated_precision="year")

    @pytest.mark.parametrize(("day", "precision"), [(date(2024, 5, 3), "month"), (date(2024, 5, 1), "year")])
    def test_a_date_known_in_part_is_the_first_of_its_period(self, day: date, precision: str) -> None:
        case = a_case()
        refused(
            "update docket_case set date_filed = %s, date_filed_precision = %s where id = %s", [day, precision, case.pk]
        )

    def test_a_party_does_not_leave_before_it_came(self) -> None:
        member = a_party_in(a_case())
        refused(
            "update docket_caseparty set date_joined = '2024-05-03', date_terminated = '2024-05-02' where id = %s",
            [member.pk],
        )


class TestCircles:
    def test_a_filing_does_not_answer_itself_through_others(self) -> None:
        case = a_case()
        first, second, third = (a_filing_in(case) for _ in range(3))
        d.FilingLink.objects.create(from_filing=second, to_filing=first, kind="answers")
        d.FilingLink.objects.create(from_filing=third, to_filing=second, kind="replies_to")
        with pytest.raises(IntegrityError, match="circle"), transaction.atomic():
            d.FilingLink.objects.create(from_filing=first, to_filing=third, kind="amends")

    def test_two_filings_may_refer_to_each_other(self) -> None:
        case = a_case()
        first, second = a_filing_in(case), a_filing_in(case)
        d.FilingLink.objects.create(from_filing=second, to_filing=first, kind="refers_to")
        d.FilingLink.objects.create(from_filing=first, to_filing=second, kind="refers_to")
        settle()


class TestTwice:
    def test_a_docket_number_stands_once_in_a_forum(self) -> None:
        forum = d.Forum.objects.create(slug="cacd", name="Central District", kind="court")
        a_case(forum=forum, docket_number="2:24-cv-00001")
        twin = d.Case(caption="Another", category="civil", forum=forum, docket_number="2:24-cv-00001")
        with pytest.raises(ValidationError, match="already has a case of that docket number"):
            twin.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save()

    def test_the_same_number_may_stand_in_another_forum_or_be_unknown(self) -> None:
        for slug in ("cacd", "nmd"):
            forum = d.Forum.objects.create(slug=slug, name=slug, kind="court")
            a_case(forum=forum, docket_number="2:24-cv-00001")
            a_case(forum=forum)
            a_case(forum=forum)

    def test_a_case_has_one_primary_matter(self) -> None:
        case = a_case()
        d.CaseMatter.objects.create(case=case, matter=d.Matter.objects.create(title="A collapse"))
        with pytest.raises(IntegrityError), transaction.atomic():
            d.CaseMatter.objects.create(case=case, matter=d.Matter.objects.create(title="Another"))


class TestDeleting:
    def test_what_has_children_stays(self) -> None:
        case = a_case()
        a_filing_in(case)
        with pytest.raises(ProtectedError):
            case.delete()
        refused("delete from docket_case where id = %s", [case.pk])

    def test_a_draft_without_children_goes(self) -> None:
        case = a_case()
        case.delete()
        settle()
        assert not d.Case.objects.filter(pk=case.pk).exists()


@pytest.mark.parametrize("name", ["Adam Roe", "a.r.", "A.", "A R"])
def test_a_minor_is_shown_by_initials_only(name: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        p.Party.objects.create(name=name, is_minor=True)
    p.Party.objects.create(name="A.R.", is_minor=True)
