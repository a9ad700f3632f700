"""One number in many spellings: found by the site's and the desk's search, refused when entered a second time."""

import threading
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import Client

from docket.choices import ForumKind
from docket.desk.forms.same_number import UNTOLD
from docket.forums.renumbering import renumber
from docket.forums.table.loading import load_forums
from docket.forums.table.shape import ForumRow
from docket.intake.merging.which_case import wait_for_number
from docket.models import Case, Forum
from docket.publishing import verbs
from tests import cluster
from tests.desk_forms import errors
from tests.publishing.test_wall_migrations import wait_until_somebody_waits
from tests.records.desk_cast import a_case, address, list_of, member, new, publish, typed
from tests.records.listing_records import as_public

NUMBERS = {"us_district": "1:03-cr-00076", "us_appellate": "21-1397", "lasc": "23STCV09871"}
SPELLINGS = [
    ("lasc", "23 STCV 09871"),
    ("lasc", "23stcv09871"),
    ("lasc", "23-STCV-09871"),
    ("us_district", "1:03-cr-00076-ABC-DEF-1"),
    ("us_district", "01:03-cr-000076"),
    ("us_district", "1:03-cr-76"),
    ("us_district", "03cr76"),
    ("us_appellate", "No. 21-1397"),
    ("us_appellate", "Case No. 21-01397"),
]


def forum(pattern: str) -> Forum:
    defaults = {"kind": "court", "name": f"Court of {pattern}", "docket_pattern": pattern}
    return Forum.objects.get_or_create(slug=pattern.replace("_", "-"), defaults=defaults)[0]


def numbered(number: str, pattern: str = "us_district", caption: str = "Roe v. Poe") -> Case:
    case: Case = a_case(caption, forum=forum(pattern), docket_number=number)
    return case


def entered(client: Client, number: str, pattern: str = "us_district") -> Any:
    """What the desk answers to a case typed by hand."""
    sent = typed(client.get(new(Case)))
    sent |= {"caption": "Vole v. Heron", "category": "civil", "docket_number": number, "forum": forum(pattern).pk}
    return client.post(new(Case), sent)


@pytest.mark.usefixtures("committed")
class TestSearch:
    @pytest.mark.urls("config.urls_public")
    def test_the_site_finds_each_of_nine_spellings(self) -> None:
        cases = {pattern: publish(numbered(number, pattern)) for pattern, number in NUMBERS.items()}
        found = []
        with as_public():
            for pattern, spelling in SPELLINGS:
                rows = Client().get("/cases/", {"q": spelling}).context["rows"]
                found.append([row.pk for row in rows] == [cases[pattern].pk])
                print(f"site: {spelling:25} {'found' if found[-1] else 'not found'}")
        print(f"site: {sum(found)} of {len(found)} spellings found")
        assert all(found), list(zip(SPELLINGS, found, strict=True))

    def test_the_desk_finds_each_of_nine_spellings(self) -> None:
        cases = {pattern: numbered(number, pattern) for pattern, number in NUMBERS.items()}
        editor, found = member("editor"), []
        for pattern, spelling in SPELLINGS:
            rows = editor.get(list_of(Case), {"q": spelling}).context["cl"].result_list
            found.append([row.pk for row in rows] == [cases[pattern].pk])
            print(f"desk: {spelling:25} {'found' if found[-1] else 'not found'}")
        print(f"desk: {sum(found)} of {len(found)} spellings found")
        assert all(found), list(zip(SPELLINGS, found, strict=True))

    @pytest.mark.urls("config.urls_public")
    def test_a_number_without_its_office_finds_every_office_and_one_with_it_its_own(self) -> None:
        for number in ("1:20-cv-00001", "2:20-cv-00001", "20-cv-1"):
            publish(numbered(number, caption=f"Case {number}"))
        with as_public():

            def shown(text: str) -> set[str]:
                return {row.docket_number for row in Client().get("/cases/", {"q": text}).context["rows"]}

            assert shown("20cv1") == {"1:20-cv-00001", "2:20-cv-00001", "20-cv-1"}
            assert shown("2:20-cv-1") == {"2:20-cv-00001", "20-cv-1"}

    def test_a_sealed_case_keeps_its_number_in_the_public_s_tables_and_nothing_more(self) -> None:
        case = publish(numbered("1:03-cr-76"))
        verbs.act("seal", case, actor=None, reason="order of 3 May")
        row = Case.objects.using("published").get()
        assert (row.docket_number, row.docket_number_normal, row.caption) == ("1:03-cr-76", "1:03-cr-00076", "")
        verbs.act("remove", case, actor=None, reason="order of 4 May")
        row = Case.objects.using("published").get()
        assert (row.docket_number, row.docket_number_normal) == ("", "")


