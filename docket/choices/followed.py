"""What can be followed so that a case stays current, and how each is written down."""

import re
from dataclasses import dataclass

from django.db.models import TextChoices


class FollowedKind(TextChoices):
    """What sort of source is looked at."""

    FEED = "feed", "Court's RSS feed"
    COURTLISTENER = "courtlistener", "Docket on CourtListener"
    SUPREME_COURT = "supreme_court", "Docket of the Supreme Court"
    INBOX = "inbox", "Folder of notices"


@dataclass(frozen=True)
class FollowedForm:
    """How a source of one kind is written, and what it shows.

    address: the whole of what staff enter. wanted: that in words, for a message. needs_number: it shows many cases, of
    which this one is found by its court and number. may_confirm: it can show the court's own docket whole.
    """

    address: re.Pattern[str]
    wanted: str
    needs_number: bool
    may_confirm: bool


FOLLOWED_FORMS = {
    FollowedKind.FEED: FollowedForm(
        re.compile(r"https://(?:ecf|www)\.[a-z0-9-]{2,12}\.uscourts\.gov/[\x21-\x5b\x5d-\x7e]*"),
        "the https address of the feed on the court's own site, as https://ecf.cand.uscourts.gov/cgi-bin/rss_outside.pl",
        needs_number=True,
        may_confirm=True,
    ),
    FollowedKind.COURTLISTENER: FollowedForm(
        re.compile(r"[0-9]{1,12}"),
        "the number in the address of the docket's page there: 7700 of courtlistener.com/docket/7700/roe-v-poe/",
        needs_number=False,
        may_confirm=False,
    ),
    FollowedKind.SUPREME_COURT: FollowedForm(
        re.compile(r"[0-9]{2}(?:-[0-9]{1,5}|[AMO][0-9]{1,4})"),
        "the docket number, as 24-966 or 24A966",
        needs_number=False,
        may_confirm=True,
    ),
    FollowedKind.INBOX: FollowedForm(
        re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}"),
        "the name of a folder within `inboxes` of the data folder, of letters, digits, - and _",
        needs_number=True,
        may_confirm=False,
    ),
}
