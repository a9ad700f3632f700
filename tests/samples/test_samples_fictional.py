"""The invented sample: rich enough to show everything that the record can hold, and coherent."""

import io
from collections import Counter
from datetime import date
from re import fullmatch

import pikepdf
import pytest
from django.core.files.storage import storages
from django.db import connections, models
from django.db.models import F

from docket.choices import (
    CLAIM_EVENT_RULES,
    COURT_ACTS,
    DOCKET_PATTERNS,
    FILING_LINK_RULES,
    INITIATING,
    MOTIONS,
    ROLES_THAT_CANNOT_ASSERT,
    ClaimEffect,
    ClaimKind,
    capacity_phrase,
)
from docket.claims import for_status, status_of
from docket.models import (
    Appearance,
    Case,
    CaseLink,
    CaseParty,
    Claim,
    ClaimAgainst,
    ClaimEvent,
    Deadline,
    Document,
    Filing,
    FilingLink,
    Matter,
    SealedText,
    SourceLink,
)
from docket.publishing.wall import lifecycle
from docket.publishing.wall.tables import published_tables
from docket.samples.files import read
from docket.samples.loading import load
from docket.samples.people import sample_id
from parties.models import Attorney, Firm, Party
from tests import cluster

HAPPENED = date(2023, 8, 19)
WRITTEN = date(2026, 11, 22)


@pytest.fixture(scope="module")
def stage(baseline, django_db_blocker):
    with django_db_blocker.unblock():
        load(["fictional"])
        yield Matter.objects.get()
        connections.close_all()
    with cluster.connect(database=cluster.TEST_DATABASE) as admin:
        baseline.restore(admin)


