"""Rulings cited by where they are reported, filings by their own names, and both read by a citation processor."""

import json
from datetime import date
from pathlib import Path

import pytest
from citeproc import Citation as Cluster
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from docket.choices import CitationKind
from docket.law.citing.filing_names import filing_name
from docket.law.citing.forms import CitedCase, CitedFiling, Day, case_citation, filing_citation
from docket.law.citing.reported import EXAMPLES, Reported, decision_citation, has_form, printed_in
from docket.law.citing.styles import Item, csl_json

STYLE = Path(__file__).parents[2] / "data" / "court_papers.csl"
CASE = CitedCase("Roe v. Poe", "1:26-cv-00001", "D.N.M.")
DAY = Day(date(2026, 3, 3))


def reported(*texts):
    return [Reported(kind, text) for text in texts for kind in CitationKind.values if has_form(kind, text)]


@pytest.mark.parametrize(
    ("case", "texts", "cited"),
    [
        (CASE, ["601 F. Supp. 3d 12"], "Roe v. Poe, 601 F. Supp. 3d 12 (D.N.M. 2026)"),
        (CASE, ["2026 WL 123456"], "Roe v. Poe, No. 1:26-cv-00001, 2026 WL 123456 (D.N.M. Mar. 3, 2026)"),
        (
            CASE,
            ["2026 U.S. Dist. LEXIS 4321"],
            "Roe v. Poe, No. 1:26-cv-00001, 2026 U.S. Dist. LEXIS 4321 (D.N.M. Mar. 3, 2026)",
        ),
        (CASE, ["2026 WL 123456", "601 F.4th 12"], "Roe v. Poe, 601 F.4th 12 (D.N.M. 2026)"),
        (CitedCase("Roe v. Poe", "25-12", "U.S."), ["999 U.S. 1"], "Roe v. Poe, 999 U.S. 1 (2026)"),
        (CitedCase("State v. Poe", "A-1", "N.M. Ct. App."), ["2026-NMCA-012"], "State v. Poe, 2026-NMCA-012"),
        (
            CitedCase("State v. Poe", "A-1", "N.M. Ct. App."),
            ["601 P.3d 12", "2026-NMCA-012"],
            "State v. Poe, 2026-NMCA-012, 601 P.3d 12",
        ),
        (CitedCase("Roe v Poe", "", "EWHC (Ch)"), ["[2026] EWHC 123 (Ch)"], "Roe v Poe [2026] EWHC 123 (Ch)"),
        (CitedCase("R v Marsh", "", "UKSC"), ["[2026] UKSC 12"], "R v Marsh [2026] UKSC 12"),
        (
            CitedCase("R v Marsh", "", "EWCA"),
            ["[2026] EWCA Crim 12", "[2026] 1 WLR 34"],
            "R v Marsh [2026] EWCA Crim 12, [2026] 1 WLR 34",
        ),
    ],
)
def test_a_ruling_is_cited_by_where_it_is_reported(case, texts, cited):
    assert str(decision_citation(case, DAY, reported(*texts))) == cited


def test_a_ruling_without_a_day_has_no_year_made_up():
    assert str(decision_citation(CASE, None, reported("601 F.4th 12"))) == "Roe v. Poe, 601 F.4th 12 (D.N.M.)"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *[(text, kind) for kind, examples in EXAMPLES.items() for text in examples.split(", ")],
        ("[2026] EWCA Civ 1", "neutral"),
        ("2026 UT 12", "neutral"),
        ("2026-Ohio-1234", "neutral"),
        ("[2026] 2 AC 1", "reporter"),
        ("12 Cal. App. 5th 345", "reporter"),
        ("2026 N.M. App. LEXIS 12", "database"),
    ],
)
def test_a_citation_has_the_form_of_one_kind(text, kind):
    assert [other for other in CitationKind.values if has_form(other, text)] == [kind]


