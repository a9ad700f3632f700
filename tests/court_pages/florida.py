"""The JSON of a court of appeal of Florida, with invented people: a case, its entries and its parties apart."""

import json
from typing import Any


def case(**others: Any) -> str:
    """The case's own page."""
    header = {
        "caseInstanceUUID": "562e4de3-c5ea-4e8d-a87f-000000000001",
        "caseNumber": "4D2021-0999",
        "caseTitle": "Ottoline Marsh v. Brightwater Pictures, LLC",
        "closedFlag": False,
        "caseClassification": "NOA Final - Circuit Civil - Other",
        "filedDate": "2021-03-05T03:17:00.000+00:00",
        "originatingCourtCases": [
            {
                "originatingCourtName": "Circuit Court for the Example Judicial Circuit",
                "originatingCaseNumber": "21CA77",
            }
        ],
    }
    return json.dumps({"caseHeader": header | others})


def _page(items: list[dict[str, Any]], total: int | None = None) -> str:
    counted = len(items) if total is None else total
    return json.dumps({"_embedded": {"results": items}, "page": {"size": 20, "totalElements": counted}})


def entry(name: str, filed: str, more: str = "", **others: Any) -> dict[str, Any]:
    """One entry as the court gives it."""
    flags = {f"security{number}": False for number in range(1, 6)} | {"compositeSecurity": False}
    header = {
        "filedDate": filed,
        "docketEntryName": name,
        "docketEntryDescription": more or name.split(" - ")[-1],
        "docketEntryUUID": f"uuid-{name}-{filed}",
        "securedDocument": True,
    }
    return {"docketEntryHeader": header | flags | others}


ENTRIES = [
    entry("Order - Order on Filing Fee", "2021-03-12T18:28:59.867+00:00", "ORDERED, the fee is due."),
    entry("Notice - Notice of Appeal", "2021-03-05T03:17:00.000+00:00"),
]


def entries(*listed: dict[str, Any], total: int | None = None) -> str:
    """A page of entries, the newest first."""
    return _page(list(listed) or ENTRIES, total)


def parties(**others: Any) -> str:
    """A page of parties, with a judge and a clerk among them; `others` are properties of the appellee."""

    def person(name: str, role: str, sort: str = "Party", counsel: str = "") -> dict[str, Any]:
        lawyers = [{"attorneyPartyHeader": {"partyActorInstance": {"displayName": counsel}}}] if counsel else []
        header = {"partyType": sort, "partySubType": role, "partyActorInstance": {"displayName": name}}
        return {"partyHeader": header, "caseHeader": {}, "legalRepresentations": lawyers, "nonPublicFlag": False}

    return _page(
        [
            person("Ottoline Marsh", "Appellant", counsel="Quill R. Harbottle"),
            person("Brightwater Pictures, LLC", "Appellee") | others,
            person("Hon. Quentin Sable", "Judge/Judicial Officer", "Participant"),
            person("Sluice County Clerk", "Lower Tribunal Clerk", "Participant"),
        ]
    )


PAGES = {"case.json": case(), "entries.json": entries(), "parties.json": parties()}


def florida() -> str:
    """All pages of the case in one file."""
    return f"[{','.join(PAGES.values())}]"
