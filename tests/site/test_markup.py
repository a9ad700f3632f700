"""Texts of the record never become markup, on whatever page and in whatever place of it they stand."""

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction

from docket.models import FilingLink, Summary, Update
from tests.records.page_record import Record
from tests.site.pages.addresses import every_address

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.urls_public")]

HOSTILE = "'\"><x-x>&"
NOT_PROSE = ("time_zone", "docket_number_pattern")
MARKDOWN = {Summary: "text", Update: "text"}  # cleaned to an allow-list instead, see test_pages


def make_hostile(model):
    """Every text that a source or staff write, where the database takes it; returns the columns."""
    taken = []
    for column in model._meta.concrete_fields:
        if not isinstance(column, models.CharField | models.TextField) or column.choices or not column.editable:
            continue
        if (
            isinstance(column, models.SlugField | models.URLField)
            or column.name in NOT_PROSE
            or MARKDOWN.get(model) == column.name
        ):
            continue
        try:
            with transaction.atomic():
                model._default_manager.update(**{column.name: HOSTILE})
        except DatabaseError:
            continue
        taken.append(f"{model.__name__}.{column.name}")
    return taken


@pytest.fixture
def hostile(db):
    record = Record()
    record.response_elsewhere()
    FilingLink.objects.update(is_derived=True)
    rooms = ("docket", "parties")
    found = [name for room in rooms for model in apps.get_app_config(room).get_models() for name in make_hostile(model)]
    assert {"Filing.title", "Filing.docket_text", "Filing.entry_number", "Party.name", "Case.caption"} <= set(found)
    for row in (record.matter, record.case, record.criminal, record.poe, record.pictures):
        row.refresh_from_db()  # its address has its name
    return record


def test_no_text_of_the_record_becomes_markup_on_any_page(client, hostile):
    day = "2024-06-30"
    case, matter = hostile.case.get_absolute_url(), hostile.matter.get_absolute_url()
    looks = [f"{page}?{kind}={day}" for page in (case, matter) for kind in ("as_of", "since")]
    lists = ("/matters/", "/cases/", "/filings/", "/claims/", "/parties/", "/forums/", "/calendar/?from=2022-01-01")
    prose = ("/about/", "/corrections/", "/contact/")
    pages = [address for address in every_address(hostile) if address not in prose]
    for address in [*pages, *lists, *looks, f"{case}?view=threads", f"{case}?order=desc"]:
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 200, address
        assert "x-x" in page, address
        assert "<x-x>" not in page, address
        assert "'\"&gt;" not in page, address  # it would end an attribute
