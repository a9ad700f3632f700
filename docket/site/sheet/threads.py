"""A docket by threads: a motion with its opposition, reply, hearing and ruling; a pleading with its answers.

A thread starts with a filing that is about no earlier filing of the case, or with a motion. Below it stands every later
filing that is about it or about one of those, in order of entry. Pages go by keyset over the starts, as the sheet's do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from docket.choices import HEARING_FILINGS, MOTIONS, FilingLinkKind, FilingState
from docket.choices.dates import show
from docket.models import Case, Filing
from docket.models.filings import FilingQuerySet
from docket.publishing.visibility import CONTENT_WITHHELD, PLACEHOLDERS, sql_list
from docket.site.sheet.fetch import fetch
from docket.site.sheet.lines import address_of, lines_of
from docket.site.sheet.motions import VACATED, age_words
from docket.site.sheet.page import ROWS, Gaps, Sheet, cursor_of, dress, ids_from, narrowed
from docket.site.sheet.question import Question
from docket.site.undecided import DECIDED, PERHAPS

MOST_LINES = 100
LONGEST_THREAD = 40
INCOMPLETE = "Record incomplete"
READ = " (read from the text)"
ENDED_BY = {
    FilingLinkKind.RULES_ON: "ruled on",
    FilingLinkKind.DISPOSES: "disposed of",
    FilingLinkKind.WITHDRAWS: "withdrawn",
    FilingLinkKind.AMENDS: "amended",
    FilingLinkKind.SUPERSEDES: "superseded",
    FilingLinkKind.REPLACES_MISTAKEN_FILING: "replaced",
}
# a filing that only mentions another is not about it
ABOUT = [str(kind) for kind in FilingLinkKind if kind not in (FilingLinkKind.REFERS_TO, FilingLinkKind.INCORPORATES)]
# Whether by the link l the filing a is about the filing b, which stands earlier in the same docket.
IS_ABOUT_EARLIER = f"""l.from_case_id = l.to_case_id
    and (l.kind in {sql_list(ABOUT)}
      or l.kind = 'refers_to' and a.filing_type in {sql_list(sorted(HEARING_FILINGS))}
        and b.filing_type in {sql_list(sorted(MOTIONS))})
    and (coalesce(b.date_filed, 'infinity'), b.sequence) < (coalesce(a.date_filed, 'infinity'), a.sequence)"""
ANSWERS_EARLIER = f"""exists (select 1 from docket_filinglink l
  join docket_filing a on a.id = l.from_filing_id join docket_filing b on b.id = l.to_filing_id
  where l.from_filing_id = docket_filing.id and {IS_ABOUT_EARLIER})"""  # noqa: S608

# Every step leads to a line that stands later in order of entry, so no circle of links can catch it; a motion within a
# thread has a thread of its own and is not followed.
MEMBERS = f"""
with recursive thread(root, id) as (
  select id, id from unnest(%(starts)s::bigint[]) as starts(id)
  union
  select t.root, a.id
  from thread t join docket_filing b on b.id = t.id
  join docket_filinglink l on l.to_filing_id = b.id
  join docket_filing a on a.id = l.from_filing_id
  where (t.id = t.root or b.filing_type not in {sql_list(sorted(MOTIONS))})
    and {IS_ABOUT_EARLIER}
)
select root, f.id from thread join docket_filing f on f.id = thread.id where root <> f.id
order by root, f.date_filed nulls last, f.sequence
"""  # noqa: S608

FACTS = f"""
select
  (select json_agg(json_build_array(f.id, f.filing_type = any(%(motions)s), f.record_incomplete, {DECIDED},
      {VACATED}, {PERHAPS}))
    from docket_filing f where f.id = any(%(starts)s)) as starts,
  (select json_agg(json_build_array(h.set_by_id, h.public_id, h.title, h.date, h.is_vacated, h.outcome)
      order by h.date, h.id)
    from docket_hearing h where h.set_by_id = any(%(all)s)
      and h.visibility not in {sql_list(CONTENT_WITHHELD)}) as hearings
"""  # noqa: S608


@dataclass(frozen=True)
class HearingInThread:
    """A hearing that a filing of the thread set."""

    public_id: str
    title: str
    date: date
    is_vacated: bool
    outcome: str

    @property
    def address(self) -> str:
        """The permanent address of the hearing's page."""
        return address_of("hearing", self.public_id)


@dataclass
class Thread:
    """A filing and what is about it. status: of a motion, what became of it. more: members that are not listed.

    anchored: the members to which the page's own links lead: what stands in two threads has one place.
    """

    start: Any
    members: list[Any]
    hearings: list[HearingInThread] = field(default_factory=list)
    status: str = ""
    is_undecided: bool = False
    more: int = 0
    anchored: set[int] = field(default_factory=set)


