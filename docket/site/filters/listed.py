"""What a list or a CSV may hold: everything that is there, but no row of which only a placeholder is left.

On the public site drafts and hidden rows are not there in the first place (docket/publishing); nothing is hidden here.
A sealed filing or document keeps its line, without its text (DOMAIN 7.2); a sealed case has no line.
"""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from docket.models import Case, ClaimAgainst, Correction, Deadline, DocumentPage, Filing, Forum, Hearing, Matter, Source
from docket.publishing.visibility import CONTENT_WITHHELD, NOT_LISTED
from parties.models import Attorney, Firm, Party

M = TypeVar("M", bound=Model)


def matters() -> QuerySet[Matter]:
    """Matters that may be listed: not removed ones."""
    return Matter.objects.exclude(visibility__in=NOT_LISTED)


def cases() -> QuerySet[Case]:
    """All cases but those whose content is withheld: sealed, removed or expunged."""
    return Case.objects.exclude(visibility__in=CONTENT_WITHHELD)


def filings() -> QuerySet[Filing]:
    """Filings, also those under seal, of cases that are not."""
    return _of_open_cases(Filing.objects.exclude(visibility__in=NOT_LISTED))


def document_pages() -> QuerySet[DocumentPage]:
    """Pages of documents of which neither they nor their filing are under seal, of open cases."""
    under_seal = Q(document__visibility__in=CONTENT_WITHHELD) | Q(document__filing__visibility__in=CONTENT_WITHHELD)
    return _of_open_cases(DocumentPage.objects.exclude(under_seal))


def claims() -> QuerySet[ClaimAgainst]:
    """Claims, each against one party."""
    shown = ClaimAgainst.objects.exclude(disclosure=ClaimAgainst.Disclosure.WITHHELD)
    return _of_open_cases(shown)


def hearings() -> QuerySet[Hearing]:
    """Hearings of cases not under seal."""
    return _of_open_cases(Hearing.objects.exclude(visibility__in=CONTENT_WITHHELD))


def deadlines() -> QuerySet[Deadline]:
    """Deadlines of cases not under seal."""
    return _of_open_cases(Deadline.objects.exclude(visibility__in=CONTENT_WITHHELD))


def parties() -> QuerySet[Party]:
    """Parties that may be listed: not removed ones."""
    return Party.objects.exclude(visibility__in=NOT_LISTED)


def counsel() -> QuerySet[Attorney]:
    """Attorneys; one of whom a page gave no name can be found by none."""
    return Attorney.objects.exclude(visibility__in=NOT_LISTED).exclude(name="")


def corrections() -> QuerySet[Correction]:
    """Corrections of what was public, of cases not under seal."""
    return _of_open_cases(Correction.objects.all())


def firms() -> QuerySet[Firm]:
    """Firms that may be listed: not removed ones."""
    return Firm.objects.exclude(visibility__in=NOT_LISTED)


def sources() -> QuerySet[Source]:
    """Sources that may be listed: not removed ones."""
    return Source.objects.exclude(visibility__in=NOT_LISTED)


def forums() -> QuerySet[Forum]:
    """All forums: none is ever withheld."""
    return Forum.objects.all()


def _of_open_cases(rows: QuerySet[M]) -> QuerySet[M]:
    return rows.exclude(case__visibility__in=CONTENT_WITHHELD)
