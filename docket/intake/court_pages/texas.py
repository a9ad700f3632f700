"""Reader of the case pages of the Texas appellate courts: courts of appeals, Supreme Court, Criminal Appeals."""

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from juriscraper.state.texas import (
    TexasCourtOfAppealsScraper,
    TexasCourtOfCriminalAppealsScraper,
    TexasSupremeCourtScraper,
)

from docket.intake.court_pages.juriscraper_parsers import REVIEW, parsed
from docket.intake.court_pages.listed_documents import documents
from docket.intake.court_pages.pacer.page import clean, day
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.matching.rows import same_person
from docket.intake.shape import (
    ImportedAttorney,
    ImportedDocket,
    ImportedEntry,
    ImportedParty,
    ImportedRelated,
    ImportedSource,
    Refused,
)

COURT = re.compile(r"[?&;]coa=(cossup|coscca|coa\d\d)\b", re.I)
FORUMS = {"cossup": "tex", "coscca": "texcrimapp"}
DISTRICT = re.compile(r"(?:texas_)?coa(\d\d)")
FIRST_COURTS_OF_APPEALS = date(1981, 9, 1)
CIVIL_APPEALS = "texcivapp"
"""The courts of civil appeals became the courts of appeals on that day (Tex. Const. art. V, § 6)."""


def read_page(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> ImportedDocket:
    """One Texas case page as ImportedDocket."""
    court = _court(sniffed.text)
    _, found = parsed(lambda: _parser(court), sniffed.text)
    filed = day(found["date_filed"])
    court_id = forum_of(court, filed)
    if forum and forum != court_id:
        raise Refused(
            f"The page is of the court {court_id!r}, not {forum!r}.", f"Leave the forum out, or give {court_id!r}."
        )
    if not found.get("docket_number"):
        raise Refused("The page shows no docket number.", REVIEW)
    return ImportedDocket(
        kind=sniffed.kind,
        source=ImportedSource(file_name, hashlib.sha256(data).hexdigest()),
        court_id=court_id,
        docket_number=clean(found["docket_number"]),
        caption=clean(found["case_name"]),
        case_type=clean(found["case_type"]),
        date_filed=filed,
        related=tuple(_related(found)),
        parties=tuple(_party(raw) for raw in found["parties"]),
        entries=_entries(found),
        warnings=sniffed.warnings,
    )


def forum_of(court: str | None, filed: date | None = None) -> str:
    """The forum of the site's id for a court (“coa08”, “texas_coa08”, “cossup”), "" for one it does not know."""
    district = DISTRICT.fullmatch(court or "")
    if district is None:
        return FORUMS.get((court or "").removeprefix("texas_"), "")
    return CIVIL_APPEALS if filed and filed < FIRST_COURTS_OF_APPEALS else f"texapp-{int(district[1])}"


def _court(html: str) -> str:
    named: Counter[str] = Counter(court.lower() for court in COURT.findall(html))
    if not named:
        raise Refused("The page does not say which of the Texas courts it is of.", REVIEW)
    return named.most_common(1)[0][0]


def _parser(court: str) -> Any:
    if court == "cossup":
        return TexasSupremeCourtScraper(f"texas_{court}")
    if court == "coscca":
        return TexasCourtOfCriminalAppealsScraper(f"texas_{court}")
    return TexasCourtOfAppealsScraper(f"texas_{court}")


def _related(found: Mapping[str, Any]) -> list[ImportedRelated]:
    related = []
    above = found.get("appeals_court") or {}
    if above.get("district") or above.get("case_number"):
        told = (above.get("disposition"), above.get("justice"), above.get("opinion_cite"))
        related.append(_below(above.get("district"), above.get("case_number"), told, forum_of(above.get("court_id"))))
    trial = found.get("originating_court") or {}
    if trial.get("name") or trial.get("case"):
        county = f"{trial['county']} County" if trial.get("county") else ""
        facts = (county, trial.get("judge"), trial.get("reporter"), trial.get("punishment"))
        related.append(_below(trial.get("name"), [trial.get("case")], facts))
    for kind in ("transfer_from", "transfer_to"):
        if moved := found.get(kind):
            related.append(
                ImportedRelated(
                    kind=kind.replace("transfer_", "transferred_"),
                    court=clean(moved["court_id"]),
                    court_id=forum_of(moved["court_id"]),
                    # where it went it has a number of its own, which the page does not tell
                    numbers=(clean(moved["origin_docket"]),)
                    if moved["origin_docket"] and kind == "transfer_from"
                    else (),
                    day=day(moved["date"]),
                )
            )
    return related


def _below(
    court: str | None, numbers: list[str | None] | None, told: tuple[str | None, ...], court_id: str = ""
) -> ImportedRelated:
    return ImportedRelated(
        kind="appeal_of",
        court=clean(court),
        court_id=court_id,
        numbers=tuple(clean(number) for number in numbers or () if number),
        note="; ".join(clean(words) for words in told if words),
    )


def _party(raw: Mapping[str, Any]) -> ImportedParty:
    counsel = [clean(name) for name in raw["representatives"] if name]
    return ImportedParty(
        name=clean(raw["name"]),
        role_as_filed=clean(raw["type"]) or "Unknown",
        attorneys=tuple(ImportedAttorney(name, self_represented=same_person(name, raw["name"])) for name in counsel),
    )


def _entries(found: Mapping[str, Any]) -> tuple[ImportedEntry, ...]:
    """The events; a brief stands in a list of its own as well, which adds whose it is."""
    briefs = list(found.get("appellate_briefs") or ())
    entries = []
    for place, event in enumerate(found["case_events"]):
        brief = next((b for b in briefs if all(b[key] == event[key] for key in ("date", "type", "attachments"))), None)
        if brief:
            briefs.remove(brief)
        entries.append(_entry(event, place, brief or {}))
    entries += [_entry(brief, len(entries) + place, brief) for place, brief in enumerate(briefs)]
    return tuple(entries)


def _entry(event: Mapping[str, Any], place: int, brief: Mapping[str, Any]) -> ImportedEntry:
    told = (event["type"], event.get("disposition"), event.get("remarks"), brief.get("description"))
    return ImportedEntry(
        ordinal=place,
        number=None,
        date_filed=day(event["date"]),
        date_entered=None,
        text=" – ".join(clean(words) for words in told if words),
        **documents(event["attachments"]),
    )
