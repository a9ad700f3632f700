"""Names, captions and citations by the rules of the field, and their forms for other programs."""

import json
from datetime import date

import pytest

from docket.choices import ForumKind, ForumSystem
from docket.law.citing.abbreviations import IN_NAMES
from docket.law.citing.captions import Captioned, SideInCaption, full_caption
from docket.law.citing.forms import (
    CitedCase,
    CitedFiling,
    Day,
    attachment_within,
    award_citation,
    case_citation,
    citation_within,
    filing_citation,
)
from docket.law.citing.names import short_name
from docket.law.citing.parties import Name, short_party
from docket.law.citing.styles import Item, bibtex, csl_json, key_of
from docket.law.citing.words import abbreviated_name, abbreviated_title


def person(name, surname=""):
    return Name(name, "person", surname)


def company(name):
    return Name(name, "organization")


def state(name):
    return Name(name, "government")


ROE, POE = person("Jane Roe"), person("Sam Poe")
NEW_MEXICO, CITY = state("State of New Mexico"), state("City of Ellery")
# the examples of the Bluebook's rule as libraries teach it, and the names that this record holds
PARTIES = [
    (person("Jane Roe"), "Roe"),
    (person("Sam Poe, Jr."), "Poe"),
    (person("Dr. Ada Poe III"), "Poe"),
    (person("Ludwig van der Berg"), "van der Berg"),
    (person("María Calloway Reyes", "Calloway Reyes"), "Calloway Reyes"),
    (person("Mary Smith-Jones"), "Smith-Jones"),
    (person("A.R."), "A.R."),
    (person("J. M. Roe"), "Roe"),
    (person("Madonna"), "Madonna"),
    (person("Jane Doe"), "Doe"),
    (person("John Doe 2"), "Doe"),
    (person("John Doe No. 3"), "Doe"),
    (person("Sam Poe a/k/a Samuel Poe"), "Poe"),
    (Name("Estate of John Roe", "estate"), "Estate of Roe"),
    (Name("The Estate of John Roe, deceased", "estate"), "Estate of Roe"),
    (Name("Does 1–25", "group"), "Does 1–25"),
    (Name("$24,700 in U.S. Currency", "in_rem"), "$24,700 in U.S. Currency"),
    (state("United States of America"), "United States"),
    (state("USA"), "United States"),
    (state("The United States"), "United States"),
    (state("State of New Mexico"), "New Mexico"),
    (state("The People of the State of California"), "California"),
    (state("Commonwealth of Massachusetts"), "Massachusetts"),
    (state("City of Santa Fe"), "City of Santa Fe"),
    (state("Santa Fe County Board of Commissioners"), "Santa Fe Cnty. Bd. of Comm’rs"),
    (company("Rust Movie Productions, LLC"), "Rust Movie Prods., LLC"),
    (company("Example Pictures, LLC"), "Example Pictures, LLC"),
    (company("The Example Company"), "Example Co."),
    (company("Acme Insurance Company, Inc."), "Acme Ins. Co."),
    (company("Roe Brothers, Ltd."), "Roe Bros."),
    (company("Ellery Corporation, L.L.C."), "Ellery Corp."),
    (company("First National Bank, N.A."), "First Nat’l Bank, N.A."),
    (company("Testing Railroad Company, Inc."), "Testing R.R. Co."),
    (company("Calloway and Reyes"), "Calloway & Reyes"),
    (company("Example Pictures, LLC d/b/a Example Films"), "Example Pictures, LLC"),
    (company("Rigging Systems International, Inc."), "Rigging Sys. Int’l, Inc."),
    (company("Ellery Property Management Services, LLC"), "Ellery Prop. Mgmt. Servs., LLC"),
    (company("Production Services Group, Inc."), "Prod. Servs. Grp., Inc."),
    (company("Stagehands’ Association"), "Stagehands’ Ass’n"),
    (company("Port Ellery Technologies, Inc."), "Port Ellery Techs., Inc."),
    (company("Example Pictures, LLC, a New Mexico limited liability company"), "Example Pictures, LLC"),
    (company("University of Testing Hospitals"), "Univ. of Testing Hosps."),
]


