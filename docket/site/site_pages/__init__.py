"""The texts with which About, Corrections and Contact begin; staff make them their own."""

from pathlib import Path

from django.conf import settings
from django.db import transaction

from docket.models import SitePage
from docket.publishing.verbs import act

FOLDER = Path(__file__).parent
TITLES = {"about": "About this site", "corrections": "Corrections", "contact": "Contact"}


@transaction.atomic
def load_missing() -> list[str]:
    """Write and publish those that are not there; returns their slugs. Contact only where there is an address."""
    there = set(SitePage.objects.values_list("slug", flat=True))
    texts = {slug: text for slug, text in _texts().items() if slug not in there}
    for slug, text in texts.items():
        page = SitePage.objects.create(slug=slug, title=TITLES[slug], text=text)
        act("publish", page, actor=None, reason="default text")
    return list(texts)


def _texts() -> dict[str, str]:
    texts = {slug: (FOLDER / f"{slug}.md").read_text(encoding="utf-8") for slug in ("about", "corrections")}
    if settings.DOCKET_CONTACT:
        link = f"mailto:{settings.DOCKET_CONTACT}" if "@" in settings.DOCKET_CONTACT else settings.DOCKET_CONTACT
        texts["contact"] = f"Write to [{settings.DOCKET_CONTACT}]({link})."
    return texts
