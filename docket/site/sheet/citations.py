"""The citations of a case, a filing and a claim of the record, as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from docket.choices import COURT_ACTS, CaptionKind, FilingType, ForumKind, ForumSystem, PartyRole, Side
from docket.law.citing.captions import LONGEST_SIDE, Captioned, SideInCaption, full_caption
from docket.law.citing.filing_names import filing_name
from docket.law.citing.forms import (
    Citation,
    CitedCase,
    CitedFiling,
    Day,
    attachment_within,
    award_citation,
    case_citation,
    citation_within,
    cited_date,
    filing_citation,
    has_ecf_numbers,
)
from docket.law.citing.names import mdl_number, short_name
from docket.law.citing.parties import Name
from docket.law.citing.reported import Reported, decision_citation, printed_in
from docket.law.citing.styles import Item, bibtex, csl_json, key_of
from docket.models import Case, CaseParty, Claim, Filing
from docket.publishing.visibility import Visibility
from docket.site.sheet.sides import PartyLine, SideOfCase, plural
from parties.models import Party

FIRST_PARTIES = 40
WITHOUT_POINTS = (
    "England and Wales",
    "England",
    "Wales",
    "United Kingdom",
    "Scotland",
    "Northern Ireland",
    "Ireland",
    "Canada",
)
AWARDS = (
    FilingType.ARB_INTERIM_AWARD,
    FilingType.ARB_PARTIAL_AWARD,
    FilingType.ARB_FINAL_AWARD,
    FilingType.ARB_CONSENT_AWARD,
    FilingType.ARB_ADDITIONAL_AWARD,
)


@dataclass(frozen=True)
class Cited:
    """What “Cite this” offers. within: for filings of the same case. attachments: a citation and what it is."""

    legal: Citation
    plain: str
    bibtex: str
    csl: str
    within: str = ""
    caption: str = ""
    attachments: tuple[tuple[str, str], ...] = ()


def cite_case(case: Any, sides: list[SideOfCase], today: date) -> Cited:
    """Of a case whose parties are already loaded for its page."""
    cited = cited_case(case, [(line.first.side, line.party) for side in sides for line in side.lines])
    item = Item(
        id=key_of(cited.name, case.public_id),
        kind="legal_case",
        title=cited.name,
        number=case.docket_number,
        authority=case.forum.name if case.forum else "",
        issued=cited.filed,
        address=_address(case),
        accessed=today,
        note=_note(),
    )
    return _offered(case_citation(cited), item, caption=_caption(case, sides))


def cite_filing(filing: Filing, line: Any, today: date) -> Cited:
    """Of a filing. line: the same with filers and documents (`docket.site.sheet.lines`); two queries."""
    case = filing.case
    cited = cited_case(case, _parties(case))
    named = CitedFiling(title_of(filing), _day(filing, "date_filed"), filing.entry_number)
    reported = [Reported(each.kind, each.text) for each in filing.citations.all()]
    exhibits = [
        (attachment_within(filing.entry_number, each.attachment_number), each.title)
        for each in line.documents
        if each.attachment_number and filing.entry_number and has_ecf_numbers(cited)
    ]
    if reported or filing.filing_type in COURT_ACTS:
        item = _decision_item(filing, named, cited, today, reported)
    else:
        item = _filing_item(filing, named, cited, today, tuple(filer.name for filer in line.filers))
    legal = _legal(filing, named, cited, reported)
    return _offered(legal, item, citation_within(named, cited), attachments=tuple(exhibits))


def cite_claim(claim: Any, today: date) -> Cited:
    """Of a claim readied for its page: the count is a pinpoint in the pleading that states it; one query.

    Our title of the claim is no name of a filing: a claim without the pleading's own label is cited by the pleading.
    """
    case, stated, pin = claim.case, claim.asserted_in, claim.label
    cited = cited_case(case, _parties(case))
    if stated is None:
        alone = case_citation(cited)
        legal = Citation(f"{pin}, {alone.before}" if pin else alone.before, alone.name, alone.after)
        within, named = "", CitedFiling(pin)
    else:
        named = CitedFiling(title_of(stated), _day(stated, "date_filed"), stated.entry_number, pin)
        legal, within = filing_citation(named, cited), citation_within(named, cited)
    return _offered(legal, _filing_item(claim, named, cited, today, tuple(p.name for p in claim.claimants)), within)


def _legal(filing: Filing, named: CitedFiling, cited: CitedCase, reported: list[Reported]) -> Citation:
    if reported:
        return decision_citation(cited, named.filed, reported)
    award = cited.is_arbitral and filing.filing_type in AWARDS
    return award_citation(named, cited) if award else filing_citation(named, cited)


def cited_case(case: Case, parties: Iterable[tuple[str, Party]]) -> CitedCase:
    """A case as citations name it: by its caption. parties: with the side of each; they tell what a name in it is."""
    forum = case.forum
    kind = CaptionKind.DESCRIPTIVE if case.caption_is_descriptive else case.caption_kind
    own_state = forum.jurisdiction if forum and forum.system == ForumSystem.STATE else ""
    abroad = bool(forum and forum.jurisdiction in WITHOUT_POINTS)
    return CitedCase(
        name=short_name(case.caption, kind, [_name(party) for _, party in parties], own_state, abroad),
        is_described=kind == CaptionKind.DESCRIPTIVE,
        mdl="" if case.caption_is_descriptive else mdl_number(case.caption),
        number=case.docket_number,
        forum=(forum.citation_form or forum.short_name or forum.name) if forum else "",
        forum_kind=forum.kind if forum else ForumKind.COURT,
        system=forum.system if forum else "",
        category=case.category,
        filed=_day(case, "date_filed"),
    )


def title_of(filing: Filing) -> str:
    """By what a filing is cited (`docket.law.citing.filing_names`); one under seal by nothing that it says."""
    if filing.visibility == Visibility.SEALED:
        return "Sealed Entry"
    return filing_name(filing.title, filing.filing_type, f"{filing.docket_text} {filing.short_text}".strip())


def _offered(legal: Citation, item: Item, within: str = "", **more: Any) -> Cited:
    visited = f" (last visited {cited_date(item.accessed, 'day')})"
    return Cited(legal, f"{legal}, {item.address}{visited}", bibtex(item), csl_json(item), within, **more)


def _filing_item(
    row: Filing | Claim, named: CitedFiling, case: CitedCase, today: date, authors: tuple[str, ...]
) -> Item:
    title = ", ".join(part for part in (named.title, named.pin) if part) or case.name
    return Item(
        id=key_of(f"{case.name} {title}", row.public_id),
        kind="document" if named.title else "legal_case",
        title=title,
        within=case.name if named.title else "",
        number=case.number,
        authority=case.forum,
        issued=named.filed,
        authors=authors if named.title else (),
        address=_address(row),
        accessed=today,
        note=_note(),
    )


def _decision_item(filing: Filing, named: CitedFiling, case: CitedCase, today: date, reported: list[Reported]) -> Item:
    """A decision is known by its case, and is the court's: it has no authors among the parties."""
    return Item(
        id=key_of(f"{case.name} {named.title}", filing.public_id),
        kind="legal_case",
        title=case.name,
        genre=named.title,
        number=case.number,
        authority=case.forum,
        issued=named.filed,
        reporter=printed_in(reported),
        address=_address(filing),
        accessed=today,
        note="; ".join([*(each.text for each in reported), _note()]),
    )