@pytest.mark.parametrize(("party", "short"), PARTIES, ids=lambda value: getattr(value, "name", None))
def test_a_party_is_cited_by(party, short):
    assert short_party(party) == short


CASES = [
    # DOMAIN 8.2: the first listed of each side, without et al., other parties, capacities
    (("Roe v. Example Pictures, LLC et al", "adversary", [ROE], [company("Example Pictures, LLC")], ""), None),
    (
        (
            "JANE ROE, individually, and as personal representative of the Estate of JOHN ROE, deceased, Plaintiffs, "
            "v. RUST MOVIE PRODUCTIONS, LLC; SAM POE, an individual; and DOES 1–25, inclusive, Defendants.",
            "adversary",
            [ROE],
            [POE, company("Rust Movie Productions, LLC")],
            "",
        ),
        "Roe v. Rust Movie Prods., LLC",
    ),
    (("Roe vs. Poe", "adversary", [ROE], [POE], ""), "Roe v. Poe"),
    # the caption's order stands, whoever appeals
    (
        ("State of New Mexico v. Sam Poe", "adversary", [POE], [NEW_MEXICO], "New Mexico"),
        "State v. Poe",
    ),
    (("State of New Mexico v. Sam Poe", "adversary", [NEW_MEXICO], [POE], ""), "New Mexico v. Poe"),
    (("State v. Poe", "adversary", [NEW_MEXICO], [POE], ""), "State v. Poe"),
    (
        ("The People of the State of California v. Poe", "adversary", [], [POE], "California"),
        "People v. Poe",
    ),
    (("USA v. Poe", "adversary", [state("USA")], [POE], ""), "United States v. Poe"),
    (
        ("State ex rel. Jane Roe v. City of Ellery", "ex_rel", [ROE], [CITY], ""),
        "State ex rel. Roe v. City of Ellery",
    ),
    (
        ("State of New Mexico on the relation of Jane Roe v. Poe", "ex_rel", [ROE], [POE], ""),
        "New Mexico ex rel. Roe v. Poe",
    ),
    (
        ("Jane Roe, as next friend of A.R., a minor v. Poe", "adversary", [ROE], [POE], ""),
        "Roe ex rel. A.R. v. Poe",
    ),
    (
        ("Jane Roe, individually and on behalf of all others similarly situated v. Poe", "adversary", [ROE], [POE], ""),
        "Roe v. Poe",
    ),
    (("Roe v. Poe [consolidated with] Doe v. Poe", "adversary", [ROE], [POE], ""), "Roe v. Poe"),
    (("In the Matter of the Estate of John Roe, Deceased", "matter_of", [], [], ""), "In re Estate of Roe"),
    (("In re: Stage Collapse Litigation", "in_re", [], [], ""), "In re Stage Collapse Litig."),
    (("In re Ellery Rentals, Inc., Debtor", "in_re", [], [], ""), "In re Ellery Rentals, Inc."),
    (("In re Jane Roe", "in_re", [Name("Jane Roe")], [], ""), "In re Roe"),
    (("Petition of Ellery Shipping Company", "matter_of", [], [], ""), "In re Ellery Shipping Co."),
    (("Ex parte Poe", "ex_parte", [], [], ""), "Ex parte Poe"),
    (
        (
            "In the Matter of the Arbitration between Jane Roe, Claimant, and Example Pictures, LLC, Respondent",
            "arbitration",
            [ROE],
            [company("Example Pictures, LLC")],
            "",
        ),
        "Roe v. Example Pictures, LLC",
    ),
    (("Investigation of the fatal collapse", "descriptive", [ROE], [POE], ""), "Investigation of the fatal collapse"),
    # parties that are not in the record leave the words of the caption
    (("Alpha Beta, Inc. v. Gamma Delta", "adversary", [], [], ""), "Alpha Beta, Inc. v. Gamma Delta"),
    (("Alpha Beta et al v. Gamma Delta, Defendant", "adversary", [], [], ""), "Alpha Beta v. Gamma Delta"),
]


