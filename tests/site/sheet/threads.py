"""A case with a motion that is opposed, heard and ruled on, and what its page says."""

import re
from datetime import date, timedelta

from django.db import connection

from docket.models import Case, Filing, FilingLink, Hearing
from docket.publishing import verbs
from docket.site.sheet.details import details_of
from docket.site.sheet.question import Question
from docket.site.sheet.threads import threads_of

TODAY = date(2026, 5, 3)


class Docket:
    """A case with a complaint and a motion that is opposed, replied to, heard and ruled on."""

    def __init__(self):
        self.case = Case.objects.create(caption="Roe v. Poe", category="civil", status="pending_active")
        self.day = date(2024, 1, 1)
        self.complaint = self.filing("1", "Complaint", "init.complaint")
        self.motion = self.filing("2", "Motion to dismiss", "mot.dismiss", responds_to=self.complaint)
        self.opposition = self.filing("3", "Opposition", "brief.opposition", opposes=self.motion)
        self.answer = self.filing("4", "Answer", "resp.answer", answers=self.complaint)
        self.reply = self.filing("5", "Reply", "brief.reply", replies_to=self.opposition)
        self.notice = self.filing("6", "Notice of hearing", "order.notice_of_hearing", refers_to=self.motion)
        self.letter = self.filing("", "Letter", "", refers_to=self.motion)
        self.ruling = self.filing("7", "Order", "order.order")
        self.rules = self.link(self.ruling, self.motion, "rules_on", outcome="granted_in_part")
        Hearing.objects.create(case=self.case, set_by=self.notice, title="Argument", date=date(2024, 2, 1))

    def filing(self, number, title, kind, **about):
        self.day += timedelta(days=1)
        filing = Filing.objects.create(
            case=self.case, entry_number=number, title=title, filing_type=kind, date_filed=self.day
        )
        for link, earlier in about.items():
            self.link(filing, earlier, link)
        return filing

    def link(self, later, earlier, kind, **values):
        return FilingLink.objects.create(from_filing=later, to_filing=earlier, kind=kind, **values)

    def threads(self, **asked):
        return threads_of(self.case, Question(threads=True, **asked), TODAY)

    def titles(self):
        return {thread.start.title: [line.title for line in thread.members] for thread in self.threads().threads}

    def status(self):
        return next(t.status for t in self.threads().threads if t.start.title == "Motion to dismiss")

    def undecided(self):
        return [motion.title for motion in details_of(self.case, TODAY).motions.undecided]


def project():
    """What a commit would do."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")


def act(verb, row):
    verbs.act(verb, row, actor=None, reason="test")


def page_of(client, case, query="?view=threads"):
    answer = client.get(case.get_absolute_url() + query)
    assert answer.status_code == 200
    return answer.content.decode()


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index('id="docket"') :]).split())
