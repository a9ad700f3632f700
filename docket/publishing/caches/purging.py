"""After each act of publication the caches before the public site are told which pages no longer hold.

What is withheld takes everything out of them: a case stands on its own pages, but also in lists, in what a search
found, on the home page and on other cases' pages, and no key knows all of these. What is published takes out its case
with the matters and parties of it, and every page that is of no single one of these.

The process that did the act tells them, as soon as it is committed. What they did not acknowledge the worker tells
them again (`unheard.py`), as everything.
"""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, transaction

from docket.publishing.caches import telling, unheard

logger = logging.getLogger(__name__)
SHARED = "shared"
MOST_KEYS = 100  # of more, everything is taken out
KEYS = """
    select 'case-' || c.public_id from published.docket_case c where c.id = %(case)s
    union all select 'matter-' || m.public_id from published.docket_casematter x
        join published.docket_matter m on m.id = x.matter_id where x.case_id = %(case)s
    union all select distinct 'party-' || p.public_id from published.docket_caseparty x
        join published.parties_party p on p.id = x.party_id where x.case_id = %(case)s
    limit %(most)s
"""


def follow(event: int, row: Any, *, withholds: bool) -> None:
    """Tell the caches when the transaction commits; note before it does that they are to be told.

    event: the id of the act in the chain. row: what it was done to, as it is before that. A process that dies before
    it could tell them leaves the note.
    """
    case = row.pk if row._meta.label == "docket.Case" else getattr(row, "case_id", None)
    _follow(str(event), None if withholds else case, DEFAULT_DB_ALIAS)


def follow_all(what: str, *, using: str) -> None:
    """The same of what makes all published tables anew: the caches drop everything when that database commits."""
    _follow(what, None, using)


def _follow(act: str, case: int | None, using: str) -> None:
    if settings.SHARED_CACHES:
        unheard.note(act)
        transaction.on_commit(lambda: _tell(act, case), using=using, robust=True)


def _tell(act: str, case: int | None) -> None:
    """Tell every cache: of what a case touches, or of everything where none is given or it touches too much."""
    if failed := telling.tell_all(_keys(case) if case else []):
        unheard.keep(act)
        logger.error("A cache did not take what is out of date after %s; the worker tells it again: %s", act, failed)
    else:
        unheard.forget(act)


def _keys(case: int) -> list[str]:
    """Empty where there are too many."""
    with connection.cursor() as cursor:
        cursor.execute(KEYS, {"case": case, "most": MOST_KEYS})
        found = [key for (key,) in cursor.fetchall()]
    return [*found, SHARED] if found and len(found) < MOST_KEYS else []
