"""What differs by the kind of source: the Supreme Court's docket, a docket of CourtListener, a folder of notices."""

from __future__ import annotations

import json
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from docket.models import Case
from tests.court_pages import notices, recap_pages
from tests.court_pages.court_pages import supreme_court
from tests.court_pages.importing import imported, make_forum
from tests.intake.followed.followed_source import NOW, SCOTUS_PATH, a_case, followed, looked, rest
from tests.processes.court_site import CourtSite, Written

pytestmark = pytest.mark.django_db


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
