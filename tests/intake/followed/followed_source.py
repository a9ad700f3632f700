"""A case of the record and a source that is followed for it, as the tests of the room need them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from docket.intake.followed.look import look
from docket.models import Case, FollowedSource, FollowedState
from tests.court_pages.importing import imported, make_forum, record
from tests.court_pages.pacer_pages import Row, district

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FEED, FEED_PATH = "https://ecf.cand.uscourts.gov/cgi-bin/rss_outside.pl", "/cgi-bin/rss_outside.pl"
SCOTUS_PATH = "/RSS/Cases/JSON/24-966.json"
NEW = (Row("3", "", "04/06/2021", "03501111133", 33), "Motion to Dismiss")
OTHER = """<item><title>3:21-cv-09999 Poe v. Quince</title>
<link>https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?379999</link><description>[Complaint] (&#x3C;a
href=&#x22;https://ecf.cand.uscourts.gov/doc1/03501119999?caseid=379999&#x26;de_seq_num=1&#x22;
&#x3E;1&#x3C;/a&#x3E;)</description>
<guid isPermaLink="true">https://ecf.cand.uscourts.gov/cgi-bin/DktRpt.pl?379999&#x26;1</guid>
<pubDate>Tue, 06 Apr 2021 19:14:31 GMT</pubDate></item>"""


def author(*, may: str = "docket.add_importedfile docket.publish_record") -> Any:
    user = get_user_model().objects.create_user("ines", is_staff=True)
    names = [name.partition(".")[2] for name in may.split()]
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="docket", codename__in=names))
    return user


def a_case() -> Case:
    make_forum("cand")
    imported(district())
    return Case.objects.get()


def followed(case: Case, kind: str = "feed", address: str = FEED, **columns: Any) -> FollowedSource:
    columns = {"pace": 6, "author": columns.pop("author", None) or author(), **columns}
    source = FollowedSource(case=case, kind=kind, address=address, **columns)
    source.full_clean()
    source.save()
    return reread(source)


def reread(source: FollowedSource) -> FollowedSource:
    return FollowedSource.objects.select_related("case__forum", "author", "state").get(pk=source.pk)


def looked(source: FollowedSource, at: datetime = NOW) -> FollowedState:
    """The state after a look."""
    look(reread(source), at)
    return FollowedState.objects.get(source=source)


def rest() -> dict[str, list[Any]]:
    """The record without what the worker notes of sources."""
    return {table: rows for table, rows in record().items() if table != "docket_followedstate"}
