"""“Cite this”: what the pages offer to copy, and what is cited of a row that is withheld."""

import html
import json
import re

import pytest
from django.core.exceptions import ValidationError

from docket.models import CaseParty, RulingCitation
from docket.publishing import verbs
from docket.publishing.preview import as_published
from tests.records.page_record import Record


@pytest.fixture
def pages(client, db, settings):
    settings.ROOT_URLCONF = "config.urls_public"
    settings.PUBLIC_BASE_URL = "https://dockets.example"

    def copied(row):
        page = client.get(row.get_absolute_url()).content.decode()
        cite = page[page.index('id="cite"') :]
        first = re.search(r"</h2>\s*<p>(.*?)</p>", cite, re.DOTALL)
        boxes = re.findall(r"<pre[^>]*>(.*?)</pre>", cite, re.DOTALL)
        assert first
        return html.unescape(first[1]), [html.unescape(box) for box in boxes]

    return copied


def test_a_case_page_offers_every_form_to_copy(pages):
    record = Record()
    legal, (plain, bib, csl, caption) = pages(record.case)
    assert legal == "<em>Roe v. Example Pictures, LLC</em>, No. 1:23-cv-00871 (D. Test. filed Oct. 12, 2023)"
    assert plain.startswith(re.sub("<.*?>", "", legal))
    assert f"https://dockets.example{record.case.get_absolute_url()} (last visited " in plain
    assert bib.startswith("@misc{roe-v-example-pictures-llc-")
    assert json.loads(csl)[0]["type"] == "legal_case"
    assert caption == (
        "JANE ROE, individually, and as next friend of A.R., a minor, Plaintiffs, "
        "v. EXAMPLE PICTURES, LLC; and SAM POE, Defendants."
    )


def test_a_filing_and_a_claim_are_cited_in_their_case(pages):
    record = Record()
    legal, (_, _, csl) = pages(record.complaint)
    assert legal == (
        "Complaint, <em>Roe v. Example Pictures, LLC</em>, No. 1:23-cv-00871 (D. Test. Oct. 12, 2023) (entry 1)"
    )
    assert json.loads(csl)[0]["author"] == [{"literal": "Jane Roe"}]
    record.death.asserted_in = record.complaint
    record.death.save()
    legal, _ = pages(record.death)
    assert legal.startswith("Complaint Count I, <em>Roe v. Example Pictures, LLC</em>, No. 1:23-cv-00871")
    assert pages(record.negligence)[0].startswith("Count II, <em>Roe v.")


def test_a_charge_is_named_by_the_states_own_court_only(pages):
    record = Record()
    assert pages(record.criminal)[0].startswith("<em>State v. Poe</em>")
    record.criminal.caption = "State of Testing v. Sam Poe"
    record.criminal.save()
    assert pages(record.criminal)[0].startswith("<em>Testing v. Poe</em>")
    record.forum.jurisdiction, record.forum.system = "Testing", "state"
    record.forum.save()
    assert pages(record.criminal)[0].startswith("<em>State v. Poe</em>")


def test_a_hidden_party_is_in_no_citation(client, db, settings):
    settings.ROOT_URLCONF, settings.DESK = "config.urls_public", False
    record = Record()
    record.publish()
    verbs.act("hide", record.roe, actor=None, reason="test")
    with as_published():
        page = client.get(record.case.get_absolute_url()).content.decode()
    assert CaseParty.objects.filter(case=record.case).count() == 4
    cited = page[page.index('id="cite"') :]
    assert "JANE ROE" not in cited
    assert "individually" not in cited