@pytest.mark.django_db
class TestColumn:
    def test_it_follows_the_number_at_each_save(self) -> None:
        case = numbered("03cr76")
        assert case.docket_number_normal == "03-cr-00076"
        case.docket_number = "1:03-cr-76"
        case.save(update_fields=["docket_number"])
        case.refresh_from_db()
        assert case.docket_number_normal == "1:03-cr-00076"

    def test_a_case_without_forum_or_number_is_saved(self) -> None:
        assert a_case(docket_number="Index No. 650001/2020").docket_number_normal == "650001/2020"
        assert a_case().docket_number_normal == ""

    def test_it_follows_the_form_of_the_forum_s_numbers(self) -> None:
        court = Forum.objects.create(slug="somewhere", kind="court", name="Somewhere")
        case = a_case(forum=court, docket_number="03cr76")
        load_forums([ForumRow(slug="somewhere", name="Somewhere", kind=ForumKind.COURT, docket_pattern="us_district")])
        case.refresh_from_db()
        assert case.docket_number_normal == "03-cr-00076"
        assert renumber([court]) == 0

    def test_it_follows_when_staff_choose_another_form(self) -> None:
        case = numbered("03cr76", "lasc")
        editor = member("chief")
        sent = typed(editor.get(address(case.forum))) | {"docket_pattern": "us_district"}
        assert editor.post(address(case.forum), sent).status_code == 302
        case.refresh_from_db()
        assert case.docket_number_normal == "03-cr-00076"


@pytest.mark.usefixtures("committed")
class TestDuplicates:
    @pytest.mark.parametrize(("pattern", "spelling"), [*SPELLINGS, *((p, n) for p, n in NUMBERS.items())])
    def test_a_case_of_that_number_is_not_entered_twice(self, pattern: str, spelling: str) -> None:
        case = numbered(NUMBERS[pattern], pattern)
        answer = entered(member("clerk"), spelling, pattern)
        assert answer.status_code == 200
        (said,) = errors(answer)
        assert said.startswith("This forum already has a case of that docket number: Roe v. Poe")
        assert f'<a href="{address(case, "workspace")}">' in answer.content.decode()
        assert Case.objects.count() == 1

    @pytest.mark.parametrize(
        ("pattern", "number"),
        [("us_district", "2:03-cr-00076"), ("us_district", "1:03-cv-00076"), ("us_appellate", "03-76")],
    )
    def test_another_case_is_entered(self, pattern: str, number: str) -> None:
        numbered(NUMBERS["us_district"])
        assert entered(member("clerk"), number, pattern).status_code == 302
        assert Case.objects.count() == 2

    def test_each_defendant_may_have_a_case(self) -> None:
        numbered("1:03-cr-00076-ABC-1")
        assert entered(member("clerk"), "1:03-cr-00076-ABC-2").status_code == 302

    @pytest.mark.parametrize("act", ["seal", "remove"])
    @pytest.mark.parametrize("spelling", ["1:03-cr-00076", "03cr76"])
    def test_without_clearance_nobody_learns_of_a_case_under_seal(self, act: str, spelling: str) -> None:
        case = publish(numbered(NUMBERS["us_district"], caption="Canary v. Canary"))
        verbs.act(act, case, actor=None, reason="order of 3 May")
        answer = entered(member("clerk"), spelling)
        assert errors(answer) == [UNTOLD]
        page = answer.content.decode()
        assert "Canary" not in page
        assert address(case, "workspace") not in page
        assert "already" not in page
        assert not {"seal", "case of that"} & set(UNTOLD.split())

    def test_with_clearance_the_way_to_it_is_shown(self) -> None:
        case = publish(numbered(NUMBERS["us_district"]))
        verbs.act("seal", case, actor=None, reason="order of 3 May")
        assert address(case, "workspace") in entered(member("chief"), "03cr76").content.decode()

    def test_an_edit_that_leaves_the_number_alone_is_saved(self) -> None:
        case, _ = numbered("03cr76"), numbered("1:03-cr-00076")
        editor = member("editor")
        sent = typed(editor.get(address(case))) | {"caption": "Roe v. Poe, as corrected"}
        assert editor.post(address(case), sent).status_code == 302

    def test_an_edit_to_another_case_s_number_is_refused(self) -> None:
        numbered("1:03-cr-00076")
        case = numbered("1:04-cr-00001")
        editor = member("editor")
        answer = editor.post(address(case), typed(editor.get(address(case))) | {"docket_number": "03cr76"})
        assert len(errors(answer)) == 1

    def test_an_expunged_number_is_free(self) -> None:
        verbs.act("expunge", publish(numbered("1:03-cr-00076")), actor=None, reason="order of 3 May")
        assert entered(member("clerk"), "1:03-cr-00076").status_code == 302

    def test_of_two_at_once_one_is_refused_in_words(self) -> None:
        clerk, court = member("clerk"), forum("us_district")
        sent = typed(clerk.get(new(Case)))
        sent |= {"caption": "Vole v. Heron", "category": "civil", "docket_number": "03cr76", "forum": court.pk}
        answers: list[Any] = []

        def enter() -> None:
            try:
                answers.append(clerk.post(new(Case), sent))
            finally:
                connections.close_all()

        with transaction.atomic():
            wait_for_number(court, "1:03-cr-00076")
            numbered("1:03-cr-00076")
            other = threading.Thread(target=enter)
            other.start()
            wait_until_somebody_waits(cluster.TEST_DATABASE)
        other.join(20)
        assert len(errors(answers[0])) == 1
        assert Case.objects.count() == 1