def _parties(case: Case) -> list[tuple[str, Party]]:
    rows = CaseParty.objects.filter(case=case, side__in=(Side.INITIATING, Side.RESPONDING)).select_related("party")
    return [(row.side, row.party) for row in rows.order_by("position", "pk")[:FIRST_PARTIES]]


def _name(party: Party) -> Name:
    surname = party.sort_name.split(",")[0].strip() if party.kind == "person" and "," in party.sort_name else ""
    return Name(party.name, party.kind, surname)


def _caption(case: Case, sides: list[SideOfCase]) -> str:
    """The full caption where both sides are known and the title is one of a dispute."""
    by_side = {side.side: side for side in sides}
    if case.caption_is_descriptive or case.caption_kind not in (CaptionKind.ADVERSARY, CaptionKind.ARBITRATION):
        return ""
    if not {Side.INITIATING.value, Side.RESPONDING.value} <= by_side.keys():
        return ""
    return full_caption(case.caption_kind, _side(by_side[Side.INITIATING]), _side(by_side[Side.RESPONDING]))


def _side(side: SideOfCase) -> SideInCaption:
    """Those in the role of the first, with the Does: intervenors and third parties have captions of their own."""
    role = PartyRole(side.lines[0].first.role)
    lines = [line for line in side.lines if line.first.role in (role, PartyRole.DOE_DEFENDANT, PartyRole.ROE)]
    total = side.total if side.total > side.listed else len(lines)
    parties = [_captioned(line) for line in lines[: LONGEST_SIDE + 1]]
    return SideInCaption(parties, str(role.label), plural(role), total)


def _captioned(line: PartyLine) -> Captioned:
    return Captioned(
        line.party.name, tuple((kind, of) for kind, of in line.first.capacities or ()), bool(line.first.doe_from)
    )


def _day(row: Any, name: str) -> Day | None:
    day = getattr(row, name)
    return Day(day, getattr(row, f"{name}_precision")) if day else None


def _address(row: Any) -> str:
    return f"{settings.PUBLIC_BASE_URL}{row.get_absolute_url()}"


def _note() -> str:
    return f"{settings.SITE_NAME}; not an official court record"
