"""What a reader asks for: an address, a feed of this site, and how often. The same form at both ends of the spool."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve

from docket.models import Alert

FEEDS = frozenset({"site_atom", "filings_atom", "cases_atom", "case_atom", "matter_atom", "party_atom"}) | {
    "forum_atom",
    "claim_atom",
}
LONGEST = 500


class FeedField(forms.CharField):
    """The address of a feed within this site: /cases/ID/latest.atom, /filings.atom?q=negligence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST, widget=forms.HiddenInput, **options)

    def clean(self, value: Any) -> Any:
        """The address. Raises ValidationError for another page's."""
        text = super().clean(value)
        try:
            parts = urlsplit(text)
            name = resolve(parts.path, urlconf="config.urls_public").url_name
        except (ValueError, Resolver404):
            name = None
        if name not in FEEDS or parts.netloc or parts.fragment or any(one.isspace() for one in text):
            raise ValidationError("This is not a feed of this site: come from the link on a page.")
        return text


class AlertForm(forms.Form):
    """A request for mails."""

    email = forms.EmailField(max_length=254, label="Your e-mail address")
    how = forms.ChoiceField(choices=Alert.How.choices, initial=Alert.How.AT_ONCE, label="How often")
    feed = FeedField()
