"""Every page of the desk, for every model: the meta-tests over the registry."""

import pytest
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteMixin, ForeignKeyRawIdWidget, RelatedFieldWidgetWrapper
from django.forms import HiddenInput, ModelChoiceField
from django.test import RequestFactory

from docket.desk.admin.derived import ListedOnly
from docket.desk.admin.record_admin import RecordAdmin
from tests.records.desk_cast import a_case, a_filing, a_party, address, list_of, member, new

pytestmark = pytest.mark.django_db

RECORD = [owner for owner in admin.site._registry.values() if isinstance(owner, RecordAdmin)]
ALL = list(admin.site._registry.values())

ENTERED = [owner for owner in RECORD if not isinstance(owner, ListedOnly)]


@pytest.fixture
def chief(db):
    return member("chief")


@pytest.mark.parametrize("owner", ALL, ids=lambda owner: owner.opts.label)
def test_every_list_opens(chief, owner):
    assert chief.get(list_of(owner.model)).status_code == 200


@pytest.mark.parametrize("owner", ALL, ids=lambda owner: owner.opts.label)
def test_every_list_can_be_searched_and_filtered(chief, owner):
    for spec in owner.get_list_filter(None):
        name = spec.parameter_name if hasattr(spec, "parameter_name") else spec
        if isinstance(name, str):
            answer = chief.get(list_of(owner.model), {name: "1"})
            assert answer.status_code in (200, 302)
    if owner.search_fields:
        assert chief.get(list_of(owner.model), {"q": "roe 12"}).status_code == 200


@pytest.mark.parametrize("owner", ENTERED, ids=lambda owner: owner.opts.label)
def test_every_form_to_add_opens(chief, owner):
    answer = chief.get(new(owner.model))
    assert answer.status_code == 200
    assert ("adminform" in answer.context) == (not owner.starts_from)


def forms_of(owner, user):
    request = RequestFactory().get("/")
    request.user = user
    yield owner.get_form(request)()
    for inline in owner.get_inline_instances(request):
        yield inline.get_formset(request)().empty_form


@pytest.mark.parametrize("owner", RECORD, ids=lambda owner: owner.opts.label)
def test_no_box_lists_a_whole_table(chief, owner):
    user = chief.get("/admin/").context["user"]
    for form in forms_of(owner, user):
        for name, field in form.fields.items():
            if not isinstance(field, ModelChoiceField):
                continue
            widget = field.widget
            widget = widget.widget if isinstance(widget, RelatedFieldWidgetWrapper) else widget
            ticked = name in getattr(form, "joins", {})  # at most 24 boxes, of one case
            assert ticked or isinstance(widget, AutocompleteMixin | ForeignKeyRawIdWidget | HiddenInput), name


def test_nothing_is_edited_in_a_list():
    assert [owner for owner in ALL if owner.list_editable] == []


def test_nothing_is_deleted_in_bulk(chief):
    case = a_case()
    answer = chief.post(list_of(type(case)), {"action": "delete_selected", "_selected_action": [case.pk]})
    assert answer.status_code == 302
    assert type(case).objects.filter(pk=case.pk).exists()


def test_every_page_of_a_case_opens(chief):
    case = a_case()
    party, filing = a_party(case), a_filing(case)
    for row in (case, party, party.party, filing):
        for page in ("change", "history", "delete", "publication"):
            assert chief.get(address(row, page)).status_code == 200, (row, page)