@pytest.mark.parametrize(("asked", "short"), CASES, ids=[case[0][0][:40] for case in CASES])
def test_a_case_is_named(asked, short):
    caption, kind, one, other, own_state = asked
    assert short_name(caption, kind, [*one, *other], own_state) == (short or "Roe v. Example Pictures, LLC")


def test_the_table_of_words_is_whole():
    assert len(IN_NAMES) >= 189
    assert abbreviated_name("Testing Securities Industries Companies") == "Testing Sec. Indus. Cos."
    assert abbreviated_name("Ellery National Associations") == "Ellery Nat’l Ass’ns"


def test_the_full_caption_of_a_suit():
    roe = Captioned(
        "Jane Roe",
        (("individually", ""), ("personal_representative", "John Roe"), ("as_next_friend", "A.R.")),
    )
    others = [
        Captioned("Example Pictures, LLC", (("entity_descriptor", "a New Mexico limited liability company"),)),
        Captioned("Sam Poe", (("entity_descriptor", "an individual"),)),
        Captioned("Does 1–25", are_does=True),
    ]
    assert full_caption(
        "adversary",
        SideInCaption([roe], "Plaintiff", "Plaintiffs"),
        SideInCaption(others, "Defendant", "Defendants"),
    ) == (
        "JANE ROE, individually, and as personal representative of the Estate of JOHN ROE, deceased, and as next "
        "friend of A.R., a minor, Plaintiffs, v. EXAMPLE PICTURES, LLC, a New Mexico limited liability company; SAM "
        "POE, an individual; and DOES 1–25, inclusive, Defendants."
    )


def test_captions_of_two_of_many_and_of_an_arbitration():
    one = SideInCaption([Captioned("Jane Roe")], "Claimant", "Claimants")
    two = SideInCaption([Captioned("Sam Poe"), Captioned("Ada Poe")], "Respondent", "Respondents")
    many = SideInCaption([Captioned("Sam Poe")], "Defendant", "Defendants", total=60)
    assert full_caption("adversary", one, two) == "JANE ROE, Claimant, v. SAM POE and ADA POE, Respondents."
    assert full_caption("adversary", one, many) == "JANE ROE, Claimant, v. SAM POE, et al., Defendants."
    assert full_caption("arbitration", one, two).startswith(
        "In the Matter of the Arbitration between JANE ROE, Claimant, and"
    )


def test_a_side_of_a_caption_counts_parties_not_roles():
    assert "Defendant." in full_caption(
        "adversary",
        SideInCaption([Captioned("Jane Roe")], "Plaintiff", "Plaintiffs"),
        SideInCaption([Captioned("Sam Poe")], "Defendant", "Defendants", total=1),
    )


STATE_CASE = CitedCase(
    "Roe v. Example Pictures, LLC",
    "D-101-CV-2022-00099",
    "N.M. Dist. Ct.",
    system=ForumSystem.STATE,
    filed=Day(date(2022, 2, 15)),
)
FEDERAL_CASE = CitedCase("Roe v. Poe", "1:26-cv-00001", "D.N.M.", system=ForumSystem.FEDERAL)
ARBITRATION = CitedCase(
    "Roe v. Example Pictures", "1220000000", "JAMS", ForumKind.ARBITRAL_INSTITUTION, category="arbitration"
)