def test_a_ruling_is_cited_by_where_it_is_reported(pages):
    record = Record()
    record.order.filing_type = "order.opinion"
    record.order.save()
    RulingCitation.objects.create(filing=record.order, kind="database", text="2024 WL 123456")
    legal, (plain, bib, csl) = pages(record.order)
    assert legal == ("<em>Roe v. Example Pictures, LLC</em>, No. 1:23-cv-00871, 2024 WL 123456 (D. Test. Feb. 1, 2024)")
    assert plain.startswith("Roe v. Example Pictures, LLC, No. 1:23-cv-00871, 2024 WL 123456")
    RulingCitation.objects.create(filing=record.order, kind="reporter", text="601 F.4th 12")
    legal, (_, bib, csl) = pages(record.order)
    assert legal == "<em>Roe v. Example Pictures, LLC</em>, 601 F.4th 12 (D. Test. 2024)"
    assert "601 F.4th 12" in bib
    (item,) = json.loads(csl)
    assert (item["type"], item["title"], item["genre"]) == ("legal_case", "Roe v. Example Pictures, LLC", "Opinion")
    assert (item["volume"], item["container-title"], item["page"]) == ("601", "F.4th", "12")
    assert "author" not in item


def test_a_claims_title_of_ours_is_no_filings_name(pages):
    record = Record()
    record.negligence.label = ""
    record.negligence.save()
    legal, (plain, bib, csl) = pages(record.negligence)
    assert legal.startswith("<em>Roe v. Example Pictures, LLC</em>, No. 1:23-cv-00871")
    assert "Negligence" not in plain + bib + csl
    record.negligence.asserted_in = record.complaint
    record.negligence.save()
    legal, (plain, bib, csl) = pages(record.negligence)
    assert legal.startswith("Complaint, <em>Roe v.")
    assert "Negligence" not in plain + bib + csl


def test_a_description_of_ours_is_set_in_brackets(pages):
    record = Record()
    record.case.caption, record.case.caption_is_descriptive = "Inquiry into the fall of a stage", True
    record.case.save()
    assert pages(record.case)[0].startswith("[Inquiry into the fall of a stage], No. 1:23-cv-00871")


def test_the_caption_names_the_case_whoever_is_listed_first(pages):
    record = Record()
    record.case.caption = "UNITED STATES OF AMERICA v. WARREN PELL et al"
    record.case.save()
    assert pages(record.case)[0].startswith("<em>United States v. Pell</em>")
    record.case.caption = "In re: Falling Stages Litigation (MDL No. 2999)"
    record.case.save()
    assert pages(record.case)[0].startswith("<em>In re Falling Stages Litig.</em>, No. 1:23-cv-00871, MDL No. 2999 (")


@pytest.mark.parametrize(
    ("filing_type", "kind", "text", "told"),
    [
        ("order.opinion", "reporter", "601 F.4th 12", ""),
        ("", "neutral", "[2026]  EWHC 12 (Ch)", ""),
        ("order.opinion", "reporter", "2026 WL 123456", "601 F.4th 12, 999 U.S. 1"),
        ("order.opinion", "neutral", "Roe v. Poe", "2026-NMCA-012"),
        ("mot.dismiss", "reporter", "601 F.4th 12", "Only a ruling has citations"),
    ],
)
def test_only_a_ruling_has_citations_and_each_in_the_form_of_its_kind(db, filing_type, kind, text, told):
    record = Record()
    record.order.filing_type = filing_type
    record.order.save()
    citation = RulingCitation(filing=record.order, kind=kind, text=text)
    if told:
        with pytest.raises(ValidationError, match=told):
            citation.full_clean(exclude=["case"])
    else:
        citation.full_clean(exclude=["case"])
        assert "  " not in citation.text


def test_a_citation_is_published_with_its_ruling_and_goes_with_it(client, db, settings):
    settings.ROOT_URLCONF, settings.DESK = "config.urls_public", False
    record = Record()
    RulingCitation.objects.create(filing=record.order, kind="reporter", text="601 F.4th 12")
    record.publish()
    with as_published():
        assert "601 F.4th 12" in client.get(record.order.get_absolute_url()).content.decode()
    verbs.act("seal", record.order, actor=None, reason="test")
    with as_published():
        assert "601 F.4th 12" not in client.get(record.order.get_absolute_url()).content.decode()
