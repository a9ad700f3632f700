"""What its description promises, the API keeps: requests that schemathesis makes of it, and of it broken on purpose.

None is answered by a server's error, every answer is one that is described, what is described as right is answered,
what is not is refused. `make promises` asks for longer, 500 requests of each kind.
"""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from rest_framework.renderers import JSONRenderer
from schemathesis import Case, GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import positive_data_acceptance

from config.wsgi import application
from docket.site.api.schema import description
from docket.site.exports.files import RESOURCES
from tests.records.listing_records import as_public
from tests.site.api.whole import Whole

pytestmark = [pytest.mark.usefixtures("committed"), pytest.mark.urls("config.urls_public")]
EXAMPLES = int(os.environ.get("EXAMPLES", "2"))  # requests of each kind to each address
# no schema can say them: they depend on what is in the record
TOO_MANY = ("are so named: write more of the name", "rows in: ask for fewer with `limit`")


@pytest.fixture
def cast(committed: None) -> Whole:
    whole = Whole()
    whole.publish()
    return whole


def described() -> Any:
    schema = schemathesis.openapi.from_dict(json.loads(JSONRenderer().render(description())))
    schema.app = application
    return schema


def keeps(case: Case[Any]) -> None:
    answer = case.call()
    asks_too_much = answer.status_code == 400 and any(words in answer.text for words in TOO_MANY)
    case.validate_response(answer, excluded_checks=[positive_data_acceptance] if asks_too_much else [])


def test_no_request_is_answered_by_anything_but_what_is_described(cast: Whole, settings: Any) -> None:
    settings.API_PER_MINUTE = 10**9
    load_all_checks()
    schema = described()
    broken: list[str] = []
    with as_public():
        for file in RESOURCES:
            for path in (f"/api/v1/{file.name}/", f"/api/v1/{file.name}/{{public_id}}/"):
                for mode in GenerationMode:
                    _ask(schema[path]["GET"], mode, broken)
    assert broken == []


def _ask(operation: Any, mode: GenerationMode, broken: list[str]) -> None:
    @how(max_examples=EXAMPLES, database=None, derandomize=EXAMPLES < 100, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        keeps(case)

    try:
        ask()
    except (Exception, BaseExceptionGroup) as error:
        broken.append(f"{operation.label}, {mode}: {error}")
