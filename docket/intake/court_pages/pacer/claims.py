"""Readers of claims registers (all claims of a bankruptcy) and of claims activity reports (claims of many).

A creditor's address goes to the vault. Description and remarks, which hold account numbers, are looked through for a
mark of closure and not kept; nor is who entered a claim.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from juriscraper.pacer import ClaimsActivity, ClaimsRegister

from docket.forums.pacer_courts import forum_id
from docket.intake.court_pages.closure import closed_heading
from docket.intake.court_pages.juriscraper_parsers import REVIEW, parsed
from docket.intake.court_pages.pacer.page import clean, day, find_court, number_parts, source, text
from docket.intake.court_pages.page_head import head
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.shape import ImportedClaim, ImportedDocket, ImportedParty, ImportedSource, Refused

CREDITOR = "Creditor"
PARTS = (
    ("secured_claimed", "secured"),
    ("priority_claimed", "priority"),
    ("unsecured_claimed", "unsecured"),
    ("admin_claimed", "administrative"),
    ("unknown_claimed", "unknown"),
    ("amount_allowed", "allowed"),
)
NUMBER = re.compile(r"\d{1,6}")
CASE = re.compile(r"(?:\d{1,2}[:-])?\d\d-(?:bk-|ap-)?\d{5}", re.I)
STREET = re.compile(r", (?:(?:c/o|attn|attention|p\.? ?o\.? ?box|box)\b|\d)", re.I)
"""Where the name ends and the address begins, in a line that holds both."""
MENU_ID = re.compile(r"\bDktRpt\.pl\?(\d+)", re.I)
REPORT = re.compile(r"claims (?:register|(?P<activity>activity report))", re.I)


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> tuple[ImportedDocket, ...]:
    """One bankruptcy with the claims of its register, or one for each case of an activity report."""
    html = sniffed.text
    heading = text(head(html))
    begins = REPORT.search(heading)
    top = heading[max(0, begins.start() - 200) : begins.end() + 200] if begins else ""
    court = find_court(html, top, True, forum)
    told = source(html, data, file_name)
    activity = bool(begins and begins["activity"])
    if not activity:
        _, found = parsed(lambda: ClaimsRegister(court), html)
        cases = [(found, [_claim(raw, _of_register(raw)) for raw in found["claims"]], _case_id(found, html))]
    else:
        _, listed = parsed(lambda: ClaimsActivity(court), html)
        cases = [
            (raw, [_claim(raw["claim"], _of_activity(raw["claim"]))], raw["claim"]["pacer_case_id"]) for raw in listed
        ]
    return tuple(
        _docket(sniffed, raw, claims, number or "", forum_id(court), told, top, activity)
        for raw, claims, number in cases
    )


def _docket(
    sniffed: Sniffed,
    raw: Mapping[str, Any],
    claims: list[ImportedClaim],
    number: str,
    court: str,
    told: ImportedSource,
    top: str,
    activity: bool,
) -> ImportedDocket:
    if not CASE.fullmatch(raw["docket_number"]):
        raise Refused("The page shows no docket number.", REVIEW)
    return ImportedDocket(
        kind=sniffed.kind,
        source=told,
        court_id=court,
        docket_number=raw["docket_number"],
        number_parts=number_parts(raw),
        source_case_id=clean(number),
        caption=clean(raw["case_name"]),
        closed=closed_heading(top, sniffed.kind),
        # of an activity report only the surname
        assigned_to="" if activity else clean(raw.get("assigned_to_str")),
        date_filed=day(raw.get("date_filed")),
        claims=tuple(claims),
        warnings=(*sniffed.warnings, *_uncounted(raw, claims)),
    )


def _uncounted(raw: Mapping[str, Any], claims: list[ImportedClaim]) -> tuple[str, ...]:
    total = str(raw.get("total_number_of_claims") or "")
    if not total.isdigit() or int(total) == len(claims):
        return ()
    return (f"The register counts {int(total):,} claims, and {len(claims):,} were read.",)


def _claim(raw: Mapping[str, Any], creditor: ImportedParty | None) -> ImportedClaim:
    number = NUMBER.match(str(raw["claim_number"]))
    if number is None:
        raise Refused("A claim has no number.", REVIEW)
    return ImportedClaim(
        number=str(int(number[0])),
        creditor=creditor,
        date_filed=_filed(raw),
        date_amended=day(raw.get("date_last_amendment_filed")),
        amount_as_filed=clean(raw.get("amount_claimed")),
        parts=tuple(f"{told} {word}" for key, word in PARTS if (told := clean(raw.get(key)))),
        status=clean(raw.get("status")),
        description=clean(raw.get("description")),
        remarks=clean(raw.get("remarks")),
    )


def _filed(raw: Mapping[str, Any]) -> date | None:
    return day(raw.get("date_original_filed") or raw.get("date_filed"))


def _of_register(raw: Mapping[str, Any]) -> ImportedParty | None:
    """The first line is the name; the others are its address."""
    lines = [" ".join(line.split()) for line in clean(raw["creditor_details"]).split("\n")]
    return _creditor(lines[0], "\n".join(lines[1:]))


def _of_activity(raw: Mapping[str, Any]) -> ImportedParty | None:
    """The name as far as it can be told from the address behind it; nobody where it cannot."""
    line = " ".join(clean(raw["creditor_name_address"]).split())
    ends = STREET.search(line)
    return _creditor(line[: ends.start()], line[ends.start() + 2 :]) if ends else None


def _creditor(name: str, address: str) -> ImportedParty | None:
    return ImportedParty(name=name, role_as_filed=CREDITOR, extra_info=address) if name else None


def _case_id(found: Mapping[str, Any], html: str) -> str:
    ids = {row["pacer_case_id"] for raw in found["claims"] for row in raw["history"] if row.get("pacer_case_id")}
    ids |= set(MENU_ID.findall(html))
    return ids.pop() if len(ids) == 1 else ""
