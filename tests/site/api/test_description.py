"""The description of the API, the pages about it, and how often it may be asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client, RequestFactory
from rest_framework.renderers import JSONRenderer

from docket.site.api import throttle
from docket.site.api.schema import EXAMPLES, description
from docket.site.exports.columns import Kind
from docket.site.exports.files import RESOURCES
from docket.site.serving import counts
from docket.site.serving.counts import Counts, visitor_of

pytestmark = pytest.mark.urls("config.urls_public")


@pytest.fixture(scope="module")
def told() -> Any:
    return json.loads(JSONRenderer().render(description()))


def test_it_is_openapi_3_1_and_tells_of_every_resource(told: Any) -> None:
    assert told["openapi"] == "3.1.0"
    assert set(told["paths"]) == {
        address for file in RESOURCES for address in (f"/api/v1/{file.name}/", f"/api/v1/{file.name}/{{public_id}}/")
    }


@pytest.mark.parametrize("file", RESOURCES, ids=lambda file: file.name)
def test_a_row_is_described_by_the_columns_of_its_file(told: Any, file: Any) -> None:
    name = "".join(part.capitalize() for part in file.name.split("-"))
    described = told["components"]["schemas"][f"{name}Row"]["properties"]
    assert [one for one in described if one != "expanded"] == [column.name for column in file.columns]
    for column in file.columns:
        assert described[column.name]["description"] == column.about.removesuffix(" Joined by “; ”.")
    asked = {one["name"] for one in told["paths"][f"/api/v1/{file.name}/"]["get"]["parameters"]}
    assert set(file.filter.base_filters) - asked == (
        {"order", "effect"} & set(file.filter.base_filters) if file.joins else set()
    )
    answer = told["paths"][f"/api/v1/{file.name}/"]["get"]["responses"]["200"]["content"]["application/json"]
    (example,) = answer["examples"].values()
    assert set(example["value"]["results"][0]) == {column.name for column in file.columns}


def test_every_kind_of_value_has_an_example() -> None:
    assert set(EXAMPLES) == set(Kind)


def test_a_network_waits_for_its_next_minute_and_no_other_does() -> None:
    now = [0.0]
    counted = Counts(lambda: now[0])
    assert [counted.wait("192.0.2.1", 2) for _ in range(2)] == [0, 0]
    now[0] = 20.0
    assert counted.wait("192.0.2.1", 2) == 40
    assert counted.wait("192.0.2.2", 2) == 0
    now[0] = 60.0
    assert counted.wait("192.0.2.1", 2) == 0


def test_counts_are_kept_of_no_more_networks_than_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "MOST_KEPT", 3)
    counted = Counts(lambda: 0.0)
    for number in range(5):
        counted.wait(f"192.0.2.{number}", 9)
    assert list(counted._seen) == ["192.0.2.2", "192.0.2.3", "192.0.2.4"]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
    ],
)
def test_a_line_is_one_visitor(address: str, network: str) -> None:
    assert visitor_of(RequestFactory().get("/api/v1/", REMOTE_ADDR=address)) == network


def test_who_asks_too_often_is_told_when_to_come_again(
    db: None, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.API_PER_MINUTE = 2
    monkeypatch.setattr(throttle, "COUNTS", Counts(lambda: 0.0))
    answers = [Client(REMOTE_ADDR="192.0.2.7").get("/api/v1/") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert (answers[2].headers["Retry-After"], answers[2].json()["status"]) == ("60", 429)
    assert Client(REMOTE_ADDR="192.0.2.8").get("/api/v1/").status_code == 200


def test_the_list_of_resources_leads_to_each(db: None, settings: Any) -> None:
    told = Client().get("/api/v1/").json()
    assert [one["name"] for one in told["resources"]] == [file.name for file in RESOURCES]
    assert told["description"] == f"{settings.PUBLIC_BASE_URL}/api/v1/openapi.json"
    assert Client().get("/api/v1/openapi.json").json()["openapi"] == "3.1.0"


def test_each_filter_that_the_list_names_is_taken(db: None) -> None:
    for one in Client().get("/api/v1/").json()["resources"]:
        asked = dict.fromkeys(one["filters"], "")
        assert Client().get(f"/api/v1/{one['name']}/", asked).status_code == 200, one["name"]


def test_each_resource_has_a_form_that_asks_it(db: None) -> None:
    page = Client().get("/api/").content.decode()
    for file in RESOURCES:
        assert f'href="/api/{file.name}/"' in page
        form = Client().get(f"/api/{file.name}/").content.decode()
        assert f'action="/api/v1/{file.name}/"' in form
        assert "<script src" not in form
    empty = "?limit=5&q=&filed_from=&expand=&fields="
    assert Client().get(f"/api/v1/cases/{empty}").status_code == 200
    assert Client().get("/api/nowhere/").status_code == 404
