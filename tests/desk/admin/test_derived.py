"""What was read from docket texts, at the desk: filtered, confirmed, set right, rejected, made hearings."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from docket.models import Deadline, DerivedDate, Filing, FilingLink, FilingParty, Hearing
from tests.records.desk_cast import a_case, a_filing, a_party, address, list_of, member, publish, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def filings() -> list[Filing]:
    case = a_case()
    motion = a_filing(case, "", docket_text="MOTION to Dismiss", filing_type="mot.dismiss", type_derived="derived")
    order = a_filing(case, "", docket_text="ORDER granting 1", filing_type="order.order", type_derived="derived")
    FilingLink.objects.create(from_filing=order, to_filing=motion, kind="rules_on", outcome="granted", is_derived=True)
    a_filing(case, "Entered by staff", filing_type="notice.notice")
    return [motion, order]


def act(client, model, action, rows, **boxes):
    return client.post(list_of(model), {"action": action, "_selected_action": [row.pk for row in rows], **boxes})


def test_a_list_shows_what_is_derived_and_not_confirmed(filings):
    clerk = member("clerk")
    shown = clerk.get(list_of(Filing), {"type": "derived"}).content.decode()
    assert "MOTION to Dismiss" in shown
    assert "Entered by staff" not in shown
    assert "Rules on" in clerk.get(list_of(FilingLink), {"is_derived__exact": "1"}).content.decode()


def test_a_list_shows_beside_the_words_what_is_to_be_confirmed(filings):
    roe = a_party(filings[0].case, "Ann Roe")
    FilingParty.objects.create(filing=filings[0], case_party=roe, is_derived=True)
    clerk = member("clerk")
    for asked, shown in (("derived", filings[::-1]), ("filers", filings[:1])):
        listed = clerk.get(list_of(Filing), {"type": asked, "case": filings[0].case.pk})
        assert {row.pk for row in listed.context["cl"].result_list} == {row.pk for row in shown}
        page = listed.content.decode()
        assert "Motion to dismiss (read)" in page
        assert "Ann Roe (read)" in page
    links = clerk.get(list_of(FilingLink), {"is_derived__exact": "1"}).content.decode()
    assert "Rules on: granted" in links
    assert f'<a href="{address(filings[0])}">' in links


def test_filers_are_confirmed_in_bulk(filings):
    roe = a_party(filings[0].case, "Ann Roe")
    filer = FilingParty.objects.create(filing=filings[0], case_party=roe, is_derived=True)
    act(member("clerk"), Filing, "confirm_filers", filings)
    filer.refresh_from_db()
    assert not filer.is_derived
    assert Filing.objects.filter(type_derived="derived").count() == 2


def test_types_are_confirmed_in_bulk(filings):
    act(member("clerk"), Filing, "confirm_type", filings)
    assert set(Filing.objects.values_list("type_derived", flat=True)) == {"confirmed", ""}


def test_a_type_is_set_in_bulk_after_asking_which(filings):
    clerk = member("clerk")
    asked = act(clerk, Filing, "set_type", filings)
    assert "Motion to strike" in asked.content.decode()
    assert act(clerk, Filing, "set_type", filings, filing_type="mot.strike").status_code == 302
    assert set(Filing.objects.filter(pk__in=[f.pk for f in filings]).values_list("filing_type", "type_derived")) == {
        ("mot.strike", "confirmed")
    }


def test_links_are_confirmed_and_rejected(filings):
    clerk, links = member("clerk"), list(FilingLink.objects.all())
    act(clerk, FilingLink, "confirm", links)
    assert not FilingLink.objects.get().is_derived
    act(clerk, FilingLink, "reject", links)
    assert FilingLink.objects.exists()  # what somebody confirmed is deleted on the filing's page only
    FilingLink.objects.update(is_derived=True)
    act(clerk, FilingLink, "reject", links)
    assert not FilingLink.objects.exists()


def test_what_links_do_is_set_in_bulk_after_asking(filings):
    clerk, links = member("clerk"), list(FilingLink.objects.all())
    assert "Rules on" in act(clerk, FilingLink, "set_link", links).content.decode()
    wrong = act(clerk, FilingLink, "set_link", links, kind="refers_to", outcome="denied")
    assert "Only what rules on a filing has an outcome" in wrong.content.decode()
    assert act(clerk, FilingLink, "set_link", links, kind="rules_on", outcome="denied").status_code == 302
    assert FilingLink.objects.values_list("kind", "outcome", "is_derived").get() == ("rules_on", "denied", False)


def test_what_is_public_is_left_to_those_who_publish(filings):
    publish(filings[0].case)
    link = FilingLink.objects.get()
    clerk = member("clerk")
    assert act(clerk, Filing, "confirm_type", filings).status_code == 403
    assert act(clerk, FilingLink, "reject", [link]).status_code == 403
    assert act(member("editor"), FilingLink, "reject", [link]).status_code == 302
    assert not FilingLink.objects.exists()


def test_the_form_says_which_boxes_hold_what_was_read(filings):
    clerk = member("clerk")

    def marked(filing):
        fields = clerk.get(address(filing)).context["adminform"].form.fields
        return {name for name, field in fields.items() if field.help_text.startswith("Read from the docket text")}

    assert marked(filings[0]) == {"filing_type"}
    FilingParty.objects.create(filing=filings[0], case_party=a_party(filings[0].case, "Ann Roe"), is_derived=True)
    assert marked(filings[0]) == {"filing_type", "filers"}
    assert marked(Filing.objects.get(title="Entered by staff")) == set()


def test_choosing_another_type_in_the_form_confirms_it(filings):
    clerk, where = member("clerk"), address(filings[0])
    assert clerk.post(where, typed(clerk.get(where)) | {"filing_type": "mot.strike"}).status_code == 302
    filing = Filing.objects.get(pk=filings[0].pk)
    assert (filing.filing_type, filing.type_derived) == ("mot.strike", "confirmed")


def test_a_draft_with_nothing_but_what_was_read_is_deleted_with_it(filings):
    clerk = member("clerk")
    where = address(filings[1], "delete")
    assert "Motion" not in clerk.get(where).content.decode().split("protected")[-1]
    assert clerk.post(where, {"post": "yes"}).status_code == 302
    assert not Filing.objects.filter(pk=filings[1].pk).exists()


def test_the_desk_begins_with_days_to_come_that_nobody_decided(filings):
    for title, day in (("Argument", date.today() + timedelta(days=9)), ("Trial", date(2021, 6, 1))):
        DerivedDate.objects.create(filing=filings[0], kind="hearing", title=title, date=day)
    clerk = member("clerk")
    home = clerk.get(reverse("admin:index"))
    waiting = next(one for one in home.context["waiting"] if "docket text" in one.words)
    assert (waiting.count, waiting.words) == ("1", "day to come stands in a docket text only")
    listed = clerk.get(waiting.address)
    assert [row.title for row in listed.context["cl"].result_list] == ["Argument"]


def test_days_become_drafts_and_a_clerk_dismisses_the_rest(filings):
    days = [
        DerivedDate.objects.create(filing=filings[0], kind=kind, title=title, date=date(2021, 6, 1), hearing_kind=sort)
        for kind, title, sort in (("hearing", "Motion Hearing", "motion_hearing"), ("deadline", "Responses due", ""))
    ]
    clerk = member("clerk")
    assert "Responses due" in clerk.get(list_of(DerivedDate)).content.decode()
    act(clerk, DerivedDate, "accept", days[:1])
    act(clerk, DerivedDate, "dismiss", days)
    assert Hearing.objects.get().visibility == "draft"
    assert not Deadline.objects.exists()
    assert set(DerivedDate.objects.values_list("title", "state")) == {
        ("Motion Hearing", "accepted"),
        ("Responses due", "dismissed"),
    }
