"""What a row says of itself: may the public see it, wholly, as a placeholder, or not at all."""

from django.db import models


class Visibility(models.TextChoices):
    """The states of DOMAIN 7.2, in two classes: as if it had never existed, and a placeholder that stays."""

    DRAFT = "draft", "Draft"
    PUBLIC = "public", "Public"
    HIDDEN = "hidden", "Hidden"
    EXPUNGED = "expunged", "Expunged"
    SEALED = "sealed", "Under seal"
    REMOVED = "removed", "Removed"


# Nothing public tells these from an unknown address.
NEVER_EXISTED = (Visibility.DRAFT, Visibility.HIDDEN, Visibility.EXPUNGED)
# A row of a few listed columns stays.
PLACEHOLDERS = (Visibility.SEALED, Visibility.REMOVED)
