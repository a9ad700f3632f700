"""A look at a followed source: what comes is imported into its own case, what fails is told and changes nothing."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command

from docket.intake.background.following import look_at_due
from docket.intake.followed import look as looking
from docket.intake.followed.look import look, take
from docket.models import Case, Filing, FollowedSource, FollowedState, ImportedFile, Source
from docket.publishing import verbs
from tests.court_pages import notices, recap_pages
from tests.court_pages.court_pages import NUMBER, feed, supreme_court
from tests.court_pages.importing import imported, make_forum, record
from tests.court_pages.pacer_pages import Row, district
from tests.processes.background import never
from tests.processes.court_site import CourtSite, Written

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FEED, FEED_PATH = "https://ecf.cand.uscourts.gov/cgi-bin/rss_outside.pl", "/cgi-bin/rss_outside.pl"
SCOTUS_PATH = "/RSS/Cases/JSON/24-966.json"
NEW = (Row("3", "", "04/06/2021", "03501111133", 33), "Motion to Dismiss")
OTHER = """<item><title>3:21-cv-09999 Poe v. Quince</title>
<link>https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?379999</link><description>[Complaint] (&#x3C;a
href=&#x22;https://ecf.cand.uscourts.gov/doc1/03501119999?caseid=379999&#x26;de_seq_num=1&#x22;
&#x3E;1&#x3C;/a&#x3E;)</description>
<guid isPermaLink="true">https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?379999&#x26;1</guid>
<pubDate>Tue, 06 Apr 2021 19:14:31 GMT</pubDate></item>"""


def author(*, may: str = "docket.add_importedfile docket.publish_record") -> Any:
    user = get_user_model().objects.create_user("ines", is_staff=True)
    names = [name.partition(".")[2] for name in may.split()]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="docket", codename__in=names))
    return user


def a_case() -> Case:
    make_forum("cand")
    imported(district())
    return Case.objects.get()


def followed(case: Case, kind: str = "feed", address: str = FEED, **columns: Any) -> FollowedSource:
    columns = {"pace": 6, "author": columns.pop("author", None) or author(), **columns}
    source = FollowedSource(case=case, kind=kind, address=address, **columns)
    source.full_clean()
    source.save()
    return reread(source)


def reread(source: FollowedSource) -> FollowedSource:
    return FollowedSource.objects.select_related("case__forum", "author", "state").get(pk=source.pk)


def looked(source: FollowedSource, at: datetime = NOW) -> FollowedState:
    """The state after a look."""
    look(reread(source), at)
    return FollowedState.objects.get(source=source)


def rest() -> dict[str, list[Any]]:
    """The record without what the worker notes of sources."""
    return {table: rows for table, rows in record().items() if table != "docket_followedstate"}


def test_what_is_new_in_the_courts_feed_is_imported_into_its_case_and_no_other_case_is_made(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW], more=OTHER), headers={"ETag": '"a"'})
    state = looked(source)
    filing = case.filings.get(entry_number="3")
    assert (filing.date_filed, filing.date_entered) == (None, date(2021, 4, 6))
    assert (state.came, state.came_at, state.trouble) == ("1 new filing", NOW, "")
    assert (state.worked_at, state.next_look, state.etag) == (NOW, NOW + timedelta(hours=6), '"a"')
    assert list(Case.objects.all()) == [case]
    assert ImportedFile.objects.get(kind="court RSS feed").imported_by == source.author


def test_an_unchanged_source_is_asked_whether_it_changed_and_leaves_no_trace(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW]), headers={"ETag": '"a"', "Last-Modified": "Tue, 06 Apr 2021"})
    looked(source)
    before = rest()
    state = looked(source, NOW + timedelta(hours=6))
    _, headers = site.asked[-1]
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"a"', "Tue, 06 Apr 2021")
    assert (state.worked_at, state.came_at, state.trouble) == (NOW + timedelta(hours=6), NOW, "")
    assert rest() == before


def test_an_answer_that_only_other_cases_changed_leaves_no_trace(site: CourtSite) -> None:
    """A feed is another file at every look: a source is named for what it brought, not for each look."""
    source = followed(a_case())
    site.answers[FEED_PATH] = [Written(feed([NEW])), Written(feed([NEW], more=OTHER)), Written(feed([], more=OTHER))]
    looked(source)
    before = rest()
    for hours in (6, 12):
        assert looked(source, NOW + timedelta(hours=hours)).trouble == ""
        assert rest() == before
    assert Source.objects.count() == 2


@pytest.mark.parametrize("answer", [Written("down", 503), Written("slow", 429), Written("x" * 400, cut=20)])
def test_a_source_that_does_not_answer_is_left_alone_for_longer_each_time(site: CourtSite, answer: Written) -> None:
    source = followed(a_case())
    before = rest()
    site.answers[FEED_PATH] = answer
    waits = []
    for _ in range(7):
        state = looked(source)
        waits.append((state.next_look - NOW) / timedelta(hours=1))
    assert waits == [12, 24, 48, 96, 168, 168, 168]
    assert (state.failures, state.failing_since, state.worked_at, state.etag) == (7, NOW, None, "")
    assert state.trouble
    assert rest() == before
    site.answers[FEED_PATH] = Written(feed([NEW]))
    state = looked(source)
    assert (state.failures, state.failing_since, state.trouble) == (0, None, "")
    assert state.next_look == NOW + timedelta(hours=6)


def test_what_a_source_asks_for_counts_where_it_is_more(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = [
        Written("", 429, {"Retry-After": "172800"}),
        Written("", 503, {"Retry-After": "60"}),
        Written("", 503, {"Retry-After": "999999999"}),
    ]
    assert [(looked(source).next_look - NOW) / timedelta(hours=1) for _ in range(3)] == [48, 24, 168]


def test_half_a_feed_that_looks_whole_to_http_changes_nothing(site: CourtSite) -> None:
    source = followed(a_case())
    before = rest()
    whole = feed([NEW])
    site.answers[FEED_PATH] = Written(whole[: whole.index("</item>")], headers={"ETag": '"half"'})
    state = looked(source)
    assert "breaks off" in state.trouble
    assert (state.etag, state.worked_at, state.failing_since) == ("", None, NOW)
    assert rest() == before


def test_a_case_that_was_renamed_at_the_court_asks_and_changes_nothing(site: CourtSite) -> None:
    source = followed(a_case())
    before = rest()
    site.answers[FEED_PATH] = Written(feed([NEW]).replace("Marsh v. Brightwater Pictures, LLC", "Poe v. Quince"))
    state = looked(source)
    assert "“Poe v. Quince”" in state.trouble
    assert "the record has “Marsh v. Brightwater Pictures, LLC”" in state.trouble
    assert "differ in caption and parties" in state.trouble
    assert (state.failures, state.next_look) == (0, NOW + timedelta(hours=6))
    assert rest() == before


def test_once_staff_gave_the_case_its_new_name_it_is_followed_again(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW]).replace("Marsh v. Brightwater Pictures, LLC", "Poe v. Quince"))
    assert looked(source).failing_since == NOW
    Case.objects.filter(pk=case.pk).update(caption="Poe v. Quince", caption_short="")
    state = looked(source, NOW + timedelta(hours=6))
    assert (state.trouble, state.failing_since) == ("", None)
    assert case.filings.filter(entry_number="3").exists()


def test_another_case_under_the_address_changes_nothing(site: CourtSite) -> None:
    make_forum("scotus")
    imported(supreme_court(), "24-966.json")
    source = followed(Case.objects.get(), "supreme_court", "24-966", counts_as_check=True)
    before = rest()
    site.answers[SCOTUS_PATH] = Written(supreme_court(CaseNumber="24-967 "))
    assert (
        "shows another case: “Ottoline Marsh, Petitioner v. Brightwater Pictures, LLC”, No. 24-967"
        in looked(source).trouble
    )
    site.answers[SCOTUS_PATH] = Written(
        supreme_court(PetitionerTitle="Ann Poe, Petitioner", RespondentTitle="Quince Ltd.", Petitioner=[])
    )
    assert "caption and parties" in looked(source).trouble
    assert rest() == before


def test_a_case_that_the_court_sealed_is_refused_and_shown(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    before = rest()
    sealed = feed([NEW]).replace("Marsh v. Brightwater Pictures, LLC", "SEALED v. SEALED")
    for answer in (sealed, sealed.replace("</channel>", f"{OTHER}</channel>")):
        site.answers[FEED_PATH] = Written(answer)
        state = looked(source)
        assert "not open to the public" in state.trouble
        assert state.worked_at is None
        assert rest() == before


def test_another_case_of_the_feed_that_the_court_sealed_hinders_nothing(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW], more=OTHER.replace("Poe v. Quince", "SEALED v. SEALED")))
    assert (looked(source).came, Filing.objects.filter(entry_number="3").count()) == ("1 new filing", 1)


def test_a_feed_of_another_court_is_told_of(site: CourtSite) -> None:
    make_forum("cacd")
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW], court="cacd"))
    assert "of another court (cacd)" in looked(source).trouble


def test_the_supreme_courts_docket_makes_the_case_checked_on_the_day_only_when_the_look_worked(
    site: CourtSite,
) -> None:
    make_forum("scotus")
    imported(supreme_court(), "24-966.json")
    case = Case.objects.get()
    source = followed(case, "supreme_court", "24-966", counts_as_check=True)
    Case.objects.update(last_checked=None)

    def checked() -> date | None:
        return Case.objects.get(pk=case.pk).last_checked

    for answer in (Written("", 500), Written("{"), Written(supreme_court(), cut=30)):
        site.answers[SCOTUS_PATH] = answer
        looked(source)
        assert checked() is None
    site.answers[SCOTUS_PATH] = Written(supreme_court(), headers={"ETag": '"x"'})
    looked(source)
    assert checked() == NOW.date()
    looked(source, NOW + timedelta(days=1))  # 304
    assert checked() == NOW.date() + timedelta(days=1)
    newest: Any = case.history.order_by("-pgh_id").first()  # type: ignore[attr-defined]
    assert newest.pgh_context.metadata["user"] == source.author_id
    source.counts_as_check = False
    source.save()
    looked(source, NOW + timedelta(days=2))
    assert checked() == NOW.date() + timedelta(days=1)


def test_new_lines_of_the_supreme_courts_docket_come(site: CourtSite) -> None:
    make_forum("scotus")
    imported(supreme_court(), "24-966.json")
    source = followed(Case.objects.get(), "supreme_court", "24-966")
    lines = json.loads(supreme_court())["ProceedingsandOrder"]
    lines.append({"Date": "May 01 2025", "Text": "DISTRIBUTED for Conference of 5/22/2025.", "Links": []})
    site.answers[SCOTUS_PATH] = Written(supreme_court(ProceedingsandOrder=lines, sJsonCreationDate="05/06/2025"))
    assert looked(source).came == "1 new filing"


def courtlistener(site: CourtSite, *entries: Any) -> None:
    """The docket and its entries, one a page, as the API gives them."""
    api = "/api/rest/v4"
    site.answers[f"{api}/dockets/{recap_pages.DOCKET}/"] = Written(json.dumps(recap_pages.docket()))
    path = f"{api}/docket-entries/?docket={recap_pages.DOCKET}"
    for place, each in enumerate(entries):
        following = f"{path}&cursor={place + 1}" if place + 1 < len(entries) else None
        told = {"next": following and f"https://www.courtlistener.com{following}", "previous": None, "results": [each]}
        site.answers[path] = Written(json.dumps(told))
        path = following or path


def test_a_docket_of_courtlistener_is_asked_for_page_by_page_with_the_token(site: CourtSite, settings: Any) -> None:
    source = followed(a_case(), "courtlistener", str(recap_pages.DOCKET))
    courtlistener(
        site, recap_pages.COMPLAINT, recap_pages.ANSWER | {"entry_number": 9, "id": 99, "description": "NOTICE."}
    )
    assert "put yours into the file secrets/courtlistener_token" in looked(source).trouble
    assert site.asked == []
    (settings.SECRETS_FOLDER / "courtlistener_token").write_text("abc123\n")
    state = looked(source)
    assert state.trouble == ""
    assert "new filing" in state.came
    assert source.case.filings.filter(entry_number="9").exists()
    assert {headers["Authorization"] for _, headers in site.asked} == {"Token abc123"}
    assert len(site.asked) == 3
    before = rest()
    assert looked(source, NOW + timedelta(hours=6)).trouble == ""
    assert rest() == before


def test_the_next_page_of_courtlistener_is_asked_for_there_only(site: CourtSite, settings: Any) -> None:
    (settings.SECRETS_FOLDER / "courtlistener_token").write_text("abc123\n")
    source = followed(a_case(), "courtlistener", str(recap_pages.DOCKET))
    courtlistener(site, recap_pages.COMPLAINT)
    path = f"/api/rest/v4/docket-entries/?docket={recap_pages.DOCKET}"
    told: dict[str, Any] = {"next": "https://ecf.cand.uscourts.gov/take/the/token", "previous": None, "results": []}
    site.answers[path] = Written(json.dumps(told))
    assert "is not asked" in looked(source).trouble
    assert all(path.startswith("/api/rest/v4/") for path in site.paths())


def test_a_docket_of_courtlistener_without_end_is_left(
    site: CourtSite, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (settings.SECRETS_FOLDER / "courtlistener_token").write_text("abc123\n")
    monkeypatch.setattr("docket.intake.followed.asking.MOST_PAGES", 4)
    source = followed(a_case(), "courtlistener", str(recap_pages.DOCKET))
    courtlistener(site, recap_pages.COMPLAINT)
    path = f"/api/rest/v4/docket-entries/?docket={recap_pages.DOCKET}"
    told: dict[str, Any] = {"next": f"https://www.courtlistener.com{path}", "previous": None, "results": []}
    site.answers[path] = Written(json.dumps(told))
    assert "too large" in looked(source).trouble


@pytest.fixture
def inbox(settings: Any) -> Path:
    folder: Path = settings.INBOX_FOLDER / "marsh"
    folder.mkdir()
    return folder


def test_notices_of_a_folder_are_imported_once_and_those_of_other_cases_passed_over(inbox: Path) -> None:
    case = a_case()
    source = followed(case, "inbox", "marsh")
    (inbox / "1.eml").write_text(notices.mail())
    other = notices.notice(number="3:21-cv-09999", title="Poe v. Quince").replace("371234", "379999")
    (inbox / "2.eml").write_text(notices.mail(other))
    (inbox / "readme.txt").write_text("no notice")
    state = looked(source)
    assert (state.trouble, len(state.read_files)) == ("", 2)
    assert "1 new filing" in state.came
    assert list(Case.objects.all()) == [case]
    before = rest()
    assert looked(source).trouble == ""
    assert rest() == before
    (inbox / "2.eml").unlink()
    (inbox / "3.eml").write_text(notices.mail(notices.notice(entry="8", text="ORDER by Judge Sable.")))
    assert len(looked(source).read_files) == 2
    assert case.filings.filter(entry_number="8").exists()


def test_a_notice_that_cannot_be_read_is_told_of_until_it_is_taken_away_and_holds_nothing_up(inbox: Path) -> None:
    source = followed(a_case(), "inbox", "marsh")
    (inbox / "1.eml").write_text(notices.mail()[:900])
    (inbox / "2.eml").write_text(notices.mail())
    state = looked(source)
    assert state.trouble.startswith("1.eml: ")
    assert "1 new filing" in state.came
    assert state.next_look == NOW + timedelta(hours=6)
    assert looked(source, NOW + timedelta(hours=6)).failing_since == NOW
    (inbox / "1.eml").unlink()
    assert looked(source).trouble == ""


def test_a_link_out_of_the_folder_is_not_followed(inbox: Path, tmp_path: Path) -> None:
    source = followed(a_case(), "inbox", "marsh")
    (tmp_path / "outside.eml").write_text(notices.mail())
    (inbox / "1.eml").symlink_to(tmp_path / "outside.eml")
    os.mkfifo(inbox / "2.eml")
    state = looked(source)
    assert (state.came, state.trouble) == ("", "")
    inbox.rename(tmp_path / "away")
    inbox.symlink_to(tmp_path / "away")
    assert "There is no folder" in looked(source).trouble


@pytest.mark.parametrize("lost", ["is_active", "is_staff", "permission"])
def test_who_may_no_longer_import_follows_nothing(site: CourtSite, lost: str) -> None:
    user = author()
    source = followed(a_case(), author=user)
    if lost == "permission":
        user.user_permissions.clear()
    else:
        get_user_model().objects.update(**{lost: False})
    assert "ines may no longer import" in looked(source).trouble
    assert site.asked == []


def test_of_a_draft_everything_comes_as_a_draft(site: CourtSite) -> None:
    case = a_case()
    site.answers[FEED_PATH] = Written(feed([NEW]))
    looked(followed(case, author=author(may="docket.add_importedfile")))
    assert case.filings.get(entry_number="3").visibility == "draft"


@pytest.mark.parametrize(("new_filings", "becomes"), [("draft", "draft"), ("public", "public")])
def test_of_a_public_case_it_is_held_or_published_as_the_case_says(
    site: CourtSite, new_filings: str, becomes: str
) -> None:
    case = a_case()
    verbs.act("publish", case, actor=None, reason="checked")
    Case.objects.update(new_filings=new_filings)
    site.answers[FEED_PATH] = Written(feed([NEW]))
    assert looked(followed(case)).trouble == ""
    assert case.filings.get(entry_number="3").visibility == becomes


def test_into_a_public_case_nothing_comes_in_the_name_of_who_may_not_publish(site: CourtSite) -> None:
    case = a_case()
    source = followed(case, author=author(may="docket.add_importedfile"))
    verbs.act("publish", case, actor=None, reason="checked")
    assert "may not publish" in looked(source).trouble
    assert site.asked == []


def test_a_fault_of_the_program_is_told_of_and_the_next_source_is_looked_at(
    site: CourtSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = followed(a_case())
    monkeypatch.setattr(looking, "ask", lambda *given: 1 / 0)
    state = looked(source)
    assert "fault of the program" in state.trouble
    assert state.failures == 1


def test_what_is_said_of_a_look_names_no_other_case_of_the_record(site: CourtSite) -> None:
    """Whoever sees the case reads it, also who may not see the other one."""
    case = a_case()
    site.answers[FEED_PATH] = Written(feed([NEW]))
    may = "docket.add_importedfile docket.publish_record docket.seal_record"
    source = followed(case, author=author(may=may))
    other = Case.objects.create(
        forum=case.forum, docket_number="3:21-cv-1234", caption="Canary v. Poe", category="civil"
    )
    Case.objects.filter(pk=other.pk).update(court_case_id="371234")
    said = [looked(source).trouble]
    verbs.act("seal", other, actor=None, reason="ordered", authority="Order")
    said.append(looked(source).trouble)
    assert all(said)
    assert [words for words in said if "Canary" in words or "under seal" in words or "cv-1234" in words] == []


# Which are looked at, and when


def test_the_worker_looks_at_what_is_due_and_at_nothing_of_a_case_under_seal(site: CourtSite) -> None:
    case = a_case()
    source = followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW]))
    look_at_due(never)
    assert len(site.asked) == 1
    look_at_due(never)
    assert len(site.asked) == 1
    reread(source).save()  # whoever saves it begins anew
    verbs.act("seal", case, actor=None, reason="ordered", authority="Order")
    look_at_due(never)
    verbs.act("unseal", case, actor=None, reason="opened", authority="Order")
    FollowedSource.objects.update(is_on=False)
    look_at_due(never)
    assert len(site.asked) == 1
    FollowedSource.objects.update(is_on=True)
    look_at_due(lambda: True)
    assert len(site.asked) == 1
    look_at_due(never)
    assert len(site.asked) == 2


def test_a_source_is_looked_at_by_one_worker_at_a_time() -> None:
    source = followed(a_case())
    other = reread(source)
    assert take(source, NOW)
    assert not take(other, NOW)


def test_a_source_that_was_changed_during_the_look_begins_anew(site: CourtSite) -> None:
    source = followed(a_case())
    site.answers[FEED_PATH] = Written(feed([NEW]), headers={"ETag": '"a"'})
    old = reread(source)
    source.pace = 12
    source.save()
    look(old, NOW)
    state = FollowedState.objects.get()
    assert (state.etag, state.looked_at) == ("", None)


# The command


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("check_followed", *arguments, stdout=out)
    return out.getvalue()


def test_a_dry_run_says_what_would_change_and_changes_nothing(site: CourtSite) -> None:
    case = a_case()
    followed(case)
    site.answers[FEED_PATH] = Written(feed([NEW]))
    before = record()
    said = printed("--dry-run")
    assert f"No. {NUMBER}: Court's RSS feed {FEED}: 1 new filing\n" in said
    assert "+ 3 2021-04-06 " in said
    assert "(draft)" in said
    assert record() == before
    assert "1 new filing" in printed(case.public_id)
    assert record() != before
    assert printed() == ""
    assert "nothing new" in printed(case.public_id)


def test_the_command_fails_when_a_look_did_and_names_a_case_that_is_not_there(site: CourtSite) -> None:
    followed(a_case())
    with pytest.raises(CommandError, match="1 of 1 looks did not work"):
        printed("--dry-run")
    with pytest.raises(CommandError, match="no case nonsense"):
        printed("nonsense")
