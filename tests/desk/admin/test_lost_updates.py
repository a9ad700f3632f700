"""Two people edit one row: the second is told, and nothing of either is lost."""

import pytest
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper

from docket.desk.admin.derived import ListedOnly
from docket.desk.admin.record_admin import RecordAdmin
from docket.models import CaseNumber, CaseParty, Filing, FilingParty
from tests.records.desk_cast import a_case, a_filing, a_party, address, member, one_of_each, typed

pytestmark = pytest.mark.django_db
RECORD = [owner for owner in admin.site._registry.values() if isinstance(owner, RecordAdmin)]
FORMS = [owner for owner in RECORD if not isinstance(owner, ListedOnly)]
TOLD = "saved this row after you opened it"


@pytest.fixture
def ann(db):
    return member("chief", "ann")


@pytest.fixture
def bob(db):
    return member("chief", "bob")


def another(form, name, value):
    """Another value that the box takes."""
    field = form.fields[name]
    if isinstance(field, forms.BooleanField):
        return None if value else "on"
    if isinstance(field, forms.TypedChoiceField | forms.ChoiceField):
        flat = [str(key) for key, _ in field.widget.choices if not isinstance(_, list | tuple)]
        grouped = [str(key) for _, group in field.widget.choices if isinstance(group, list | tuple) for key, _ in group]
        keys = [key for key in flat + grouped if key]
        return keys[(keys.index(str(value)) + 1 if str(value) in keys else 0) % len(keys)]
    if isinstance(field, forms.IntegerField):
        return str(int(value or 0) + 7)
    return f"{value}x" if not isinstance(field.widget, forms.URLInput) else "https://example.org/x"


def plain(form):
    """The boxes whose value can be changed without knowing the record."""
    takes = forms.BooleanField | forms.IntegerField | forms.TypedChoiceField
    unruly = {
        "opened_version",
        "kind",
        "state",
        "doe_from",
        "doe_to",
        "unit",
        "is_minor",
        "role",
        "time_zone",
    }
    for name, field in form.fields.items():
        text = type(field) is forms.CharField and not isinstance(field.widget, RelatedFieldWidgetWrapper)
        if name not in unruly and not field.disabled and (text or isinstance(field, takes)):
            yield name


@pytest.mark.parametrize("owner", FORMS, ids=lambda owner: owner.opts.label)
def test_the_second_save_is_refused_and_then_keeps_both_edits(ann, bob, owner):
    row = one_of_each()[owner.model]
    ann_page, bob_page = ann.get(address(row)), bob.get(address(row))
    form = ann_page.context["adminform"].form
    boxes = list(plain(form))
    first, second = boxes[0], boxes[-1]
    anns, bobs = typed(ann_page), typed(bob_page)
    anns[first], bobs[second] = another(form, first, anns.get(first)), another(form, second, bobs.get(second))
    if first == second:
        bobs[second] = another(form, second, bobs[second])
    anns, bobs = ({k: v for k, v in sent.items() if v is not None} for sent in (anns, bobs))
    assert ann.post(address(row), anns).status_code == 302
    saved = owner.model.objects.get(pk=row.pk)

    told = bob.post(address(row), bobs)
    assert told.status_code == 200
    assert TOLD in told.content.decode()
    assert "ann" in told.content.decode()
    assert owner.model.objects.get(pk=row.pk).row_version == saved.row_version

    assert bob.post(address(row), typed(told)).status_code == 302
    both = owner.model.objects.get(pk=row.pk)
    if first != second:
        assert getattr(both, first) == getattr(saved, first)
    assert both.row_version == saved.row_version + 1


def test_who_edits_the_same_field_sees_both_versions_and_keeps_what_was_typed(ann, bob):
    filing = a_filing(a_case(), title="Motion")
    anns, bobs = typed(ann.get(address(filing))), typed(bob.get(address(filing)))
    ann.post(address(filing), anns | {"title": "Motion to dismiss"})
    told = bob.post(address(filing), bobs | {"title": "Motion to remand"})
    page = told.content.decode()
    for words in ("Motion", "Motion to dismiss", "Motion to remand"):
        assert f"<td>{words}</td>" in page
    assert told.context["adminform"].form["title"].value() == "Motion to remand"
    filing.refresh_from_db()
    assert filing.title == "Motion to dismiss"


def test_a_form_that_does_not_say_its_version_is_refused(ann):
    filing = a_filing(a_case(), title="Motion")
    sent = typed(ann.get(address(filing)))
    del sent["opened_version"]
    assert TOLD in ann.post(address(filing), sent | {"title": "Other"}).content.decode()


def test_a_row_inside_another_page_is_not_overwritten_either(ann, bob):
    case = a_case()
    number = CaseNumber.objects.create(case=case, number="BC-1", kind="own_former")
    anns, bobs = typed(ann.get(address(case))), typed(bob.get(address(case)))
    assert ann.post(address(case), anns | {"numbers-0-number": "BC-2"}).status_code == 302
    told = bob.post(address(case), bobs | {"numbers-0-number": "BC-3"})
    assert TOLD in told.content.decode()
    number.refresh_from_db()
    assert number.number == "BC-2"


def test_a_row_inside_another_page_that_one_did_not_touch_is_no_obstacle(ann, bob):
    case = a_case()
    number = CaseNumber.objects.create(case=case, number="BC-1", kind="own_former")
    anns, bobs = typed(ann.get(address(case))), typed(bob.get(address(case)))
    assert ann.post(address(case), anns | {"numbers-0-number": "BC-2"}).status_code == 302
    assert bob.post(address(case), bobs | {"caption": "Roe v. Poe Inc."}).status_code == 302
    number.refresh_from_db()
    case.refresh_from_db()
    assert (number.number, case.caption) == ("BC-2", "Roe v. Poe Inc.")


def test_filers_ticked_by_two_people_are_all_there(ann, bob):
    case = a_case()
    roe, poe = a_party(case), a_party(case, "John Poe", "defendant")
    filing = a_filing(case)
    anns, bobs = typed(ann.get(address(filing))), typed(bob.get(address(filing)))
    assert ann.post(address(filing), anns | {"filers": [roe.pk]}).status_code == 302
    assert bob.post(address(filing), bobs | {"filers": [poe.pk]}).status_code == 302
    assert set(FilingParty.objects.filter(filing=filing).values_list("case_party", flat=True)) == {roe.pk, poe.pk}


def test_unticking_takes_away_only_what_one_saw(ann, bob):
    case = a_case()
    roe, poe = a_party(case), a_party(case, "John Poe", "defendant")
    filing = a_filing(case)
    FilingParty.objects.create(filing=filing, case_party=roe)
    anns, bobs = typed(ann.get(address(filing))), typed(bob.get(address(filing)))
    ann.post(address(filing), anns | {"filers": [roe.pk, poe.pk]})
    bob.post(address(filing), bobs | {"filers": []})
    assert list(filing.filing_parties.values_list("case_party", flat=True)) == [poe.pk]


def test_an_unchanged_page_sent_late_changes_nothing(ann, bob):
    filing = a_filing(a_case(), title="Motion")
    anns, bobs = typed(ann.get(address(filing))), typed(bob.get(address(filing)))
    ann.post(address(filing), anns | {"title": "Motion to dismiss"})
    assert bob.post(address(filing), bobs).status_code == 302
    assert Filing.objects.get(pk=filing.pk).title == "Motion to dismiss"
    assert CaseParty.objects.count() == 0
