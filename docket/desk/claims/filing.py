"""The filing from which claims are entered: who may, whose case, which parties stand where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from docket.choices import ANSWERING, INITIATING, PARTY_ROLE_SIDE, ClaimKind, Side
from docket.desk.addresses import desk_list, desk_page
from docket.desk.claims.wording import Words, kind_of, words_of
from docket.desk.clearance import cleared
from docket.desk.permissions import is_public_row, may_publish
from docket.models import Case, CaseParty, ClaimAgainst, Filing
from docket.models.parts import claim_rules

NEEDED = ("add_claim", "change_claim", "add_claimagainst", "add_claimevent")
OPPOSITE = {Side.INITIATING: Side.RESPONDING, Side.RESPONDING: Side.INITIATING}


@dataclass
class OpenFiling:
    """A filing of a case, as one user sees it. `user` may enter claims; what the user may not see is not there."""

    filing: Filing
    user: Any

    @property
    def case(self) -> Case:
        """Whose docket the filing is on."""
        return self.filing.case

    @cached_property
    def words(self) -> Words:
        """What claims are called in this case."""
        return words_of(self.case.category)

    @cached_property
    def kind(self) -> ClaimKind:
        """What the filing's own claims most likely are."""
        return kind_of(self.case.category, self.filing.filing_type)

    @cached_property
    def parties(self) -> list[CaseParty]:
        """Everybody in the case, in the order of the caption."""
        rows = CaseParty.objects.filter(case=self.case).select_related("party").order_by("position", "pk")
        return list(cleared(rows, self.user))

    @cached_property
    def filers(self) -> list[CaseParty]:
        """Those of them on whose behalf it was filed."""
        ids = {row.case_party_id for row in self.filing.filing_parties.all()}
        return [party for party in self.parties if party.pk in ids]

    @cached_property
    def asserting(self) -> list[CaseParty]:
        """Who most likely makes its claims: the filers, else the side that brought the case."""
        return self.filers or [party for party in self.parties if side_of(party) == Side.INITIATING]

    @cached_property
    def targets(self) -> list[CaseParty]:
        """“All defendants”: the other side, or with a crossclaim the others of the same side, without who has left."""
        sides = {side_of(party) for party in self.asserting} or {Side.INITIATING}
        if self.kind != ClaimKind.CROSSCLAIM:
            sides = {OPPOSITE.get(side, side) for side in sides}
        own = {party.party_id for party in self.asserting}
        found = [party for party in self.parties if side_of(party) in sides and party.party_id not in own]
        return [party for party in found if not self._had_left(party)]

    def _had_left(self, party: CaseParty) -> bool:
        left, filed = party.date_terminated, self.filing.date_filed
        return bool(left and filed and left < filed)

    @cached_property
    def is_public(self) -> bool:
        """Whether readers see the filing now, and so at once what is entered from it."""
        return is_public_row(self.filing)

    @property
    def looks_only(self) -> bool:
        """Whether what the user entered would be public at once, without the permission for it."""
        return self.is_public and not may_publish(self.user)

    def lock(self) -> None:
        """Others who enter claims of this case wait until this transaction ends."""
        Case.objects.select_for_update(no_key=True).get(pk=self.case.pk)

    def context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        """What every page of these forms shows around the form."""
        return {
            **admin.site.each_context(request),
            "is_nav_sidebar_enabled": False,  # the sheet takes the page's width
            "title": title,
            "subtitle": str(self.filing),
            "opened": self,
            "filing": self.filing,
            "case": self.case,
            "words": self.words,
            "filing_page": desk_page(self.filing),
            "case_page": desk_page(self.case),
            "filings_list": f"{desk_list(Filing)}?case={self.case.pk}",
            "steps": steps(self.filing),
        }


@dataclass(frozen=True)
class Step:
    """One of the forms for a filing."""

    words: str
    address: str


def open_filing(request: HttpRequest, pk: int) -> OpenFiling:
    """The filing of the address. Raises Http404 for one that the user may not see, PermissionDenied."""
    if not may_enter_claims(request.user):
        raise PermissionDenied
    filings = Filing.objects.select_related("case__forum").prefetch_related("filing_parties__case_party__party")
    filing = cleared(filings, request.user).filter(pk=pk).first()
    if filing is None:
        raise Http404
    opened = OpenFiling(filing, request.user)
    if request.method == "POST":
        if opened.looks_only:
            raise PermissionDenied("The filing is public, and you may not change what is public. Ask an editor.")
        opened.lock()
    return opened


def may_enter_claims(user: Any) -> bool:
    """Whether a user has the permissions that these forms take."""
    return all(user.has_perm(f"docket.{name}") for name in NEEDED)


def propose_carrying(request: HttpRequest, filing: Filing) -> None:
    """Say of a later version of a pleading that the earlier one's claims wait to be carried forward."""
    link = filing.links_from.filter(kind__in=claim_rules.NEXT_VERSION, to_filing__case=filing.case).first()
    if link is None or not may_enter_claims(request.user):
        return
    undone = ClaimAgainst.objects.filter(claim__asserted_in=link.to_filing_id).exclude(events__filing=filing)
    if undone.exists():
        address, words = reverse("admin:claims_pleaded", args=[filing.pk]), words_of(filing.case.category)
        text = 'Its {} wait: <a href="{}">carry them forward from “{}”</a>'
        messages.info(request, format_html(text, words.claims, address, link.to_filing))


def steps(filing: Filing) -> list[Step]:
    """The forms for a filing, the likeliest first."""
    words = words_of(filing.case.category)
    plead = Step(f"{words.claims.capitalize()} that it pleads", reverse("admin:claims_pleaded", args=[filing.pk]))
    answer = Step(f"{words.claims.capitalize()} that it answers", reverse("admin:claims_answered", args=[filing.pk]))
    decide = Step(f"{words.claims.capitalize()} that it decides", reverse("admin:claims_decided", args=[filing.pk]))
    if filing.filing_type in ANSWERING:
        return [answer, plead, decide]
    if filing.filing_type in INITIATING or not filing.filing_type:
        return [plead, answer, decide]
    return [decide, plead, answer]


def side_of(party: CaseParty) -> Side:
    """The side on which a party stands: as entered, else by its role."""
    return Side(party.side) if party.side != Side.NEUTRAL else PARTY_ROLE_SIDE[party.role]


def role_of(party: CaseParty) -> str:
    """The role of a party in words, such as “Defendant” or “Doe defendant 1–25”."""
    words = str(party.get_role_display())
    return f"{words} {party.doe_from}–{party.doe_to}" if party.doe_from else words


def claims_against(opened: OpenFiling, case: Case) -> list[ClaimAgainst]:
    """Every claim of a case × party that the user may see, with its events, in the order of the pleadings."""
    rows = ClaimAgainst.objects.filter(case=case).with_events().select_related("claim__asserted_in", "claim__case")
    rows = rows.order_by("claim__asserted_in__date_filed", "claim__asserted_in__sequence", "claim__position", "claim")
    return list(cleared(rows, opened.user))
