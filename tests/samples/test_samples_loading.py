"""How samples come and go, and how their files are read."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections

from docket.models import Matter
from docket.publishing.wall import lifecycle
from docket.samples.files import SampleError, build, day
from docket.samples.shape import FilingData


def published(sql):
    with connections["published"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def differences():
    with connections["owner"].cursor() as cursor:
        return lifecycle.differences(cursor)


@pytest.mark.usefixtures("committed")
def test_removing_hides_every_page_and_loading_again_shows_the_same_rows():
    said = io.StringIO()
    call_command("load_samples", "--only=rust", stdout=said)
    ids = published("select public_id from docket_case order by 1")
    call_command("remove_samples", stdout=said)
    for table in ("docket_matter", "docket_case", "docket_filing", "docket_summary", "parties_party", "docket_source"):
        assert published(f"select 1 from {table}") == []
    assert differences() == []
    call_command("load_samples", "--only=rust", stdout=said)
    assert published("select public_id from docket_case order by 1") == ids
    assert Matter.objects.count() == 1
    assert differences() == []
    assert [line.rpartition(": ")[2] for line in said.getvalue().splitlines()] == [
        "loaded, 3 cases and 2 filings.",
        *["hidden."] * 4,
        "shown again as it was, 3 cases.",
    ]


def test_samples_are_not_loaded_in_production_unless_asked(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="--in-production"):
        call_command("load_samples", "--only=rust")
    assert not Matter.objects.exists()
    call_command("load_samples", "--only=rust", "--in-production", verbosity=0)
    assert Matter.objects.exists()


def test_removing_where_there_is_none_says_so(db, capsys):
    call_command("remove_samples")
    assert capsys.readouterr().out == "No sample is shown.\n"


def test_a_slip_in_a_sample_is_named_with_its_place():
    with pytest.raises(SampleError, match=r"civil.toml: unknown dated. Known: id, type"):
        build(FilingData, {"id": "a", "dated": "2021"}, "civil.toml")
    with pytest.raises(SampleError, match=r"civil.toml, a, filed: '2021-13' is no date"):
        build(FilingData, {"id": "a", "filed": "2021-13"}, "civil.toml")
    with pytest.raises(SampleError, match="id is missing"):
        build(FilingData, {}, "civil.toml")


def test_a_date_is_read_as_far_as_it_is_known():
    read = [(day(text, "").date.isoformat(), day(text, "").precision) for text in ("2021", "2021-10", "2021-10-21")]
    assert read == [("2021-01-01", "year"), ("2021-10-01", "month"), ("2021-10-21", "day")]
