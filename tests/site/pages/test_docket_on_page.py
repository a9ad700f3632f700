"""The docket on a case's page: its lines, searched, ordered and turned."""

import re

import pytest

from tests.site.pages.addresses import many_filings
from tests.site.words import words

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]


def test_the_docket_names_links_both_ways_gaps_repeats_and_states(read, record):
    record.publish()
    page = words(read(record.case.get_absolute_url()))
    assert "answered by entry 2" in page
    assert "answers entry 1" in page
    assert "ruled on by entry 6 (granted in part, denied in part)" in page
    assert "Not in this record: entries 3–4." in page
    assert page.index("Entries 3–4 are not in this record") < page.index("MOTION to compel")
    assert page.count("(the number repeats)") == 2
    assert "date not in the record Stricken Letter to the court." in page
    assert "March 2024 Transcript lodged." in page


def test_a_link_across_cases_names_the_other_case(read, record):
    from docket.models import FilingLink

    FilingLink.objects.create(from_filing=record.information, to_filing=record.complaint, kind="refers_to")
    page = words(read(record.case.get_absolute_url()))
    assert "referred to by CRIMINAL INFORMATION in State v. Poe" in page


def test_the_docket_is_searched_ordered_and_narrowed_by_date(read, record):
    address = record.case.get_absolute_url()
    found = words(read(f"{address}?q=rigging+logs"))
    assert "1 of 7 entries with “rigging logs”" in found
    assert "ANSWER to Complaint" not in found
    newest = words(read(f"{address}?order=desc"))
    assert newest.index("ORDER, corrected.") < newest.index("ORDER granting") < newest.index("COMPLAINT filed")
    narrowed = words(read(f"{address}?from=2024-02&to=2024-02"))
    assert "2 of 7 entries" in narrowed
    assert "is not a date" in words(read(f"{address}?from=soon"))
    within_month = words(read(f"{address}?from=2024-03-20"))
    assert "Transcript lodged." in within_month


def test_a_search_page_is_kept_from_search_engines(client, record):
    answer = client.get(record.case.get_absolute_url(), {"q": "motion"})
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert 'name="robots" content="noindex"' in answer.content.decode()


@pytest.mark.parametrize("q", ["\x00", "'", '"unclosed', "!!!", "the", "(" * 300])
def test_no_search_words_break_the_page(read, record, q):
    read(f"{record.case.get_absolute_url()}?q={q}")


def lines_of(page):
    return re.findall(r"Line (\d+)\.", page)


@pytest.mark.parametrize("order", ["", "order=desc&"])
def test_the_pages_of_a_docket_go_through_every_line_once_and_back(read, record, order):
    many_filings(record.criminal, 250, undated=120)
    address = record.criminal.get_absolute_url()
    seen, pages, question = [], [], f"?{order}"
    while question:
        page = read(address + question.replace("&amp;", "&").split("#")[0])
        pages.append(lines_of(page))
        seen += pages[-1]
        found = re.search(r'<a href="([^"]+)" rel="next">', page)
        question = found[1] if found else ""
    assert len(pages) == 3
    assert len(seen) == len(set(seen)) == 250
    for expected in (pages[1], pages[0]):
        back = re.findall(r'<a href="([^"]+)" rel="prev">', page)[0].replace("&amp;", "&").split("#")[0]
        page = read(address + back)
        assert lines_of(page) == expected
    assert 'rel="prev"' not in page
