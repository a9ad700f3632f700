"""The mails: plain text and HTML without anything that is fetched, with the way out in the header and at the end."""

from __future__ import annotations

from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import resolve, reverse
from django.utils.text import Truncator

from docket.models import Alert
from docket.site.alerts.news import Feed, News

SHOWN = 50  # entries of one mail
SUBJECT = 150
# words of ours alone: whoever asks in another's name must not choose what that person reads
FOLLOWED = {
    "site_atom": "everything new",
    "filings_atom": "a list of filings",
    "cases_atom": "a list of cases",
    "case_atom": "a case",
    "matter_atom": "a matter",
    "party_atom": "a party’s cases",
    "forum_atom": "a forum",
    "claim_atom": "a claim",
}


def first(alert: Alert, token: str) -> EmailMultiAlternatives:
    """Whether it was really the owner who asked. It says nothing that the asker wrote."""
    name = resolve(urlsplit(alert.feed).path, urlconf="config.urls_public").url_name or ""
    subject = f"Please confirm: news by e-mail – {settings.SITE_NAME}"
    context = {"what": FOLLOWED[name], "confirm": _address("follow_confirm", token), "how": alert.get_how_display()}
    return _mail(alert, subject, "first", context)


def of_news(alert: Alert, feed: Feed, new: list[News]) -> EmailMultiAlternatives:
    """What is new, the newest first."""
    subject = f"{len(new)} new or changed: {feed.title}" if len(new) > 1 else f"{new[0].title} ({settings.SITE_NAME})"
    context = {"feed": feed, "new": new[:SHOWN], "more": len(new) - len(new[:SHOWN])}
    return _mail(alert, subject, "news", context)


def send(mail: EmailMultiAlternatives) -> None:
    """Hand it to the SMTP server. Raises smtplib.SMTPException or OSError where that does not take it."""
    mail.send(fail_silently=False)


def _mail(alert: Alert, subject: str, template: str, context: dict[str, Any]) -> EmailMultiAlternatives:
    leave = _address("follow_leave", alert.key)
    told = {**context, "leave": leave, "site": settings.SITE_NAME, "base": settings.PUBLIC_BASE_URL}
    mail = EmailMultiAlternatives(
        Truncator(" ".join(subject.split())).chars(SUBJECT),
        render_to_string(f"docket/alerts/{template}.txt", told),
        settings.DEFAULT_FROM_EMAIL,
        [alert.email],
        headers={
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            "Message-ID": make_msgid(domain=urlsplit(settings.PUBLIC_BASE_URL).hostname),
        },
    )
    mail.attach_alternative(render_to_string(f"docket/alerts/{template}.html", told), "text/html")
    return mail


def _address(name: str, key: str) -> str:
    return settings.PUBLIC_BASE_URL + reverse(name, args=[key], urlconf="config.urls_public")
