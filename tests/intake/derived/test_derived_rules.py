"""The rule that read a row: kept with it, explained, counted, switched off."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from docket.intake.derived import confirmation
from docket.intake.derived.counting import fired
from docket.models import Case, Filing, FilingLink, SwitchedOffRule
from tests.court_pages import pacer_pages as pages
from tests.court_pages.importing import imported, make_forum, the_case
from tests.court_pages.pacer_pages import Block, Row

pytestmark = pytest.mark.django_db
PARTIES = (Block("Plaintiff", "Ann Roe"), Block("Defendant", "Acme, Inc."))
ROWS = (
    Row("1", "COMPLAINT against Acme, Inc. filed by Ann Roe. (Poe, Ann) (Entered: 03/04/2021)"),
    Row("2", "MOTION to Dismiss by Acme, Inc.."),
    Row("3", "RESPONSE in Opposition re 2 MOTION to Dismiss filed by Ann Roe."),
    Row("4", "ORDER granting 2 Motion to Dismiss. Signed by Judge Sable on 6/2/2021."),
    Row("5", "MOTION to Seal by Acme, Inc.."),
    Row("6", "MOTION to Stay by Acme, Inc.."),
    Row("7", "ORDER. All pending motions are denied as moot. Signed by Judge Sable on 6/9/2021."),
)


@pytest.fixture(autouse=True)
def docket() -> Case:
    make_forum("cand")
    imported(pages.district(rows=list(ROWS), blocks=list(PARTIES), served="06/10/2021 09:00:00"))
    return the_case()


def counts(rule: str) -> tuple[int, int, int]:
    return next(((row.fired, row.confirmed, row.corrected) for row in fired() if row.rule == rule), (0, 0, 0))


def said(*arguments: str, **options: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def ruling() -> FilingLink:
    return FilingLink.objects.get(from_filing__entry_number="4", to_filing__entry_number="2")


def test_every_row_keeps_the_rule_that_read_it():
    assert ruling().rule == "act.grant"
    assert all(FilingLink.objects.values_list("rule", flat=True))
    assert all(Filing.objects.exclude(filing_type="").values_list("type_rule", flat=True))


def test_an_order_that_ends_all_pending_motions_is_linked_to_those_that_wait():
    ended = FilingLink.objects.filter(rule="all_pending").values_list("to_filing__entry_number", "kind")
    assert set(ended) == {("5", "disposes"), ("6", "disposes")}


def test_it_counts_what_staff_made_of_each_rule():
    assert counts("act.grant") == (1, 0, 0)
    confirmation.confirm(FilingLink.objects.filter(pk=ruling().pk))
    assert counts("act.grant") == (1, 1, 0)
    opposing = FilingLink.objects.filter(kind="opposes")
    rule = opposing.get().rule
    confirmation.set_link(opposing, "responds_to", "")
    assert counts(rule) == (1, 0, 1)
    confirmation.reject(FilingLink.objects.filter(rule="all_pending", to_filing__entry_number="5"))
    assert counts("all_pending") == (2, 0, 1)
    kind = Filing.objects.get(entry_number="2").type_rule
    confirmation.set_type(Filing.objects.filter(entry_number="2"), "mot.strike")
    assert counts(kind) == (1, 0, 1)


def test_a_rule_that_is_switched_off_takes_its_rows_back_but_not_those_that_staff_confirmed():
    confirmation.confirm(FilingLink.objects.filter(rule="all_pending", to_filing__entry_number="6"))
    said("derived_rules", off="act.grant", reason="grants what was denied")
    said("derived_rules", off="all_pending", reason="ends what waits")
    assert (ruling().kind, ruling().outcome, ruling().rule) == ("refers_to", "", "mention")
    ended = FilingLink.objects.filter(rule="all_pending").values_list("to_filing__entry_number", flat=True)
    assert set(ended) == {"6"}
    assert "act.grant" in said("derived_rules")
    history = apps.get_model("docket.FilingLinkHistory")
    assert history.objects.filter(id=ruling().pk, outcome="granted").exists()
    said("derived_rules", on="act.grant")
    said("read_dockets", "--all")
    assert ruling().outcome == "granted"


def test_a_type_rule_that_is_switched_off_leaves_no_type():
    rule = Filing.objects.get(entry_number="2").type_rule
    said("derived_rules", off=rule, reason="misnames motions")
    assert Filing.objects.get(entry_number="2").filing_type == ""
    assert Filing.objects.get(entry_number="5").filing_type == "mot.seal"


def test_it_says_what_is_wrong_with_the_command():
    with pytest.raises(CommandError, match="--reason"):
        said("derived_rules", off="act.grant")
    with pytest.raises(CommandError, match="No rule is called"):
        said("derived_rules", off="act.nosuch", reason="x")
    with pytest.raises(CommandError, match="not switched off"):
        said("derived_rules", on="act.grant")
    assert not SwitchedOffRule.objects.exists()


def test_it_explains_a_line_by_clause_verb_object_and_rule():
    text = said("read_dockets", explain=Filing.objects.get(entry_number="4").public_id)
    assert "verb “granting” (act, grant): granted" in text
    assert "object 2: rules_on (granted)   rule act.grant" in text
    with pytest.raises(CommandError, match="No filing nosuch"):
        said("read_dockets", explain="nosuch")