def test_citations_in_their_legal_form():
    """The examples of DOMAIN 8.3."""
    number = "Roe v. Example Pictures, LLC, No. D-101-CV-2022-00099"
    assert str(case_citation(STATE_CASE)) == f"{number} (N.M. Dist. Ct. filed Feb. 15, 2022)"
    complaint = CitedFiling("Complaint", Day(date(2022, 2, 15)), pin="¶ 12")
    assert str(filing_citation(complaint, STATE_CASE)) == f"Complaint ¶ 12, {number} (N.M. Dist. Ct. Feb. 15, 2022)"
    motion = CitedFiling("Motion to Compel Arbitration", Day(date(2022, 7, 1)), "14", "3")
    assert str(filing_citation(motion, STATE_CASE)) == (
        f"Mot. to Compel Arb. 3, {number} (N.M. Dist. Ct. July 1, 2022) (entry 14)"
    )
    order = CitedFiling("Order", Day(date(2026, 3, 3)), "41")
    assert str(filing_citation(order, FEDERAL_CASE)) == (
        "Order, Roe v. Poe, No. 1:26-cv-00001 (D.N.M. Mar. 3, 2026), ECF No. 41"
    )
    assert citation_within(CitedFiling("Complaint", number="1", pin="¶ 12"), FEDERAL_CASE) == "Compl. ¶ 12, ECF No. 1"
    affidavit = CitedFiling("Miller Affidavit", Day(date(2015, 1, 12)), pin="¶ 8")
    assert citation_within(affidavit, STATE_CASE) == "Miller Aff. ¶ 8, Jan. 12, 2015"
    assert attachment_within("12", 3, "4") == "ECF No. 12-3 at 4"
    award = CitedFiling("Final Award", Day(date(2024, 5, 1)))
    assert str(award_citation(award, ARBITRATION)) == (
        "Roe v. Example Pictures, JAMS Ref. No. 1220000000, Final Award (May 1, 2024)"
    )


def test_what_is_not_known_is_left_out_of_a_citation():
    assert str(case_citation(CitedCase("Roe v. Poe"))) == "Roe v. Poe"
    year = CitedCase("Roe v. Poe", filed=Day(date(2022, 1, 1), "year"))
    assert str(case_citation(year)) == "Roe v. Poe (filed 2022)"
    month = CitedCase("Roe v. Poe", forum="D.N.M.", filed=Day(date(2022, 9, 1), "month"))
    assert str(case_citation(month)) == "Roe v. Poe (D.N.M. filed Sept. 2022)"
    assert str(filing_citation(CitedFiling("Order"), CitedCase("Roe v. Poe"))) == "Order, Roe v. Poe"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("First Amended Complaint", "First Am. Compl."),
        ("Motion for Summary Judgment", "Mot. for Summ. J."),
        ("Motion to compel discovery", "Mot. to Compel Discovery"),
        ("Opposition to the Motion to Dismiss", "Opp’n to Mot. to Dismiss"),
        (
            "Memorandum in Support of Defendant's Motion for a Preliminary Injunction",
            "Mem. in Supp. of Def.’s Mot. for Prelim. Inj.",
        ),
        ("Deposition Transcript of Jane Roe", "Dep. Tr. of Jane Roe"),
    ],
)
def test_titles_of_filings_are_abbreviated(title, short):
    assert abbreviated_title(title) == short


ITEM = Item("roe-v-poe-k7", "legal_case", "Roe & Co. v. {Poe}_100%", "https://d.example/cases/k7/", date(2026, 5, 3))


def test_bibtex_cannot_be_broken_by_a_name():
    entry = bibtex(ITEM)
    assert r"title = {{Roe \& Co. v. \{Poe\}\_100\%}}" in entry
    assert "urldate = {2026-05-03}" in entry
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")


def test_csl_json_is_read_back():
    item = Item(**{**ITEM.__dict__, "issued": Day(date(2022, 2, 1), "month"), "authors": ("Jane Roe",)})
    (read,) = json.loads(csl_json(item))
    assert read["issued"] == {"date-parts": [[2022, 2]]}
    assert read["author"] == [{"literal": "Jane Roe"}]
    assert read["URL"] == ITEM.address
    assert "number" not in read


def test_a_key_is_of_plain_letters():
    assert key_of("Peña v. Roe & Co.", "k7f3qz") == "pena-v-roe-co-k7f3qz"
