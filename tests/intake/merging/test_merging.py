"""What the merge makes of a docket that was read, without a page: panels, other numbers, namesakes, who may.

Pages are merged from end to end in tests/intake/merging/test_merge.py.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied

from docket.intake.merging.merge import merge
from docket.intake.merging.rulings import rulings_are_read
from docket.intake.report import FileReport
from docket.intake.shape import (
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
    ImportedRelated,
    ImportedSource,
    Kind,
)
from docket.models import Case, CaseNumber, Filing, StaffNote
from docket.publishing import verbs
from parties import merging
from parties.models import Party
from tests.court_pages.importing import make_forum

pytestmark = pytest.mark.django_db
MARSH, POE = ImportedParty("Ottoline Marsh", "Plaintiff"), ImportedParty("Poe Pictures, LLC", "Defendant")


def docket(number: str = "3:21-cv-01234", **said: Any) -> ImportedDocket:
    """A docket of a district court that says little."""
    common: dict[str, Any] = {"kind": Kind.DISTRICT, "court_id": "cand", "caption": "Marsh v. Poe"}
    case = {"source": ImportedSource("page", number.ljust(64, "0")), "source_case_id": number[-4:]}
    return ImportedDocket(docket_number=number, **common | case | said)


def merged(said: ImportedDocket, **options: Any) -> tuple[Case, FileReport]:
    report = FileReport("page")
    case = merge(said, make_forum(said.court_id), report, **options)
    return Case.objects.get(pk=case.pk), report


def notice(ordinal: int, day: date | None, number: str | None = None) -> ImportedEntry:
    return ImportedEntry(ordinal, number, day, None, "NOTICE of hearing")


def test_a_case_stays_a_draft_unless_it_is_to_be_published() -> None:
    case, _ = merged(docket(entries=(notice(0, date(2021, 3, 1)),)))
    assert (case.visibility, case.filings.get().visibility) == ("draft", "draft")
    case, _ = merged(docket(entries=(notice(0, date(2021, 3, 1)),)), publish=True)
    assert (case.visibility, case.filings.get().visibility) == ("public", "public")


class TestOfficials:
    def panel(self, case: Case) -> list[str]:
        return list(case.officials.filter(role="panel_judge").order_by("pk").values_list("name", flat=True))

    def test_each_judge_of_a_panel_has_a_row_and_none_twice(self) -> None:
        said = docket("21-15999", kind=Kind.APPELLATE, court_id="ca9", panel=("Ada Flint", "Bo Reed", "Cy Marl"))
        case, _ = merged(said)
        assert self.panel(case) == ["Ada Flint", "Bo Reed", "Cy Marl"]
        merged(said)
        assert self.panel(case) == ["Ada Flint", "Bo Reed", "Cy Marl"]

    def test_a_judge_who_joins_the_panel_takes_nobody_s_row(self) -> None:
        said = docket("21-15999", kind=Kind.APPELLATE, court_id="ca9", panel=("Ada Flint", "Bo Reed"))
        case, _ = merged(said)
        merged(replace(said, panel=("Dee Wick", "Ada Flint", "Bo Reed")))
        assert self.panel(case) == ["Ada Flint", "Bo Reed", "Dee Wick"]

    def test_a_bankruptcy_has_a_bankruptcy_judge(self) -> None:
        case, _ = merged(docket("21-10001", kind=Kind.BANKRUPTCY, court_id="alsb", assigned_to="Ada Flint"))
        assert [(row.role, row.name) for row in case.officials.all()] == [("bankruptcy_judge", "Ada Flint")]


class TestOtherNumbers:
    @pytest.mark.parametrize(
        ("kind", "called"),
        [
            ("appeal_of", "lower_court"),
            ("transferred_to", "transferee"),
            ("related", "related"),
            ("transferred_from", "other"),
        ],
    )
    def test_the_number_of_another_proceeding_is_a_number_of_the_case(self, kind: str, called: str) -> None:
        below = make_forum("alsb")
        related = ImportedRelated(kind, court="Bankruptcy Court", court_id="alsb", numbers=("21-10001", "21-10002"))
        for _ in range(2):
            merged(docket(related=(related,)))
        found = [(row.kind, row.number, row.forum) for row in CaseNumber.objects.order_by("number")]
        assert found == [(called, "21-10001", below), (called, "21-10002", below)]


class TestNamesakes:
    def test_staff_are_asked_whether_a_known_name_is_the_same_person_and_told_how_many_have_it(self) -> None:
        merged(docket(parties=(MARSH,)))
        merged(docket("3:21-cv-00002", parties=(replace(MARSH, name="OTTOLINE MARSH"),)))
        merged(docket("3:21-cv-00003", parties=(MARSH,)))
        first, second, third = Party.objects.order_by("pk")
        notes = list(StaffNote.objects.filter(kind="same_person").order_by("pk"))
        assert [(note.party, note.other_party) for note in notes] == [(second, first), (third, first)]
        asked = "Same person? An import brought “{}”, a name already in the record."
        assert notes[0].text == asked.format("OTTOLINE MARSH")
        assert notes[1].text == asked.format("Ottoline Marsh") + " 2 parties have this name."

    def test_the_question_names_the_one_who_stays_where_the_known_name_was_merged(self) -> None:
        merged(docket(parties=(MARSH,)))
        stays = Party.objects.create(name="Ottoline Q. Marsh")
        merging.merge(stays, Party.objects.get(name="Ottoline Marsh"))
        merged(docket("3:21-cv-00002", parties=(MARSH,)))
        assert StaffNote.objects.get(kind="same_person").other_party == stays

    def test_nobody_is_asked_about_a_new_name(self) -> None:
        merged(docket(parties=(MARSH,)))
        merged(docket("3:21-cv-00002", parties=(POE,)))
        assert not StaffNote.objects.filter(kind="same_person").exists()


class TestAgain:
    def test_a_party_that_staff_removed_does_not_come_back(self) -> None:
        case, _ = merged(docket(parties=(MARSH, POE)))
        case.case_parties.get(party__name=POE.name).delete()
        _, report = merged(docket(parties=(MARSH, POE)))
        assert [row.party.name for row in case.case_parties.all()] == [MARSH.name]
        assert (report.parties.new, report.parties.skipped, report.parties.unchanged) == (0, 1, 1)

    def test_a_party_that_is_there_is_neither_skipped_nor_added(self) -> None:
        case, _ = merged(docket(parties=(MARSH, MARSH)))
        _, report = merged(docket(parties=(MARSH, MARSH, MARSH)))
        assert (report.parties.new, report.parties.skipped, report.parties.unchanged) == (1, 0, 2)
        assert case.case_parties.count() == 3

    def test_entries_of_the_same_words_are_told_apart_by_their_day(self) -> None:
        days = [date(2021, 3, 1), date(2021, 3, 8)]
        entries = tuple(notice(place, day) for place, day in enumerate(days))
        case, _ = merged(docket(entries=entries))
        Filing.objects.get(date_filed=days[0]).delete()
        _, report = merged(docket(entries=entries))
        assert (report.filings.new, report.filings.skipped, report.filings.unchanged) == (0, 1, 1)
        assert [filing.date_filed for filing in case.filings.all()] == days[1:]

    def test_a_longer_page_counts_what_it_adds(self) -> None:
        entries = tuple(notice(n, date(2021, 3, 1 + n), str(n + 1)) for n in range(3))
        merged(docket(entries=entries[:1]))
        _, report = merged(docket(entries=entries))
        assert (report.filings.new, report.filings.unchanged) == (2, 1)


class TestWhoMay:
    def test_only_who_may_publish_imports_into_a_public_case(self) -> None:
        clerk = User.objects.create_user("clerk")
        case, _ = merged(docket(parties=(MARSH,)), user=clerk)
        merged(docket(parties=(MARSH, POE)), user=clerk)
        verbs.act("publish", case, actor=None, reason="ready")
        longer = docket(parties=(MARSH, POE, replace(POE, name="Moe, Max")))
        with pytest.raises(PermissionDenied, match="The case is public"):
            merged(longer, user=clerk)
        clerk.user_permissions.add(*Permission.objects.filter(codename="publish_record"))
        _, report = merged(longer, user=User.objects.get(pk=clerk.pk))
        assert report.parties.new == 1

    def test_the_command_line_asks_for_no_permission(self) -> None:
        merged(docket(parties=(MARSH,)), publish=True)
        _, report = merged(docket(parties=(MARSH, POE)))
        assert report.parties.new == 1


class TestRulings:
    def test_a_docket_makes_them_readable_and_a_feed_into_a_case_of_the_staff_does_not(self) -> None:
        entered = Case.objects.create(caption="Roe v. Poe", category="civil")
        assert rulings_are_read(entered, Kind.DISTRICT) is True
        assert rulings_are_read(entered, Kind.RSS) is False
        assert rulings_are_read(entered, Kind.ATTACHMENTS) is True
        merged(docket())
        assert rulings_are_read(Case.objects.exclude(pk=entered.pk).get(), Kind.RSS) is True
