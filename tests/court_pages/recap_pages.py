"""CourtListener's and the Internet Archive's JSON of the case of pacer_pages.district, with invented people."""

import json
from typing import Any

API = "https://www.courtlistener.com/api/rest/v4"
DOCKET = 7700


def docket(**others: Any) -> dict[str, Any]:
    """The docket's own page of the API."""
    return {
        "resource_uri": f"{API}/dockets/{DOCKET}/",
        "id": DOCKET,
        "court": f"{API}/courts/cand/",
        "court_id": "cand",
        "docket_number": "3:21-cv-01234",
        "case_name": "Marsh v. Brightwater Pictures, LLC",
        "pacer_case_id": "371234",
        "date_filed": "2021-03-04",
        "date_terminated": None,
        "assigned_to_str": "Quentin R. Sable",
        "referred_to_str": "Tess U. Vane",
        "cause": "28:1332 Diversity",
        "nature_of_suit": "320 Assault Libel & Slander",
        "jury_demand": "Plaintiff",
        "jurisdiction_type": "Diversity",
        "federal_dn_office_code": "3",
        "federal_dn_case_type": "cv",
        "blocked": False,
        "filepath_ia_json": None,
    } | others


def paper(number: str, attachment: int | None, document: str, title: str = "", **others: Any) -> dict[str, Any]:
    """A document of an entry: the main one, or an attachment."""
    return {
        "id": int(document),
        "document_type": 2 if attachment else 1,
        "document_number": number,
        "attachment_number": attachment,
        "pacer_doc_id": f"0{document}",
        "description": title,
        "page_count": 12,
        "file_size": None,
        "is_sealed": None,
    } | others


def entry(number: int | None, day: str, text: str, papers: list[dict[str, Any]], place: str) -> dict[str, Any]:
    """An entry as the API gives it."""
    return {
        "id": 9_000 + int(place),
        "docket": f"{API}/dockets/{DOCKET}/",
        "date_filed": day,
        "entry_number": number,
        "recap_sequence_number": f"{day}.{place}",
        "pacer_sequence_number": int(place),
        "description": text,
        "recap_documents": papers,
    }


COMPLAINT = entry(
    1,
    "2021-03-04",
    "COMPLAINT against Brightwater Pictures, LLC.",
    [paper("1", None, "3501111111", "Complaint"), paper("1", 1, "3501111112", "Exhibit A")],
    "001",
)
ANSWER = entry(2, "2021-04-01", "ANSWER to 1 Complaint by Brightwater Pictures, LLC.", [], "002")
CONFERENCE = entry(None, "2021-03-08", "Minute entry: conference held.", [], "003")
PARTY = {
    "id": 41,
    "name": "Ottoline Marsh",
    "extra_info": "4 Lantern Lane\nPort Example, CA 90001",
    "party_types": [
        {"docket": f"{API}/dockets/{DOCKET}/", "docket_id": DOCKET, "name": "Plaintiff", "date_terminated": None}
    ],
    "attorneys": [
        {"attorney": f"{API}/attorneys/51/", "attorney_id": 51, "docket_id": DOCKET, "role": 2, "date_action": None},
        {"attorney": f"{API}/attorneys/51/", "attorney_id": 51, "docket_id": DOCKET, "role": 9, "date_action": None},
        {"attorney": f"{API}/attorneys/52/", "attorney_id": 52, "docket_id": DOCKET, "role": 1, "date_action": None},
    ],
}
OTHER_SIDE = {
    "id": 42,
    "name": "Brightwater Pictures, LLC",
    "extra_info": "",
    "party_types": [{"docket_id": DOCKET, "name": "Defendant", "date_terminated": "2021-05-06"}],
    "attorneys": [],
}
ATTORNEY = {
    "id": 51,
    "name": "Quill R. Harbottle",
    "contact_raw": "Harbottle & Finch LLP\nEmail: quill@harbottle.example",
    "parties_represented": [],
}


def page(*items: dict[str, Any]) -> str:
    """A page of results."""
    return json.dumps(
        {"next": None, "previous": None, "results": [{"resource_uri": f"{API}/x/", **item} for item in items]}
    )


PAGES = {
    "docket.json": json.dumps(docket()),
    "entries_1.json": page(COMPLAINT, CONFERENCE),
    # pages overlap when something was filed between the calls
    "entries_2.json": page(CONFERENCE, ANSWER),
    "parties.json": page(PARTY, OTHER_SIDE),
    "attorneys.json": page(ATTORNEY),
}


def courtlistener() -> str:
    """All pages of the API in one file."""
    return f"[{','.join(PAGES.values())}]"


def archive_json(*entries: dict[str, Any], **others: Any) -> str:
    """The Internet Archive's docket.json."""
    people = [
        {
            "name": "Ottoline Marsh",
            "party_types": [{"name": "Plaintiff"}],
            "attorneys": [{"name": "Quill R. Harbottle", "contact_raw": "77 Inkwell Row", "roles": [{"role": 2}]}],
        },
    ]
    listed = [
        {key: value for key, value in raw.items() if key not in ("docket", "id")}
        for raw in entries or (COMPLAINT, ANSWER)
    ]
    whole = docket(court="cand", docket_entries=listed, parties=people, **others)
    return json.dumps({key: value for key, value in whole.items() if key not in ("resource_uri", "court_id")})
