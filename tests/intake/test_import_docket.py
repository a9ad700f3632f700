"""The command import_docket: its report, its folders, its exit."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from docket.models import Case, Filing, Matter
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import make_forum, the_case

TALLIES = {"new", "changed", "unchanged", "skipped"}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forums() -> None:
    make_forum("cand")
    make_forum("alsb")


def run(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command("import_docket", *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def run_failing(*arguments: str) -> tuple[str, str]:
    out = StringIO()
    with pytest.raises(CommandError) as failure:
        call_command("import_docket", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue(), str(failure.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(pages.district())
    (tmp_path / "b.html").write_text(pages.district()[:3000])
    (tmp_path / "c.html").write_text(pages.bankruptcy())
    return tmp_path


def test_json_says_for_each_file_what_happened(folder: Path) -> None:
    answer = json.loads(run(str(folder / "a.html"), "--json"))
    (file,) = answer["files"]
    case = the_case()
    assert list(file) == [
        *("file", "kind", "forum", "docket_number", "case"),
        *("filings", "parties", "attorneys", "documents", "warnings", "error"),
    ]
    assert (file["file"], file["kind"], file["forum"]) == (str(folder / "a.html"), "district docket", "cand")
    assert (file["docket_number"], file["case"]) == ("3:21-cv-01234", case.public_id)
    assert file["filings"] == {"new": 3, "changed": 0, "unchanged": 0, "skipped": 0}
    assert set(file["parties"]) == set(file["attorneys"]) == set(file["documents"]) == TALLIES
    assert (file["warnings"], file["error"]) == ([], None)


def test_a_folder_goes_on_after_a_bad_file_and_fails_in_the_end(folder: Path) -> None:
    out, failure = run_failing(str(folder), "--json")
    errors = {Path(file["file"]).name: file["error"] for file in json.loads(out)["files"]}
    assert [name for name, error in errors.items() if error] == ["b.html"]
    assert "breaks off" in errors["b.html"]
    assert failure == "1 of 3 files were not imported."
    assert Case.objects.count() == 2


def test_words_for_people(folder: Path) -> None:
    out, _ = run_failing(str(folder))
    assert "district docket 3:21-cv-01234 (cand)" in out
    assert "filings: 3 new" in out
    assert "b.html: not imported. No docket was recognised" in out or "b.html: not imported. The page breaks off" in out


def test_a_folder_s_pictures_and_expected_results_are_no_pages(folder: Path) -> None:
    (folder / "b.html").unlink()
    (folder / "a.json").write_text("{}")
    (folder / ".hidden.html").write_text("x")
    (folder / "a_files").mkdir()
    (folder / "a_files" / "menu.html").write_text("x")
    (folder / "logo.png").write_bytes(b"\x89PNG")
    assert len(json.loads(run(str(folder), "--json"))["files"]) == 2


def test_a_file_that_is_not_there_is_reported_with_the_others(folder: Path) -> None:
    out, failure = run_failing(str(folder / "a.html"), str(folder / "missing.html"), "--json")
    assert [bool(file["error"]) for file in json.loads(out)["files"]] == [False, True]
    assert "1 of 2" in failure


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no page"):
        run(str(tmp_path))


def test_it_joins_cases_to_a_matter_and_names_one_that_is_missing(folder: Path) -> None:
    matter = Matter.objects.create(title="The flood at Port Example")
    run(str(folder / "a.html"), "--matter", matter.public_id)
    assert the_case().case_matters.get().matter == matter
    with pytest.raises(CommandError, match="no matter 'zzz'"):
        run(str(folder / "a.html"), "--matter", "zzz")


def test_it_takes_the_forum_of_a_page_that_names_none(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(pages.district(court="Live System", host="example.org"))
    run(str(page), "--forum", "cand")
    assert the_case().forum == make_forum("cand")
    with pytest.raises(CommandError, match="no forum 'zzz'"):
        run(str(page), "--forum", "zzz")


def test_it_publishes_when_asked(folder: Path) -> None:
    run(str(folder / "a.html"), "--publish")
    assert the_case().visibility == "public"
    assert set(Filing.objects.values_list("visibility", flat=True)) == {"public"}


def test_long_work_says_how_far_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "b.html").unlink()
    monkeypatch.setattr("docket.management.commands.import_docket.SAY_EVERY", 0.0)
    err = StringIO()
    call_command("import_docket", str(folder), stdout=StringIO(), stderr=err)
    assert "1 of 2 files" in err.getvalue()


def test_the_parser_is_not_loaded_before_it_is_needed() -> None:
    script = "import sys, django; django.setup(); import docket.intake.files; print('juriscraper' in sys.modules)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
