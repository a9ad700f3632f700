"""Deadlines and hearings of a case, and the addresses that show them."""

import re

from docket.law.deadlines.periods import by_id
from docket.models import Deadline, Hearing
from docket.proposals.counting import Place, fill, inputs_of
from docket.publishing import verbs

FORBIDDEN = re.compile(r"\b(overdue|missed|late|defaulted)\b", re.IGNORECASE)
COMPUTED = "computed by this site, not by the court"


def publish(row):
    verbs.act("publish", row, actor=None, reason="checked")


def computed(of, day, period="fed.answer", **fields):
    """A deadline counted from a day by a row of the table."""
    deadline = Deadline(case=of.case, title="Answer", certainty="computed", **fields)
    for name, value in inputs_of(by_id(period, day), day).items():
        setattr(deadline, name, value)
    fill(deadline, Place(of.case.forum))
    deadline.save()
    return deadline


def hearing(of, day, **fields):
    return Hearing.objects.create(case=of.case, date=day, **{"title": "Motion hearing", **fields})


def unfolded(feed):
    """A page as it is; a feed without its line breaks and backslashes."""
    return feed.replace("\r\n ", "").replace("\n ", "").replace("\\", "")


def addresses(of):
    case = of.case.public_id
    return [
        "/calendar/?from=2022-01-01",
        "/calendar/?month=2022-03",
        f"/calendar/cases/{case}/?from=2022-01-01",
        f"/calendar/cases/{case}/?month=2022-03",
        f"/calendar/forums/{of.case.forum.slug}/?from=2022-01-01",
        f"/cases/{case}/calendar.ics",
        *(row.get_absolute_url() for row in Deadline.objects.all()),
        *(row.get_absolute_url() for row in Hearing.objects.all()),
        "/about/deadlines/",
    ]
