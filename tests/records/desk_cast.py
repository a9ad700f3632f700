"""The cast of the desk's tests: who signs in, and a case with something in it."""

import time
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.forms import Select
from django.test import Client
from django.urls import reverse

from docket.desk.accounts.sessions import BEGAN, SEEN
from docket.desk.groups import make_groups
from docket.models import Case, CaseParty, Filing
from docket.publishing import verbs
from parties.models import Party


def member(group: str, name: str = "") -> Client:
    """A signed-in member of clerk, editor or custodian; “chief” is a superuser."""
    users = get_user_model().objects
    if group == "chief":
        user = users.create_superuser(name or "chief")
    else:
        make_groups()
        user = users.create_user(name or group.replace(" ", "_"), is_staff=True)
        user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    begin_session(client)
    return client


def begin_session(client: Client) -> None:
    """As its first request would: that one asks the database more often than those that follow."""
    session = client.session
    session[BEGAN] = session[SEEN] = time.time()
    session.save()


def a_case(caption="Roe v. Poe", **columns):
    return Case.objects.create(**{"caption": caption, "category": "civil", **columns})


def a_party(case, name="Jane Roe", role="plaintiff"):
    return CaseParty.objects.create(case=case, party=Party.objects.create(name=name), role=role)


def a_filing(case, title="Complaint", **columns):
    return Filing.objects.create(case=case, title=title, **columns)


def publish(row):
    verbs.act("publish", row, actor=None, reason="checked")
    return row


def press(client, row, **boxes):
    """Look at the publication page of an act, and press its button."""
    where = address(row, "publication")
    page = client.get(where, {"verb": boxes["verb"]})
    return client.post(where, {"shown": page.context["shown"], **boxes})


def act_on(client, model, verb, rows, **boxes):
    """Choose rows of a list for an act; with a reason, look at what it would do and press its button."""
    sent = {"action": verb, "_selected_action": [row.pk for row in rows]}
    page = client.post(list_of(model), sent)
    if "reason" not in boxes or page.status_code != 200:
        return page
    return client.post(list_of(model), {**sent, "shown": page.context["shown"], **boxes})


def address(row, page="change", **query):
    options = row._meta
    name = f"admin:{options.app_label}_{options.model_name}_{page}"
    return reverse(name, args=[row.pk])


def list_of(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def new(model, query=""):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add") + query


def typed(response):
    """What a browser would send back from the forms of a change or add page, unchanged."""
    page = response.context
    forms = [page["adminform"].form]
    for inline in page["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    sent: dict[str, Any] = {}
    for form in forms:
        for box in form:
            widget = box.field.widget
            if box.field.disabled:
                continue
            value = box.value()
            if box.field.show_hidden_initial:
                sent[box.html_initial_name] = list(box.form.initial.get(box.name) or [])
            if widget.__class__.__name__ == "CheckboxInput":
                if value:
                    sent[box.html_name] = "on"
            elif getattr(widget, "allow_multiple_selected", False):
                sent[box.html_name] = list(value or [])
            elif hasattr(widget, "widgets"):
                for number, part in enumerate(widget.decompress(value)):
                    sent[f"{box.html_name}_{number}"] = "" if part is None else str(part)
            else:
                shown = value if isinstance(widget, Select) else widget.format_value(value)
                sent[box.html_name] = "" if shown is None else shown
    return sent


def one_of_each():
    """A row of every model that has a page of its own at the desk, all hanging together; by model."""
    from datetime import date

    from docket import models as m
    from parties import models as p

    matter = m.Matter.objects.create(title="A stage collapses")
    forum = m.Forum.objects.create(slug="test-forum", kind="court", name="Test Forum")
    case = a_case(forum=forum, docket_number="1:24-cv-00001")
    party = a_party(case)
    filing = a_filing(case, entry_number="1", docket_text="COMPLAINT")
    claim = m.Claim.objects.create(case=case, title="Negligence", asserted_in=filing)
    against = m.ClaimAgainst.objects.create(claim=claim, case_party=a_party(case, "Poe Inc.", "defendant"))
    attorney, firm = p.Attorney.objects.create(name="A. Lawyer"), p.Firm.objects.create(name="Lawyer LLP")
    rows = [
        *(matter, forum, case, party, party.party, filing, claim, against, attorney, firm),
        m.MatterParty.objects.create(matter=matter, party=party.party, role="injured"),
        m.Appearance.objects.create(case_party=party, attorney=attorney, firm=firm),
        m.Document.objects.create(filing=filing, title="Complaint"),
        m.ClaimEvent.objects.create(claim_against=against, kind="answered", filing=filing),
        m.Hearing.objects.create(case=case, title="Conference", date=date(2024, 5, 1)),
        m.Deadline.objects.create(case=case, title="Answer", earliest=date(2024, 5, 1), latest=date(2024, 5, 1)),
        m.Summary.objects.create(case=case, text="It is pending.", as_of=date(2024, 5, 1)),
        m.Update.objects.create(case=case, title="Filed", date=date(2024, 5, 1)),
        m.Source.objects.create(kind="news_report", title="A report"),
        m.StaffNote.objects.create(case=case, text="Ask the clerk."),
        m.ReaderRequest.objects.create(
            kind="correction", received_on=date(2024, 5, 1), sender="A reader", text="It is wrong."
        ),
        m.SitePage.objects.create(slug="house-rules", title="House rules", text="Be kind."),
    ]
    return {type(row): row for row in rows}
