"""What a page shows is taken over or refused: no party, document or title is lost, or made up, in silence."""

import re

import pytest

from docket.intake.court_pages.pacer import appellate
from docket.intake.court_pages.pacer.page import attachments
from docket.intake.court_pages.readers import read_dockets
from docket.intake.court_pages.sniff import sniff
from docket.intake.shape import ImportedDocket, Refused
from docket.intake.wording.placeholder_captions import caption_of
from tests.court_pages import court_pages
from tests.court_pages import pacer_pages as pages

FONT = '<font style="vertical-align: inherit;">'


def the_docket(page: str) -> ImportedDocket:
    return read_dockets(sniff(page.encode()), page.encode(), "page")[0]


def translated(page: str) -> str:
    """As a browser's translator leaves a page: each text between tags in two wrappers."""
    head, body = page.split("<body", 1)
    wrapped = re.sub(r">([^<>]*\w[^<>]*)<", rf">{FONT}{FONT}\1</font></font><", body)
    return f"{head}<body{wrapped}"


@pytest.mark.parametrize("blocks", [pages.BLOCKS, [pages.Block("Defendant", "Jane Roe", counsel="")]])
def test_a_party_table_without_a_readable_party_is_an_error(blocks: list[pages.Block]) -> None:
    page = pages.district(blocks=blocks)
    assert the_docket(page).parties
    with pytest.raises(Refused, match="No parties were found where the page has a table of parties"):
        the_docket(translated(page))


def test_a_page_without_a_party_table_has_no_parties() -> None:
    assert the_docket(pages.district(blocks=[])).parties == ()


def test_an_appeal_s_party_table_without_a_party_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appellate.Docket, "_get_party_data", lambda self, *given: [], raising=False)
    monkeypatch.setattr(appellate.Docket, "parties", [], raising=False)
    with pytest.raises(Refused, match="No parties were found"):
        the_docket(court_pages.appellate())


@pytest.mark.parametrize(
    ("main", "numbers"), [(1, [1, 2]), (2, [1, 2]), (3, [1, 2])], ids=["first", "in the middle", "last"]
)
def test_documents_before_and_after_the_main_one_are_kept(main: int, numbers: list[int]) -> None:
    ids = {1: "03500000001", 2: "03500000002", 3: "03500000003"}
    listed = [
        {"attachment_number": number, "pacer_doc_id": document, "description": f"Document {number}"}
        for number, document in ids.items()
    ]
    found = attachments({"pacer_doc_id": ids[main], "attachments": listed})
    assert [part.number for part in found] == numbers
    assert [part.source_document_id for part in found] == [ids[number] for number in ids if number != main]


@pytest.mark.parametrize(
    "printed", ["Unknown Case Title", "unknown case", "Untitled", "(No Title)", "N/A", "Case title unavailable", "--"]
)
def test_a_placeholder_is_no_caption(printed: str) -> None:
    assert caption_of(printed) == ""


@pytest.mark.parametrize(
    "printed", ["Doe v. Unknown Agents", "In re Unknown Heirs", "Unknown Named Agents v. Roe", "None Such Co. v. Roe"]
)
def test_a_title_with_such_words_stays(printed: str) -> None:
    assert caption_of(printed) == printed


@pytest.mark.parametrize(
    "page",
    [
        court_pages.history().replace("Marsh v. Brightwater Pictures, LLC", "Unknown Case Title"),
        court_pages.appellate().replace("Ottoline Marsh v. Garland", "Unknown Case Title"),
        court_pages.acms().replace("Marsh v. Garland", "Unknown Case Title"),
        court_pages.feed().replace("Marsh v. Brightwater Pictures, LLC", "Unknown Case Title"),
    ],
    ids=["history", "appellate", "appellate JSON", "feed"],
)
def test_no_reader_takes_a_placeholder_for_a_caption(page: str) -> None:
    assert the_docket(page).caption == ""
