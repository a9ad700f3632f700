"""The reported sample, fact by fact."""

import pytest
from django.db import connections

from docket.claims import status_of
from docket.models import (
    Case,
    ClaimAgainst,
    ClaimEvent,
    Excerpt,
    Filing,
    FilingLink,
    Hearing,
    Matter,
    Source,
    SourceLink,
    Summary,
)
from docket.publishing.wall import lifecycle
from docket.samples.loading import load
from parties.models import Party
from tests import cluster

WRONGFUL_DEATH = "Wrongful-death suit over the death of Halyna Hutchins"


@pytest.fixture(scope="module")
def rust(baseline, django_db_blocker):
    with django_db_blocker.unblock():
        load(["rust"])
        yield Matter.objects.get()
        connections.close_all()
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        baseline.restore(admin)


def case(category):
    return Case.objects.get(category=category)


def published(sql):
    with connections["published"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def differences():
    with connections["owner"].cursor() as cursor:
        return lifecycle.differences(cursor)


def test_the_reported_matter_is_headed_dated_and_placed_as_reported(rust):
    assert rust.title == "Fatal shooting on the set of the film Rust"
    assert rust.heading_note == "As reported in 2022; later events not included"
    assert (rust.happened_on.isoformat(), rust.happened_on_precision) == ("2021-10-01", "month")
    assert rust.place == "New Mexico"


def test_its_coverage_note_speaks_of_the_lawsuits_that_are_not_entered(rust):
    assert "many lawsuits besides the wrongful-death suit" in rust.coverage_note
    assert rust.cases.count() == 3


def test_it_and_its_cases_are_samples_that_search_engines_leave_alone(rust):
    assert (rust.is_sample, rust.noindex) == (True, True)
    assert set(Case.objects.values_list("is_sample", "noindex")) == {(True, True)}


def test_everything_of_the_reported_matter_is_published(rust):
    assert published("select title, noindex, is_sample from docket_matter") == [(rust.title, True, True)]
    assert len(published("select id from docket_case")) == 3
    assert len(published("select id from docket_filing")) == 2
    assert len(published("select id from docket_summary")) == 2
    assert len(published("select id from docket_excerpt where source_id is not null")) == 2
    assert {name for (name,) in published("select name from parties_party")} == set(
        Party.objects.values_list("name", flat=True)
    )
    assert differences() == []


def test_people_have_their_part_in_the_event_whether_or_not_they_are_in_a_case(rust):
    parts = [(p.party.name, p.role, p.note) for p in rust.matter_parties.all()]
    assert parts == [
        ("Halyna Hutchins", "decedent", "Cinematographer"),
        ("Joel Souza", "injured", "Director"),
        ("Alec Baldwin", "producer", "Producer and lead actor"),
        ("Husband of Halyna Hutchins", "survivor", "Husband of Halyna Hutchins"),
        (
            "Other members of the production",
            "involved",
            "Others involved in the production, not named in the report",
        ),
    ]
    in_cases = set(Case.objects.values_list("case_parties__party__name", flat=True)) - {None}
    assert in_cases == {"Alec Baldwin", "Husband of Halyna Hutchins", "Other members of the production"}
    assert not Party.objects.filter(is_minor=True).exists()


def test_no_forum_number_or_date_is_invented_for_a_case(rust):
    unknown = ("forum_id", "docket_number", "docket_number_as_filed", "date_filed", "date_terminated", "disposition")
    assert set(Case.objects.values_list(*unknown)) == {(None, "", "", None, None, "")}
    assert all(Case.objects.values_list("caption_is_descriptive", flat=True))
    assert not Hearing.objects.exists()


def test_the_investigation_is_open_and_charges_nobody(rust):
    investigation = case("investigation")
    assert (investigation.status, investigation.case_type) == ("pending_active", "investigation_police")
    assert "nobody had been formally charged" in investigation.coverage_note
    assert not investigation.case_parties.exists()
    assert not investigation.claims.exists()


def test_the_suit_is_by_the_husband_against_baldwin_and_the_others(rust):
    civil = case("civil")
    assert civil.caption_short == WRONGFUL_DEATH
    roles = [(p.party.name, p.role, p.party.kind) for p in civil.case_parties.all()]
    assert roles == [
        ("Husband of Halyna Hutchins", "plaintiff", "person"),
        ("Alec Baldwin", "defendant", "person"),
        ("Other members of the production", "defendant", "group"),
    ]


def test_the_complaint_is_an_undated_unnumbered_filing_of_the_husband(rust):
    complaint = case("civil").filings.get()
    assert complaint.filing_type == "init.complaint"
    assert (complaint.date_filed, complaint.entry_number, complaint.docket_text) == (None, "", "")
    assert [p.case_party.party.name for p in complaint.filing_parties.all()] == ["Husband of Halyna Hutchins"]


def test_wrongful_death_is_claimed_against_both_and_pending(rust):
    claim = case("civil").claims.get()
    assert (claim.title, claim.cause_of_action, claim.basis) == ("Wrongful death", "wrongful_death", "reported")
    assert claim.asserted_in == case("civil").filings.get()
    assert [p.case_party.party.name for p in claim.asserted_by.all()] == ["Husband of Halyna Hutchins"]
    statuses = {a.case_party.party.name: status_of(a).text for a in claim.against.all()}
    assert statuses == {
        "Alec Baldwin": "pleaded",
        "Other members of the production": "pleaded",
    }


def test_the_arbitration_filing_responds_to_the_complaint_across_proceedings(rust):
    link = FilingLink.objects.get()
    assert link.kind == "responds_to"
    assert (link.from_filing, link.from_case) == (case("arbitration").filings.get(), case("arbitration"))
    assert (link.to_filing, link.to_case) == (case("civil").filings.get(), case("civil"))
    filing = link.from_filing
    assert filing.filing_type == "arb.filing"
    assert filing.date_filed is None
    assert [p.case_party.party.name for p in filing.filing_parties.all()] == ["Alec Baldwin"]
    assert {e.kind for e in ClaimEvent.objects.all()} == {"asserted"}


def test_the_arbitration_names_no_institution_role_or_status(rust):
    arbitration = case("arbitration")
    assert arbitration.status == "unknown"
    assert [(p.party.name, p.role, p.side) for p in arbitration.case_parties.all()] == [
        ("Alec Baldwin", "other", "neutral")
    ]
    text = arbitration.summaries.get().text
    assert "persuaded Souza, principal actors and crew" in text
    assert "contribute profits to her family" in text
    assert "Baldwin denies liability" in text


def test_the_two_quotations_are_verbatim(rust):
    assert list(Excerpt.objects.values_list("text", flat=True)) == [
        "No one who had been involved in Rust is eager to return to New Mexico.",
        "At this point, two things are clear: someone is culpable for chambering the live round that led to this "
        "horrific tragedy, and it is someone other than Baldwin.",
    ]
    assert {e.filing for e in Excerpt.objects.all()} == {case("arbitration").filings.get()}


def test_every_fact_rests_on_the_report_and_on_nothing_else(rust):
    source = Source.objects.get()
    assert (source.kind, source.publisher, source.url) == ("news_report", "Entertainment press", "")
    assert (source.date_published.isoformat(), source.date_published_precision) == ("2022-01-01", "year")
    links = SourceLink.objects.all()
    assert {(link.source, link.basis) for link in links} == {(source, "reported")}
    proved = {name: len({getattr(link, f"{name}_id") for link in links} - {None}) for name in SourceLink.TARGETS}
    expected = {"matter": 1, "case": 3, "filing": 2, "claim_event": 2, "matter_party": 5, "summary": 2, "update": 0}
    assert proved == expected
    assert set(ClaimEvent.objects.values_list("basis", flat=True)) == {"reported"}


def test_its_summaries_are_as_of_the_year_of_the_report(rust):
    assert {(s.as_of.isoformat(), s.as_of_precision) for s in Summary.objects.all()} == {("2022-01-01", "year")}
    assert "A live round had got among the dummy ammunition." in rust.summaries.get().text


def test_loading_twice_changes_nothing(rust):
    before = rows()
    assert load(["rust"]) == ["“Fatal shooting on the set of the film Rust”: already there, left as it is."]
    assert rows() == before


def rows():
    tables = (Matter, Case, Filing, FilingLink, ClaimAgainst, ClaimEvent, Excerpt, SourceLink, Party, Summary)
    return {model.__name__: list(model.objects.order_by("pk").values_list("pk", "row_version")) for model in tables}