def threads_of(case: Case, question: Question, today: date, gaps: Gaps | None = None) -> Sheet:
    """One page of the case's threads, at most five queries whatever its length."""
    starts = narrowed(_starts(case), question)
    start, backwards = cursor_of(starts, question)
    ids = ids_from(starts, question.newest_first, start, backwards)
    members = _members(ids)
    kept = _that_fit(ids, members)
    shown = kept[::-1] if backwards else kept
    sheet = Sheet(question, [], threads=_threads(shown, members, today, case.rulings_are_read))
    sheet.name_neighbours(
        [thread.start.public_id for thread in sheet.threads], len(kept) < len(ids), start is not None, backwards
    )
    sheet.gaps = gaps or []
    return sheet


def _starts(case: Case) -> FilingQuerySet:
    """The filings of a case that are about no earlier one of it, and every motion."""
    is_about_earlier = RawSQL(ANSWERS_EARLIER, (), output_field=BooleanField())  # noqa: S611
    return Filing.objects.filter(Q(filing_type__in=MOTIONS) | ~Q(is_about_earlier), case=case)


def _members(starts: list[int]) -> dict[int, list[int]]:
    """By start the filings about it, in order of entry."""
    found: dict[int, list[int]] = {pk: [] for pk in starts}
    for row in fetch(MEMBERS, {"starts": starts}) if starts else []:
        found[row.root].append(row.id)
    return found


def _that_fit(starts: list[int], members: dict[int, list[int]]) -> list[int]:
    """As many threads as fill a page, at least one."""
    kept: list[int] = []
    lines = 0
    for pk in starts[:ROWS]:
        lines += 1 + min(len(members[pk]), LONGEST_THREAD)
        if kept and lines > MOST_LINES:
            break
        kept.append(pk)
    return kept


def _threads(starts: list[int], members: dict[int, list[int]], today: date, rulings_are_read: bool) -> list[Thread]:
    if not starts:
        return []
    shown = {pk: members[pk][:LONGEST_THREAD] for pk in starts}
    ids = list(dict.fromkeys(pk for start in starts for pk in (start, *shown[start])))
    lines = {line.id: line for line in lines_of(ids)}
    for line in lines.values():
        dress(line)
    facts = fetch(FACTS, {"starts": starts, "motions": sorted(MOTIONS), "all": ids})[0]
    threads = []
    known = {pk: rest for pk, *rest in facts.starts or []}
    for pk in starts:
        thread = Thread(lines[pk], [lines[member] for member in shown[pk]], more=len(members[pk]) - len(shown[pk]))
        within = {pk, *shown[pk]}
        thread.hearings = [_hearing(row) for set_by, *row in facts.hearings or [] if set_by in within]
        is_motion, is_incomplete, decided, vacated, perhaps = known[pk]
        can_wait = rulings_are_read and not perhaps
        if is_motion and thread.start.visibility not in PLACEHOLDERS:
            words = status_words(thread.start, today) if decided or can_wait else ""
            thread.status = INCOMPLETE if is_incomplete else words
            thread.status += "; since vacated" if vacated and not is_incomplete else ""
            undecided = not (is_incomplete or decided or thread.start.state != FilingState.OK)
            thread.is_undecided = undecided and can_wait
        threads.append(thread)
    placed = set(starts)
    for thread in threads:
        thread.anchored = {member.id for member in thread.members} - placed
        placed |= thread.anchored
    for line in lines.values():
        # what is about a line stands below it; what it is about, and what stands in another case, is named
        line.ties = [tie for tie in line.ties if tie.outward or tie.case]
    return threads


def _hearing(row: list[Any]) -> HearingInThread:
    public_id, title, day, is_vacated, outcome = row
    return HearingInThread(public_id, title, date.fromisoformat(day), is_vacated, outcome)


def status_words(motion: Any, today: date) -> str:
    """“Granted in part, denied in part, 1 February 2024”; “No ruling linked to it, 684 days after it was filed”."""
    if ended := [tie for tie in motion.ties if not tie.outward and tie.kind in ENDED_BY]:
        all_read = all(tie.is_derived for tie in ended)
        words = "; ".join(f"{_ended(tie)}{READ if tie.is_derived and not all_read else ''}" for tie in ended)
        return words[:1].upper() + words[1:] + (READ if all_read else "")
    if motion.state != FilingState.OK:
        return ""
    age = age_words(motion.date_filed, motion.date_filed_precision, today)
    return f"No ruling linked to it{f', {age} after it was filed' if age else ''}"


def _ended(tie: Any) -> str:
    day = show(tie.date_filed, tie.date_filed_precision)
    return ", ".join(filter(None, (tie.outcome or ENDED_BY[tie.kind], day)))