def published(sql):
    with connections["published"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def case(id):
    return Case.objects.get(public_id=sample_id("stage", "case", id))


def filing(case_id, id):
    return Filing.objects.get(public_id=sample_id("stage", case_id, "filing", id))


def test_it_is_headed_as_invented_and_kept_from_search_engines(stage):
    assert stage.heading_note.startswith("Invented: every person, company, number")
    assert published("select distinct is_sample, noindex from docket_case") == [(True, True)]
    assert published("select is_sample, noindex from docket_matter") == [(True, True)]


def test_it_holds_every_category_of_proceeding_in_several_states(stage):
    assert Counter(Case.objects.values_list("category", flat=True)) == {
        "civil": 6,
        "appeal": 3,
        "criminal": 1,
        "regulatory": 1,
        "arbitration": 1,
        "investigation": 1,
        "probate": 1,
        "bankruptcy": 1,
    }
    assert {"New Mexico", "California"} <= set(Case.objects.values_list("forum__jurisdiction", flat=True))
    assert {"jams", "nmohsb", "nmdist1", "calsuppctla", "nmd"} <= set(
        Case.objects.values_list("forum__slug", flat=True)
    )


def test_it_is_rich(stage):
    assert Party.objects.count() >= 25
    assert Filing.objects.count() >= 150
    assert Attorney.objects.count() >= 15
    assert Firm.objects.count() >= 9
    assert Appearance.objects.count() >= 40
    assert ClaimEvent.objects.count() >= 250


def test_every_effect_of_an_event_and_every_kind_of_claim_occurs(stage):
    """The kinds themselves are walked through, each, in tests/claims."""
    kinds = set(ClaimEvent.objects.values_list("kind", flat=True))
    assert {CLAIM_EVENT_RULES[kind].effect for kind in kinds} == set(ClaimEffect)
    assert len(kinds) >= 70
    assert set(Claim.objects.values_list("kind", flat=True)) == set(ClaimKind.values)


def test_every_kind_of_filing_link_occurs(stage):
    assert set(FilingLink.objects.values_list("kind", flat=True)) == set(FILING_LINK_RULES) - {"stays"}


def test_many_kinds_of_case_link_occur_and_one_end_may_be_words(stage):
    kinds = set(CaseLink.objects.values_list("kind", flat=True))
    assert len(kinds) >= 15
    assert {"removed_from", "remanded_to", "appeal_of", "consolidated_into", "confirms_award"} <= kinds
    assert "MDL No. 9999" in CaseLink.objects.get(kind="member_of_mdl").to_text


def test_each_claim_stands_where_its_file_says(stage):
    told, derived = {}, {}
    for data in read("fictional").cases:
        for claim in data.claims:
            claim_id = sample_id("stage", data.id, "claim", claim.id)
            for against in claim.against:
                told[sample_id(claim_id, against.party)] = f"{data.id}, {claim.id}, {against.party}: {against.now}"
    for row in for_status(ClaimAgainst.objects.all()):
        words = told[row.public_id].rpartition(": ")[0]
        derived[row.public_id] = f"{words}: {status_of(row).text}"
    assert derived == told


def test_each_event_fits_its_rule(stage):
    for event in ClaimEvent.objects.select_related("case"):
        rule = CLAIM_EVENT_RULES[event.kind]
        assert event.case.category in rule.categories, event
        assert bool(event.with_prejudice) == rule.needs_prejudice, event
        assert rule.takes_response or not event.response, event
        assert rule.takes_amount or event.amount is None, event


def test_no_claim_is_made_by_whom_it_is_against_or_by_whom_cannot_claim(stage):
    for claim in Claim.objects.prefetch_related("asserted_by__case_party", "against__case_party"):
        by = {row.case_party.party_id for row in claim.asserted_by.all()}
        assert by
        assert not by & {row.case_party.party_id for row in claim.against.all()}, claim
        assert not {row.case_party.role for row in claim.asserted_by.all()} & ROLES_THAT_CANNOT_ASSERT


def test_each_link_joins_filings_of_the_right_sort(stage):
    for link in FilingLink.objects.select_related("from_filing", "to_filing"):
        source, target = link.from_filing.filing_type, link.to_filing.filing_type
        if link.kind == "rules_on":
            assert source in COURT_ACTS, link
            assert target in MOTIONS | INITIATING, link
        if link.kind == "opposes":
            assert target in MOTIONS, link
        assert bool(link.outcome) == FILING_LINK_RULES[link.kind].takes_outcome, link


def test_numbers_have_the_shape_that_their_forum_gives(stage):
    for row in Case.objects.exclude(forum__docket_pattern="").select_related("forum"):
        assert row.forum
        pattern = DOCKET_PATTERNS[row.forum.docket_pattern]
        assert fullmatch(pattern, row.docket_number), row
    assert Case.objects.exclude(forum__docket_pattern="").count() >= 13


def test_the_federal_docket_has_a_gap_a_repeat_and_lines_without_number(stage):
    numbers = list(case("federal").filings.order_by("sequence").values_list("entry_number", flat=True))
    assert numbers.count("") == 3
    assert numbers.count("8") == 2
    assert "10" not in numbers
    assert {"9", "11"} <= set(numbers)
    states = set(Filing.objects.values_list("state", flat=True))
    assert states == {"ok", "filed_in_error", "stricken", "withdrawn"}


def test_dates_are_coherent(stage):
    for row in Case.objects.prefetch_related("filings"):
        filed = [each.date_filed for each in row.filings.all()]
        assert all(HAPPENED <= day <= WRITTEN for day in filed), row
        assert row.date_filed == min(filed), row
        assert (row.date_terminated is None) == (row.status in ("pending_active", "reopened")), row
    for each in Filing.objects.exclude(date_entered=None):
        assert each.date_entered >= each.date_filed
    for link in FilingLink.objects.exclude(kind="refers_to").select_related("from_filing", "to_filing"):
        assert link.from_filing.date_filed >= link.to_filing.date_filed, link
    for event in ClaimEvent.objects.exclude(filing=None).exclude(filing__date_served__gte=F("date")):
        assert event.filing is not None
        assert event.date is not None
        assert event.filing.date_filed is not None
        assert event.date <= event.filing.date_filed, event


def test_a_plaintiff_sues_in_three_capacities_and_a_child_is_named_by_initials(stage):
    plaintiff = CaseParty.objects.get(case=case("civil"), role="plaintiff")
    phrases = [capacity_phrase(each.kind, each.object) for each in plaintiff.capacities.all()]
    assert phrases == [
        "individually",
        "as personal representative of the Estate of Tobias Larkspur, deceased",
        "as next friend of P.L., a minor",
    ]
    assert list(Party.objects.filter(is_minor=True).values_list("name", flat=True)) == ["P.L."]


def test_parties_without_counsel_doe_ranges_and_other_names_are_there(stage):
    assert CaseParty.objects.filter(is_pro_se=True, appearances=None).count() == 2
    does = CaseParty.objects.get(case=case("la"), role="doe_defendant")
    assert (does.doe_from, does.doe_to) == (1, 25)
    assert does.substitutes.get().party.name == "Nimbus & Vane Forecasting, LLC"
    assert set(Party.objects.values_list("kind", flat=True)) == {
        *("person", "organization", "government", "estate", "in_rem", "group")
    }
    assert set(Party.objects.exclude(aliases=None).values_list("aliases__kind", flat=True)) == {"dba", "fka", "aka"}


def test_deadlines_are_computed_with_their_steps_or_ordered(stage):
    contest = Deadline.objects.get(rule="osh.contest")
    assert (contest.earliest, contest.state) == (date(2024, 3, 5), "met")
    assert contest.steps
    assert set(Deadline.objects.values_list("certainty", flat=True)) == {"computed", "ordered"}
    assert not Deadline.objects.filter(satisfied_by__date_filed__gt=F("latest")).exists()


def test_prose_and_people_in_the_event_rest_on_sources(stage):
    assert stage.summaries.count() == 1
    assert stage.updates.count() == 4
    assert stage.matter_parties.count() >= 15
    assert SourceLink.objects.filter(basis="reported").exists()


def test_the_draft_is_nowhere_in_what_is_published(stage):
    draft = filing("criminal", "note")
    assert draft.visibility == "draft"
    assert published(f"select 1 from docket_filing where id = {draft.pk}") == []
    assert len(published("select 1 from docket_filing")) == Filing.objects.count() - 1


def test_what_is_sealed_is_a_line_without_words(stage):
    sealed = [filing("criminal", "psr"), filing("criminal", "jury-list"), filing("civil", "minor")]
    for row in sealed:
        shown = published(
            f"select visibility, date_filed, docket_text, title, filing_type from docket_filing where id = {row.pk}"
        )
        assert shown == [("sealed", row.date_filed, "", "", "")]
    assert SealedText.objects.filter(label="docket.filing", text__contains="PRESENTENCE").exists()


def test_no_withheld_word_stands_in_any_published_column(stage):
    withheld = ("PRESENTENCE REPORT", "JURY LIST", "MINOR SETTLEMENT (SEALED)", "Letter to the clerk", "Photographs")
    for table in published_tables():
        texts = [f.column for f in table.fields if isinstance(f, models.TextField)]
        for column in texts:
            values = " ".join(str(value) for (value,) in published(f'select "{column}" from {table.name}'))
            assert not [words for words in withheld if words in values], (table.name, column)


def test_a_removed_document_leaves_its_place_only(stage):
    removed = Document.objects.get(filing=filing("investigation", "report"), attachment_number=1)
    assert published(f"select visibility, title, file from docket_document where id = {removed.pk}") == [
        ("removed", "", "")
    ]


def test_published_copies_are_clean_pdfs_of_the_invented_filings(stage):
    copies = published("select file, page_count, byte_size from docket_document where file <> ''")
    assert len(copies) >= 15
    for name, pages, size in copies:
        with storages["published"].open(name) as file:
            copy = io.BytesIO(file.read())
        with pikepdf.open(copy) as pdf:
            assert len(pdf.pages) == pages == 2
            assert "/Info" not in pdf.trailer
        assert storages["published"].size(name) == size
    assert published("select count(*) from docket_documentpage")[0][0] == 2 * len(copies)


def test_every_row_passes_the_checks_of_its_model(stage):
    for table in published_tables():
        keys = [f.name for f in table.fields if f.is_relation]
        for row in table.model._default_manager.select_related(*keys):
            row.clean_fields(exclude=keys)
            row.clean()


def test_the_projection_equals_the_record(stage):
    with connections["owner"].cursor() as cursor:
        assert lifecycle.differences(cursor) == []


def test_loading_twice_changes_nothing(stage):
    before = versions()
    assert load(["fictional"]) == [f"“{stage.title}”: already there, left as it is."]
    assert versions() == before


def _version(model):
    """A table of notes has none: it only grows."""
    return [field.name for field in model._meta.fields if field.name == "row_version"]


def versions():
    return {
        table.name: list(table.model._default_manager.order_by("pk").values_list("pk", *_version(table.model)))
        for table in published_tables()
    }
