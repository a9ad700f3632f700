"""Which motions have no ruling linked to them, in SQL: the one condition for pages of cases, lists and search.

Public pages never call a motion “pending”: a ruling may be missing from the record, under seal, or not yet linked.
"""

from __future__ import annotations

from django.db.models import BooleanField, F, Func, Q

from docket.choices import MOTIONS, CaseStatus
from docket.publishing.visibility import CONTENT_WITHHELD

# in a case that has ended nothing waits for a ruling
ENDED = frozenset(
    {
        CaseStatus.DISPOSED,
        CaseStatus.REOPENED_DISPOSED,
        CaseStatus.SET_FOR_REVIEW,
        CaseStatus.TRANSFERRED_OUT,
        CaseStatus.REMOVED,
        CaseStatus.REMANDED,
    }
)
# A later filing that stands has ended the wait for a ruling on the motion f.
DECIDED = """exists (select 1 from docket_filinglink l join docket_filing r on r.id = l.from_filing_id
  where l.to_filing_id = f.id and r.state = 'ok'
    and (l.kind in ('withdraws', 'disposes', 'amends', 'supersedes', 'replaces_mistaken_filing')
      or l.kind = 'rules_on' and l.outcome <> 'deferred'))"""

# An order that names the motion f may rule on it: which way was only read from its text, too uncertain to be public.
PERHAPS = """exists (select 1 from docket_filinglink l join docket_filing r on r.id = l.from_filing_id
  where l.to_filing_id = f.id and l.is_derived and l.kind = 'refers_to' and r.state = 'ok'
    and split_part(r.filing_type, '.', 1) in ('', 'order', 'judg')
    and r.filing_type not in ('order.notice_of_hearing', 'order.minutes', 'order.scheduling'))"""


def without_ruling() -> Q:
    """Filings that are motions of which a page says that no ruling is linked to them."""
    # by whatever name the query knows the filing: asked for through its documents, that is not the table's
    of_filing = f"(not {DECIDED} and not {PERHAPS})".replace("f.id", "%(expressions)s")
    return (
        Q(filing_type__in=sorted(MOTIONS), state="ok", record_incomplete=False, case__rulings_are_read=True)
        & ~Q(visibility__in=CONTENT_WITHHELD)
        & ~Q(case__status__in=sorted(ENDED))
        & Q(Func(F("pk"), template=of_filing, output_field=BooleanField()))
    )
