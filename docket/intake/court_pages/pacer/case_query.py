"""Reader of case query pages: the menu of a case, with its number, title, judges and dates above."""

import re
from datetime import date, datetime
from typing import Any

from juriscraper.pacer import CaseQuery

from docket.forums.pacer_courts import forum_id
from docket.intake.court_pages.closure import closed_heading
from docket.intake.court_pages.juriscraper_parsers import parsed
from docket.intake.court_pages.pacer.page import clean, day, find_court, number_parts, source
from docket.intake.court_pages.sniff import Sniffed, squeeze
from docket.intake.shape import ImportedDocket, ImportedRelated, Refused

CASE_ID = re.compile(r"\b(?:DktRpt|HistDocQry|qryAlias|qryAttorneys|qryParties)\.pl\?(\d+)\b", re.I)
MENU = re.compile(r"(?:mobile query )?query alias\b")
DISCHARGED = re.compile(r"(?<!joint )debtor discharged: (\d{1,2}/\d{1,2}/\d{4})")
NUMBER = re.compile(r"\d{1,2}:\d\d-[a-z]{1,5}-\d{1,7}|\d\d-\d{1,7}", re.I)
TITLE = re.compile(r"<title>([^<]{0,300})", re.I)


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One case without entries; raises Refused where the court shows nothing of it."""
    html = sniffed.text
    title = TITLE.search(html)
    heading = MENU.split(squeeze(html), maxsplit=1)[0]
    court = find_court(html, title[1] if title else "", " chapter: " in heading, forum)
    _, found = parsed(lambda: CaseQuery(court), html)
    if not found.get("docket_number"):
        raise Refused("The court's page shows no docket number.", "The case may not be open to the public.")
    ids = set(CASE_ID.findall(html))
    return ImportedDocket(
        kind=sniffed.kind,
        source=source(html, data, file_name),
        court_id=forum_id(court),
        docket_number=found["docket_number"],
        number_parts=number_parts(found),
        source_case_id=ids.pop() if len(ids) == 1 else "",
        caption=clean(found["case_name"]),
        closed=closed_heading(heading, sniffed.kind),
        date_filed=day(found.get("date_filed")),
        date_terminated=day(found.get("date_terminated")),
        date_discharged=_discharged(heading),
        assigned_to=clean(found.get("assigned_to_str")),
        referred_to=clean(found.get("referred_to_str")),
        related=_related(found, forum_id(court)),
        warnings=sniffed.warnings,
    )


def _discharged(heading: str) -> date | None:
    """The first debtor's discharge; the parser calls it a dismissal, which would be another thing."""
    said = DISCHARGED.search(heading.replace("\xa0", " "))
    return datetime.strptime(said[1], "%m/%d/%Y").date() if said else None


def _related(found: dict[str, Any], court: str) -> tuple[ImportedRelated, ...]:
    numbers = dict.fromkeys(NUMBER.findall(found.get("related_cases_str") or ""))
    return tuple(ImportedRelated(kind="related", court_id=court, numbers=(number,)) for number in numbers)
