"""Hostile files: each is refused with a sentence or read, and costs the process that asked next to nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from docket.confined import Limits
from docket.intake.court_pages import confined_reading
from docket.intake.court_pages.confined_reading import limits_for, read_confined
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.files import import_bytes
from docket.intake.shape import Refused
from docket.models import Case
from docket.publishing.pdf import cleaned as pdf
from tests.confined import hostile_files
from tests.confined.hostile_files import MB, PAGES, PDFS
from tests.court_pages import pacer_pages
from tests.shared import SHARED, needs_all

ROOT = Path(__file__).parents[2]

MOST_MORE = 20  # MB
ALL = """import json, sys, psutil
from django.core.exceptions import ValidationError
from docket.intake.court_pages.confined_reading import read_confined
from docket.publishing.pdf.cleaned import cleaned
from tests.confined import hostile_files
from tests.court_pages import pacer_pages
from tests.shared import SHARED, needs_all

def sentence(data):
    try:
        return f"read, {cleaned(data).pages} pages"
    except ValidationError as refusal:
        return " ".join(refusal.messages)

def words(data):
    reading = read_confined(data, "page.html")
    return str(reading.refusal or "read")

def most():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

files = {name: make() for made in (hostile_files.PDFS, hostile_files.PAGES) for name, make in made.items()}
read_confined(pacer_pages.district().encode(), "page.html")
cleaned(hostile_files.page_with(hostile_files.stream(b"")))
open("/proc/self/clear_refs", "w").write("5")  # the peak is measured from here
before = psutil.Process().memory_info().rss / 1024**2
said = {name: (sentence if name in hostile_files.PDFS else words)(data) for name, data in files.items()}
print(json.dumps({"said": said, "more": most() - before}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory holds on Linux only")
def test_hostile_files_are_read_or_refused_and_take_no_memory_of_the_caller():
    done = subprocess.run(
        [sys.executable, "-c", ALL],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=500,
    )
    found = json.loads(done.stdout)
    assert found["said"].keys() == PDFS.keys() | PAGES.keys()
    for name, words in found["said"].items():
        assert words.startswith("read") or words.rstrip().endswith("."), (name, words)
        assert "Error" not in words, (name, words)
    assert found["said"]["pages in a circle"].startswith("The PDF cannot be read ((object 2 0)")
    assert "nested too deeply" in found["said"]["nested tables"]
    assert "No docket was recognised" in found["said"]["comments"]
    assert found["more"] <= MOST_MORE, found


# Each limit is far away in the other's case, on whatever machine: the sentence says which one was met.
MET = {
    "takes more than 0 seconds to be read": Limits(memory=64 * 1024 * MB, seconds=0),
    "needs more than 32 MB to be read": Limits(memory=32 * MB, seconds=400),
}


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory holds on Linux only")
@pytest.mark.parametrize("words", MET)
def test_a_pdf_is_refused_with_the_limit_that_it_met(words: str, monkeypatch: pytest.MonkeyPatch):
    data = hostile_files.compressed_twice()
    assert len(data) < 4000
    monkeypatch.setattr(pdf, "LIMITS", MET[words])
    with pytest.raises(ValidationError, match=words):
        pdf.cleaned(data)


def test_a_pdf_of_which_too_much_would_be_made_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "LIMITS", Limits(output=100))
    with pytest.raises(ValidationError, match="is larger than"):
        pdf.cleaned(hostile_files.page_with(hostile_files.stream(bytes(range(256)))))


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of memory holds on Linux only")
@pytest.mark.parametrize("megabytes", [4, 7, 9, 11, 13, 15, 17, 19, 21, 64])
def test_with_little_memory_a_page_is_read_whole_or_refused_never_in_part(
    megabytes: int, monkeypatch: pytest.MonkeyPatch
):
    rows = [pacer_pages.Row(str(n), "MOTION to Dismiss by Brightwater Pictures. " * 5) for n in range(1, 2501)]
    monkeypatch.setattr(confined_reading, "limits_for", lambda size: Limits(memory=megabytes * MB, seconds=200))
    reading = read_confined(pacer_pages.district(rows=rows).encode(), "page.html")
    if reading.refusal:
        assert f"needs more than {megabytes} MB" in str(reading.refusal)
    else:
        assert [entry.number for entry in reading.dockets[0].entries] == [str(n) for n in range(1, 2501)]
    assert bool(reading.refusal) == (megabytes < 10) or 10 < megabytes < 40


def test_larger_files_may_take_more_and_none_without_end():
    small, large = limits_for(1000), limits_for(30 * MB)
    assert (small.memory, small.seconds) == (264 * MB, 24)
    assert small.memory < large.memory <= 512 * MB
    assert small.seconds < large.seconds <= 150


@pytest.mark.django_db
def test_a_page_whose_reading_is_killed_changes_nothing_and_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(confined_reading, "READ", "tests.confined.confined_work:kill_itself")
    report = import_bytes("page.html", pacer_pages.district().encode())
    assert report.error == "The process that read the file was ended from outside; nothing was changed. Try again."
    assert not Case.objects.exists()


@pytest.mark.parametrize("work", ["leave", "answer_nonsense", "answer_no_docket"])
def test_an_answer_that_is_none_is_refused(work: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(confined_reading, "READ", f"tests.confined.confined_work:{work}")
    reading = read_confined(b"x", "page.html")
    assert reading.dockets == ()
    assert "nothing was changed" in str(reading.refusal)


def test_the_source_is_the_file_that_was_given_whatever_the_reader_says():
    data = pacer_pages.district().encode()
    (docket,) = read_confined(data, "page.html").dockets
    assert docket == read_dockets(sniff(data), data, "page.html")[0]


@needs_all
@pytest.mark.parametrize("folder", sorted(p.name for p in (SHARED / "dockets").glob("*") if p.is_dir()))
def test_real_pages_give_confined_what_they_give_otherwise(folder: str):
    files = [file for file in sorted((SHARED / "dockets" / folder).iterdir()) if file.is_file()]
    assert files
    for file in files:
        data = file.read_bytes()
        expected: Any
        try:
            expected = read_dockets(sniff(data), data, file.name), "None"
        except Refused as refusal:
            expected = (), str(refusal)
        reading = read_confined(data, file.name)
        assert (reading.dockets, str(reading.refusal)) == expected, file
