"""What is one or few of a case, in one query: judges, numbers, matters, prose, what comes next, ties, sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from docket.choices import CASE_LINK_INVERSE_LABEL
from docket.models import (
    Case,
    CaseLink,
    CaseNumber,
    CaseOfficial,
    Correction,
    Deadline,
    Filing,
    Hearing,
    Matter,
    Source,
    Summary,
    Update,
)
from docket.models.parts.nested import instance
from docket.site.sheet.fetch import fetch
from docket.site.sheet.motions import Motions, motions_in
from docket.site.sheet.whole import whole_of

# The rows of each list: the model whose instances they become, and where they stand.
LISTS: dict[str, tuple[type[Any], str]] = {
    "judges": (
        CaseOfficial,
        """select name, role, appointed_by, date_terminated, date_terminated_precision
        from docket_caseofficial where case_id = %(case)s order by role, id""",
    ),
    "numbers": (
        CaseNumber,
        """select n.number, n.kind, f.name as forum_name, f.slug as forum_slug
        from docket_casenumber n left join docket_forum f on f.id = n.forum_id
        where n.case_id = %(case)s order by n.kind, n.number""",
    ),
    "matters": (
        Matter,
        """select m.public_id, m.title, m.heading_note, m.visibility
        from docket_casematter c join docket_matter m on m.id = c.matter_id
        where c.case_id = %(case)s order by c.is_primary desc, c.id""",
    ),
    "summaries": (
        Summary,
        """select text, as_of, as_of_precision, visibility
        from docket_summary where case_id = %(case)s order by as_of desc, id desc limit 1""",
    ),
    "updates": (
        Update,
        """select date, title, text, visibility
        from docket_update where case_id = %(case)s order by date desc, id desc limit 10""",
    ),
    "hearings": (
        Hearing,
        """select public_id, title, date, "time", place, certainty, is_vacated, outcome, visibility
        from docket_hearing where case_id = %(case)s and date >= %(today)s and not is_vacated
        order by date, "time", id limit 20""",
    ),
    "deadlines": (
        Deadline,
        """select d.public_id, d.title, d.earliest, d.latest, d.due_at, d.certainty, d.citation, d.state, d.visibility,
        p.name as party_name
        from docket_deadline d left join docket_caseparty c on c.id = d.case_party_id
        left join parties_party p on p.id = c.party_id
        where d.case_id = %(case)s and d.latest >= %(today)s and d.state = 'open' order by d.earliest, d.id limit 20""",
    ),
    "last_filings": (
        Filing,
        """select date_filed, date_filed_precision from docket_filing
        where case_id = %(case)s and date_filed is not null order by date_filed desc, sequence desc limit 1""",
    ),
    "links": (
        CaseLink,
        """select l.kind, l.date, l.date_precision, l.note, l.to_text, l.from_case_id = %(case)s as is_from,
        row_to_json(c) as other, f.name as forum_name
        from docket_caselink l
        left join lateral (select id, public_id, caption, caption_short, docket_number, forum_id from docket_case
            where id = case when l.from_case_id = %(case)s then l.to_case_id else l.from_case_id end) c on true
        left join docket_forum f on f.id = c.forum_id
        where l.from_case_id = %(case)s or l.to_case_id = %(case)s order by l.kind, l.id""",
    ),
    "corrections": (
        Correction,
        """select at from docket_correction where case_id = %(case)s
        or party_id in (select party_id from docket_caseparty where case_id = %(case)s)
        order by at desc, id desc limit 1""",
    ),
    "sources": (
        Source,
        """select s.kind, s.title, s.publisher, s.url, s.date_published, s.date_published_precision, s.date_accessed,
        l.basis, l.pinpoint
        from docket_sourcelink l join docket_source s on s.id = l.source_id
        where l.case_id = %(case)s order by s.title, l.id""",
    ),
}
EACH = [f"(select json_agg(x) from ({sql}) x) as {name}" for name, (_, sql) in LISTS.items()]  # noqa: S608
ALL = f"select {', '.join(EACH)}"


@dataclass
class Relation:
    """A tie to another case, read from this one. `case` is None where only words name the other end."""

    label: str
    case: Case | None
    forum_name: str
    link: CaseLink


@dataclass
class Details:
    """The lists by name, each of instances that have only what the page shows."""

    lists: dict[str, list[Any]]
    filing_count: int
    motions: Motions

    def __getattr__(self, name: str) -> list[Any]:
        return self.lists[name]

    @property
    def relations(self) -> list[Relation]:
        """The ties in both directions, each in the words of this end."""
        return [
            Relation(
                link.get_kind_display() if link.is_from else CASE_LINK_INVERSE_LABEL[link.kind],
                instance(Case, link.other) if link.other else None,
                link.forum_name or "",
                link,
            )
            for link in self.links
        ]


def details_of(case: Case, today: date, whole: Any = None) -> Details:
    """All lists of a case. today: the day in the forum's zone, from which something is still to come."""
    whole = whole or whole_of(case)
    found = fetch(ALL, {"case": case.pk, "today": today})[0]
    lists = {name: [instance(model, row) for row in getattr(found, name) or []] for name, (model, _) in LISTS.items()}
    return Details(lists, whole.filing_count, motions_in(whole, case, today))
