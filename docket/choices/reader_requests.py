"""What readers ask of the site, and what becomes of it."""

from django.db.models import TextChoices


class RequestKind(TextChoices):
    """What somebody asks for."""

    CORRECTION = "correction", "Correction"
    UPDATE = "update", "Later event to add"
    TAKEDOWN = "takedown", "Taking down"
    NOINDEX = "noindex", "Keeping from search engines"
    OTHER = "other", "Something else"


class RequestDecision(TextChoices):
    """What was decided."""

    OPEN = "open", "Open"
    CORRECTED = "corrected", "Corrected"
    WITHHELD = "withheld", "Withheld, in whole or in part"
    NOINDEX = "noindex", "Kept from search engines"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn by the sender"
