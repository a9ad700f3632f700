"""Who has a page already is told so, until it reads otherwise."""

from __future__ import annotations

from tests.processes.asking import ask
from tests.records.cast import a_filing, a_public_case, act, publish

KINDS = ["/", "/cases/", "/filings/", "/parties/", "/search/?q=motion", "/data/", "/calendar/", "/filings.atom"]


def test_every_kind_of_page_has_a_validator_and_a_changed_one_another(fresh_database: str) -> None:
    case = a_public_case()
    filing = publish(a_filing(case))
    asked = [*KINDS, f"/filings/{filing.public_id}/", f"/api/v1/cases/{case.public_id}/"]
    first = {path: answer.headers.get("ETag", "") for path, answer in ask(fresh_database, asked).items()}
    assert [path for path in asked if not first[path]] == []
    known = {"if-none-match": ", ".join(sorted(set(first.values())))}
    unchanged = ask(fresh_database, asked, headers=known)
    assert {path: answer.status for path, answer in unchanged.items()} == dict.fromkeys(asked, 304)
    act("seal", filing)
    after = ask(fresh_database, ["/filings/", f"/filings/{filing.public_id}/"], headers=known)
    assert {answer.status for answer in after.values()} == {200}
