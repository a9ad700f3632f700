"""A record in which everything that can be withheld is withheld somewhere, and every withheld field holds a canary.

`Corpus(full=True)` is the whole record. `Corpus(full=False, salt=…)` is the same record as it would be had its
never-existed rows never existed, with other words behind its placeholders: whatever differs between the two in public
is a leak. Addresses are made of the row's label, so that both records have the same ones.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from docket import models as d
from docket.publishing import verbs
from docket.publishing.bases import ALPHABET
from parties import merging
from parties import models as p

START = date(2023, 1, 9)
STATES = ("draft", "hidden", "expunged")  # as if they had never existed
PLACEHOLDERS = ("sealed", "removed")
# What was never public to anyone was published and taken back before the transaction ended.
ENDS = {"draft": "unpublish", "hidden": "hide", "expunged": "expunge", "sealed": "seal", "removed": "remove"}
CASES = 7


def address_of(label: str) -> str:
    """The public id of the row of that label: the same in every corpus."""
    digest = hashlib.sha256(label.encode()).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:10])


class Corpus:
    """Builds the record on the default connection; commits one case at a time.

    markers: words that the public must be able to find. addresses: every address, whether anyone may see it or not.
    """

    def __init__(self, full: bool, salt: str = "one") -> None:
        self.full, self.salt = full, salt
        self.markers: list[str] = []
        self.canaries: list[str] = []
        self.addresses: dict[str, str] = {}  # path -> what should be there: public, sealed, removed, nothing

    # Words

    def mark(self, label: str) -> str:
        """Words that must be found in public."""
        word = f"MARK{hashlib.sha256(label.encode()).hexdigest()[:12]}"
        self.markers.append(word)
        return word

    def canary(self, label: str) -> str:
        """Words that must not. They differ between the two records."""
        word = f"CNRY{hashlib.sha256(f'{label}{self.salt}'.encode()).hexdigest()[:12]}"
        self.canaries.append(word)
        return word

    def words(self, label: str, public: bool) -> str:
        return self.mark(label) if public else self.canary(label)

    def add(self, model: Any, label: str, /, **values: Any) -> Any:
        """A row; one with an address gets the label's."""
        if any(f.name == "public_id" for f in model._meta.fields):
            values["public_id"] = address_of(label)
        return model.objects.create(**values)

    def at(self, path: str, what: str) -> None:
        self.addresses[path] = what

    def _other_days(self, path: str, what: str) -> None:
        """The page as of a day on which some of it had happened, what has changed since, and a day that is none."""
        for asked in ("as_of=2023-01-11", "as_of=2024-06", "since=2023-01-10", "status=open&claims=2"):
            self.at(f"{path}?{asked}", what)
        self.at(f"{path}?as_of=soon", "anything" if what != "nothing" else what)

    # The record

    def build(self) -> Corpus:
        with transaction.atomic():
            self.forums = [
                self.add(d.Forum, f"forum{n}", slug=f"forum-{n}", kind="court", name=self.mark(f"forum{n}"))
                for n in range(3)
            ]
            for forum in self.forums:
                self.add(d.ForumAlias, "", forum=forum, name=f"alias of {forum.slug}", key=forum.slug)
                self.at(f"/forums/{forum.slug}/", "public")
                self.at(f"/forums/{forum.slug}/latest.atom", "public")
                d.ForumClosure.objects.create(
                    forum=forum, day=START, reason=self.mark(f"closed {forum.slug}"), source="a notice"
                )
            self.firm = self.add(p.Firm, "firm", name=self.mark("firm"))
            self.regular = self._party("regular", public=True)
            self.hidden_party = self._party("a hidden person", public=False)
            self._site_page("about", public=True)
        self._act("hide", self.hidden_party)
        self.matters = [self._matter(f"matter{n}", "public") for n in range(2)]
        for state in STATES if self.full else ():
            self._matter(f"matter {state}", state)
        self.cases = [self._case(n, "public") for n in range(CASES)]
        for number, state in enumerate(STATES if self.full else ()):
            self._case(100 + number, state)
        for number, state in enumerate(PLACEHOLDERS):
            self._case(200 + number, state)
        with transaction.atomic():
            self._links()
        self._merges()
        self._corrections()
        return self

    def _merges(self) -> None:
        """Others were merged into a party: one whom the public knew, and such as only drafts name."""
        with transaction.atomic():
            kept = self._person("merged into", self.mark("merged into"), self.cases[1])
            known = self._person("merged and known", self.canary("merged and known"), self.cases[0])
        with transaction.atomic():
            merging.merge(kept, known)
        self.at(f"/parties/{known.public_id}/", "public")
        self.at(f"/parties/{known.public_id}/latest.atom", "public")
        self.at(f"/filings/?party={known.public_id}", "public")
        for number, state in enumerate(STATES[:2]):
            address = f"/parties/{address_of(f'merged and {state}')}/"
            self.at(address, "nothing")
            if self.full:
                self._merge_unknown(kept, state, d.Case.objects.get(public_id=address_of(f"case{100 + number}")))

    def _merge_unknown(self, kept: Any, state: str, case: Any) -> None:
        label = f"merged and {state}"
        with transaction.atomic():
            unknown = self._person(label, self.canary(label), case)
            p.PartyAlias.objects.create(party=unknown, name=self.canary(f"alias of {label}"))
        with transaction.atomic():
            merging.merge(kept, unknown)

    def _person(self, label: str, name: str, case: Any) -> Any:
        person = self.add(p.Party, label, name=name, kind="person")
        d.CaseParty.objects.create(case=case, party=person, role="intervenor_plaintiff")
        return person

    def _corrections(self) -> None:
        """What the public read is corrected; what stood in a draft or behind a placeholder is not told."""
        for case in self.cases[:2]:
            with transaction.atomic():
                d.Case.objects.filter(pk=case.pk).update(date_filed=case.date_filed + timedelta(days=1))
                d.Filing.objects.filter(case=case).update(date_filed=case.date_filed)
                d.CaseParty.objects.filter(case=case, role="plaintiff").update(role="petitioner")
            self.at(f"/cases/{case.public_id}/record/corrections/", "public")
        for matter in self.matters:
            self.at(f"/matters/{matter.public_id}/corrections.csv", "anything")
        for number, state in ((100, "nothing"), (200, "nothing"), (201, "removed")):
            self.at(f"/cases/{address_of(f'case{number}')}/record/corrections/", state)

    def _act(self, verb: str, row: Any) -> None:
        verbs.act(verb, row, actor=None, reason=self.canary(f"reason {verb} {row._meta.label} {row.pk}"))

    def _end(self, row: Any, state: str) -> None:
        if state in ENDS:
            self._act(ENDS[state], row)

    def _party(self, label: str, public: bool) -> Any:
        party = self.add(p.Party, label, name=self.words(f"party {label}", public), kind="person")
        p.ProtectedIdentity.objects.create(
            party=party,
            true_name=self.canary(f"true name {label}"),
            identifiers=self.canary(f"identifiers {label}"),
            contact=self.canary(f"contact {label}"),
        )
        p.PartyAlias.objects.create(party=party, name=self.words(f"alias {label}", public))
        d.StaffNote.objects.create(party=party, text=self.canary(f"note on {label}"))
        self.at(f"/parties/{party.public_id}/", "public" if public else "nothing")
        self.at(f"/parties/{party.public_id}/latest.atom", "public" if public else "nothing")
        return party

    def _site_page(self, slug: str, public: bool) -> None:
        page = self.add(d.SitePage, slug, slug=slug, title=slug, text=self.words(f"page {slug}", public))
        if public:
            self._act("publish", page)

    def _matter(self, label: str, state: str) -> Any:
        public = state == "public"
        with transaction.atomic():
            matter = self.add(
                d.Matter,
                label,
                title=self.words(f"title {label}", public),
                place=self.words(f"place {label}", public),
                coverage_note=self.words(f"coverage {label}", public),
                happened_on=date(2022, 10, 1),
                happened_on_precision="month",
            )
            self._act("publish", matter)
            person = self._party(f"person of {label}", public)
            d.MatterParty.objects.create(
                matter=matter, party=person, role="witness", note=self.words(f"part {label}", public)
            )
            for other in ("public", *(STATES[:2] if self.full else ())):
                self._prose(f"{label} {other}", other, public, matter=matter)
            self._source(f"source of {label}", public, matter=matter)
            d.StaffNote.objects.create(matter=matter, text=self.canary(f"note {label}"))
            self._end(matter, state)
        self.at(f"/matters/{matter.public_id}/", "public" if public else "nothing")
        self.at(f"/matters/{matter.public_id}/latest.atom", "public" if public else "nothing")
        self._other_days(f"/matters/{matter.public_id}/", "public" if public else "nothing")
        return matter

    def _prose(self, label: str, state: str, public: bool, **subject: Any) -> None:
        shown = public and state == "public"
        text = self.words(f"summary {label}", shown)
        self.add(d.Summary, f"summary {label}", text=text, as_of=START, visibility=state, **subject)
        self.add(
            d.Update,
            f"update {label}",
            title=self.words(f"update {label}", shown),
            text=self.words(f"update text {label}", shown),
            date=START,
            visibility=state,
            **subject,
        )

    def _source(self, label: str, public: bool, **target: Any) -> None:
        source = self.add(d.Source, label, kind="news_report", title=self.words(label, public), publisher="a newspaper")
        d.SourceLink.objects.create(source=source, basis="reported", **target)

    def _case(self, number: int, state: str) -> Any:
        public, label = state == "public", f"case{number}"
        with transaction.atomic():
            case = self.add(
                d.Case,
                label,
                forum=self.forums[number % 3],
                docket_number=f"1:23-cv-{number:05}",
                docket_number_as_filed=f"1:23-cv-{number:05}",
                caption=self.words(f"caption {label}", public),
                caption_short=self.words(f"short caption {label}", public),
                category="civil",
                cause=self.words(f"cause {label}", public),
                coverage_note=self.words(f"coverage {label}", public),
                ending_as_read="" if public else self.canary(f"ending {label}"),
                date_filed=START + timedelta(days=number),
                status="pending_active",
            )
            self._act("publish", case)
            self._people(case, label, public)
            self._numbers_and_officials(case, label, public)
            self._docket(case, label, public)
            self._claims(case, label, public)
            self._calendar(case, label, public)
            for other in ("public", *(STATES[:2] if self.full else ())):
                self._prose(f"{label} {other}", other, public, case=case)
            self._source(f"source of {label}", public, case=case)
            d.StaffNote.objects.create(case=case, text=self.canary(f"note {label}"))
            d.ImportedFile.objects.create(case=case, file_name=self.canary(f"file {label}"), kind="x", sha256="0" * 64)
            self._seal_some()
            self._end(case, state)
        self.at(f"/cases/{case.public_id}/", "nothing" if state in STATES else state)
        self.at(f"/cases/{case.public_id}/latest.atom", "nothing" if state in STATES else state)
        self._other_days(f"/cases/{case.public_id}/", "nothing" if state in STATES else state)
        self.at(f"/cases/{case.public_id}/entry/2/", "anything")
        for name in ("filings", "hearings", "deadlines"):
            self.at(f"/cases/{case.public_id}/{name}.csv", "anything")
        return case

    def _people(self, case: Any, label: str, public: bool) -> None:
        self.people = []
        roles = ("plaintiff", "defendant", "defendant")
        for number, role in enumerate(roles):
            party = self.regular if number == 2 else self._party(f"party {number} of {label}", public)
            case_party = d.CaseParty.objects.create(
                case=case,
                party=party,
                role=role,
                side="initiating" if number == 0 else "responding",
                position=number,
                name_as_filed=party.name if public else self.canary(f"as filed {number} {label}"),
            )
            self.people.append(case_party)
        lawyer = self.add(p.Attorney, f"attorney {label}", name=self.words(f"attorney {label}", public))
        p.AttorneyContact.objects.create(attorney=lawyer, text=self.canary(f"contact of attorney {label}"))
        d.Appearance.objects.create(case_party=self.people[0], attorney=lawyer, firm=self.firm, case=case)
        d.Capacity.objects.create(
            case=case,
            case_party=self.people[0],
            kind="personal_representative",
            object=self.words(f"estate {label}", public),
        )
        if self.full:
            hidden = d.CaseParty.objects.create(case=case, party=self.hidden_party, role="defendant", side="responding")
            d.StaffNote.objects.create(case_party=hidden, text=self.canary(f"note on hidden party of {label}"))

    def _numbers_and_officials(self, case: Any, label: str, public: bool) -> None:
        d.CaseNumber.objects.create(case=case, kind="agency", number=self.words(f"other number {label}", public))
        d.CaseOfficial.objects.create(case=case, role="judge", name=self.words(f"judge {label}", public))

    def _docket(self, case: Any, label: str, public: bool) -> None:
        """Filings in every state; those that never were stand between the others and take no number or day."""
        self.kept: list[Any] = []
        self.never: list[Any] = []
        states = ["public", "public", "public", "public", "to seal", "to remove", "document to seal"]
        for position, state in enumerate(states):
            if self.full and position < len(STATES) - 1:
                self._filing(case, f"{STATES[position]} {position} {label}", STATES[position], False)
            self._filing(
                case, f"{state} {position} {label}", "public", public and state not in ("to seal", "to remove")
            )
            what = {"to seal": "sealed", "to remove": "removed"}.get(state, "public")
            self.at(f"/filings/{self.kept[-1].public_id}/", what if public else "nothing")
        d.FilingLink.objects.create(from_filing=self.kept[1], to_filing=self.kept[0], kind="answers")
        self._motion()
        for filing in self.never:
            self.at(f"/filings/{filing.public_id}/", "nothing")
            d.FilingLink.objects.create(from_filing=filing, to_filing=self.kept[0], kind="refers_to")

    def _motion(self) -> None:
        """The third line is a motion; filings of every state oppose it and rule on it, the fourth for all to see."""
        motion = self.kept[2]
        d.Filing.objects.filter(pk=motion.pk).update(filing_type="mot.dismiss")
        d.Filing.objects.filter(pk=self.kept[0].pk).update(filing_type="init.complaint")
        d.FilingLink.objects.create(from_filing=self.kept[3], to_filing=motion, kind="supports", is_derived=True)
        for later in (*self.kept[4:6], *self.never):
            d.FilingLink.objects.create(from_filing=later, to_filing=motion, kind="opposes")
            d.FilingLink.objects.create(from_filing=later, to_filing=motion, kind="rules_on", outcome="denied")
            d.FilingLink.objects.create(from_filing=later, to_filing=self.kept[0], kind="amends")
        for decision in (self.kept[3], self.kept[4], *self.never):
            d.Filing.objects.filter(pk=decision.pk).update(filing_type="judg.judgment")

    def _filing(self, case: Any, name: str, state: str, shown: bool) -> None:
        kept = state == "public"
        filing = self.add(
            d.Filing,
            f"filing {name}",
            case=case,
            entry_number=str(len(self.kept) + 1) if kept else "",
            docket_text=self.words(f"text {name}", shown),
            title=self.words(f"title {name}", shown),
            date_filed=case.date_filed + timedelta(days=len(self.kept)),
            visibility=state,
        )
        (self.kept if kept else self.never).append(filing)
        self._filings(filing, name, shown)

    def _filings(self, filing: Any, name: str, shown: bool) -> None:
        d.FilingParty.objects.create(filing=filing, case_party=self.people[0])
        d.Excerpt.objects.create(filing=filing, text=self.words(f"excerpt {name}", shown))
        d.RulingCitation.objects.create(filing=filing, kind="reporter", text=self.words(f"reported {name}", shown))
        d.StaffNote.objects.create(filing=filing, text=self.canary(f"note {name}"))
        states = ("public", *(STATES[:2] if self.full else ()))
        for number, state in enumerate(states):
            visible = shown and state == "public" and "document" not in name
            document = self.add(
                d.Document,
                f"document {number} {name}",
                filing=filing,
                attachment_number=number,
                title=self.words(f"document {number} {name}", visible),
                visibility=state,
            )
            text = "read in its place" if visible else self.canary(f"page {number} {name}")
            d.DocumentPage.objects.create(document=document, number=1, text=text)
            self.at(f"/documents/{document.public_id}/", "anything" if visible else "nothing")
            self.at(f"/documents/{document.public_id}/text/", "anything" if visible else "nothing")

    def _claims(self, case: Any, label: str, public: bool) -> None:
        hidden = self.never
        for case_party in self.people[1:]:  # who answers has filed the answer
            d.FilingParty.objects.create(filing=self.kept[1], case_party=case_party)
        pleadings = [(self.kept[0], public), *((f, False) for f in hidden)]
        for number, (pleading, shown) in enumerate(pleadings):
            claim = self.add(
                d.Claim,
                f"claim {number} {label}",
                case=case,
                title=self.words(f"claim {number} {label}", shown),
                label=f"Count {number + 1}",
                legal_basis=self.words(f"basis {number} {label}", shown),
                asserted_in=pleading,
                position=number,
            )
            d.ClaimParty.objects.create(claim=claim, case_party=self.people[0])
            for order, case_party in enumerate(self.people[1:]):
                self._against(claim, case_party, f"{number}.{order} {label}", shown, hidden)
            self.at(f"/claims/{claim.public_id}/", "public" if shown else "nothing")
            self.at(f"/claims/{claim.public_id}/latest.atom", "public" if shown else "nothing")
            self.at(f"/claims/{claim.public_id}/?as_of=2023-01-09", "public" if shown else "nothing")

    def _against(self, claim: Any, case_party: Any, label: str, shown: bool, hidden: list[Any]) -> None:
        against = self.add(d.ClaimAgainst, f"against {label}", claim=claim, case_party=case_party)
        events = [
            ("served", None, shown),
            ("answered", self.kept[1], shown),
            *(("dismissed_motion", f, False) for f in hidden),
        ]
        for number, (kind, filing, visible) in enumerate(events):
            self.add(
                d.ClaimEvent,
                f"event {number} {label}",
                claim_against=against,
                kind=kind,
                date=claim.case.date_filed + timedelta(days=1 + number),
                filing=filing,
                with_prejudice="with" if kind == "dismissed_motion" else "",
                note=self.words(f"event {number} {label}", visible),
            )

    def _calendar(self, case: Any, label: str, public: bool) -> None:
        far = date(2099, 5, 3)
        for number, state in enumerate(("public", *(STATES[:2] if self.full else ()))):
            shown = public and state == "public"
            self.add(
                d.Hearing,
                f"hearing {number} {label}",
                case=case,
                title=self.words(f"hearing {number} {label}", shown),
                date=far,
                visibility=state,
            )
            self.add(
                d.Deadline,
                f"deadline {number} {label}",
                case=case,
                title=self.words(f"deadline {number} {label}", shown),
                earliest=far,
                latest=far,
                visibility=state,
            )
            for kind in ("hearing", "deadline"):
                self.at(f"/{kind}s/{address_of(f'{kind} {number} {label}')}/", "public" if shown else "nothing")
        self._counted(case, label, public)
        self.at(f"/cases/{case.public_id}/calendar.ics", "anything")
        self.at(f"/calendar/cases/{case.public_id}/", "anything")

    def _counted(self, case: Any, label: str, public: bool) -> None:
        """Deadlines that rest on filings which are shown, are to be sealed or never were; and what is only proposed."""
        tied = [(self.kept[0], public), (self.kept[4], False), *((filing, False) for filing in self.never)]
        for number, (filing, shown) in enumerate(tied):
            for key, state in (("trigger", "open"), ("satisfied_by", "met"), ("stopped_by", "suspended")):
                name = f"deadline by {key} {number} {label}"
                deadline = self._deadline(case, name, self.words(name, shown), state=state, **{key: filing})
                self.at(f"/deadlines/{deadline.public_id}/", "public" if shown else "nothing")
        held = None
        if self.full:
            held = self._deadline(case, f"held {label}", self.canary(f"held {label}"), visibility="draft")
        self._deadline(case, f"extended {label}", self.words(f"extended {label}", public), extended_from=held)
        d.DeadlineProposal.objects.create(
            case=case,
            kind="new",
            title=self.canary(f"proposed {label}"),
            because=self.canary(f"because {label}"),
            trigger=self.kept[0],
            earliest=START,
            latest=START,
        )

    def _deadline(self, case: Any, name: str, title: str, /, **values: Any) -> Any:
        return self.add(
            d.Deadline,
            name,
            case=case,
            title=title,
            certainty="computed",
            citation="FRCP 12(a)(1)(A)(i)",
            rule="fed.answer",
            counted_by="frcp6",
            trigger_date=START,
            earliest=date(2099, 6, 1),
            latest=date(2099, 6, 2),
            case_party=self.people[1],
            **{"visibility": "public", **values},
        )

    def _seal_some(self) -> None:
        self._act("seal", self.kept[4])
        self._act("remove", self.kept[5])
        self._act("seal", self.kept[6].documents.get(attachment_number=0))

    def _links(self) -> None:
        """Cases of every state are linked from a public one: the line to a withheld one must not show."""
        first = self.cases[0]
        second = self.cases[1]
        d.CaseLink.objects.create(from_case=first, to_case=second, kind="related", note=self.mark("case link"))
        for n, matter in enumerate(self.matters):
            for case in self.cases[n::2]:
                d.CaseMatter.objects.create(case=case, matter=matter)
        if not self.full:
            return
        for state in STATES:
            number = 100 + STATES.index(state)
            withheld = d.Case.objects.get(public_id=address_of(f"case{number}"))
            d.CaseLink.objects.create(
                from_case=first, to_case=withheld, kind="related", note=self.canary(f"link {state}")
            )
            d.CaseMatter.objects.create(case=withheld, matter=self.matters[0])
            for filing in withheld.filings.all()[:1]:
                d.FilingLink.objects.create(from_filing=filing, to_filing=first.filings.first(), kind="refers_to")