@pytest.mark.parametrize("text", ["", "Roe v. Poe", "601 F.4th", "WL 123", "601 F.4th 12 (10th Cir. 2026)", "see 12"])
def test_what_is_no_citation_is_told(text):
    assert not any(has_form(kind, text) for kind in CitationKind.values)


def test_volume_reporter_and_page_are_told_apart():
    assert printed_in(reported("2026 WL 1", "12 Cal. App. 5th 345")) == ("12", "Cal. App. 5th", "345")
    assert printed_in(reported("2026 WL 1")) == ("", "", "")


@pytest.mark.parametrize(
    ("title", "filing_type", "words", "name"),
    [
        ("Answer of the producers", "resp.answer", "ANSWER to Complaint by Poe", "Answer"),
        ("Answer of the producers", "resp.answer", "ANSWER OF THE PRODUCERS", "Answer of the producers"),
        ("Second amended complaint", "init.complaint", "", "Second amended complaint"),
        ("Opinion: reversed and set free", "order.opinion", "", "Opinion"),
        ("The judge loses patience", "", "", "Docket Entry"),
        ("The judge loses patience", "", "ORDER to show cause", "Order"),
        ("", "", "Letter", "Docket Entry"),
    ],
)
def test_a_description_of_ours_is_no_filings_name(title, filing_type, words, name):
    assert filing_name(title, filing_type, words) == name


def test_a_description_of_ours_is_no_cases_name():
    case = CitedCase("Investigation of the collapse", "12", "Agency", is_described=True)
    assert case_citation(case).name == ""
    assert str(case_citation(case)) == "[Investigation of the collapse], No. 12 (Agency)"
    assert str(filing_citation(CitedFiling("Order"), case)) == "Order, [Investigation of the collapse], No. 12 (Agency)"


@pytest.mark.parametrize(
    ("number", "cited"),
    [
        ("2:25-md-02999", "In re Orrin, No. 2:25-md-02999"),
        ("MDL No. 2999", "In re Orrin, MDL No. 2999"),
        ("2:25-cv-00012", "In re Orrin, No. 2:25-cv-00012, MDL No. 2999"),
        ("2:25-md-12999", "In re Orrin, No. 2:25-md-12999, MDL No. 2999"),
        ("", "In re Orrin, MDL No. 2999"),
    ],
)
def test_the_number_of_a_multidistrict_litigation_is_given_once(number, cited):
    assert str(case_citation(CitedCase("In re Orrin", number, mdl="2999"))) == cited


ADDRESS, TODAY = "https://d.example/f/k7/", date(2026, 5, 3)
DECISION = Item(
    *("k7", "legal_case", "Roe v. Poe", ADDRESS, TODAY, "1:26-cv-00001", "D.N.M.", DAY),
    genre="Order",
    reporter=("601", "F.4th", "12"),
)
FILING = Item(
    *("k8", "document", "Complaint", ADDRESS, TODAY, "1:26-cv-00001", "D.N.M.", Day(date(2026, 2, 1), "month")),
    authors=("Example Pictures, LLC", "Jane Roe"),
    within="Roe v. Poe",
)


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        (
            DECISION,
            f"<i>Roe v. Poe</i>, 601 F.4th 12, No. 1:26-cv-00001, Order (D.N.M. March 3, 2026) {ADDRESS}",
        ),
        (
            FILING,
            "Example Pictures, LLC, Jane Roe, Complaint, <i>Roe v. Poe</i>, No. 1:26-cv-00001 "
            f"(D.N.M. February 2026) {ADDRESS}",
        ),
    ],
)
@pytest.mark.filterwarnings("error::UserWarning")
def test_a_citation_processor_prints_what_was_exported(item, printed):
    bibliography = CitationStylesBibliography(
        CitationStylesStyle(str(STYLE), validate=False), CiteProcJSON(json.loads(csl_json(item))), formatter.html
    )
    bibliography.register(Cluster([CitationItem(item.id)]))
    assert [str(entry) for entry in bibliography.bibliography()] == [printed]
