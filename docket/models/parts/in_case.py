"""What the rows of one case have in common: the case is their parent's, and their other keys stay within it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models


class InCase(models.Model):
    """A row whose case is that of its parent; composite foreign keys hold it there, `clean` says so in words.

    case_from: the key from which the case is taken. same_case: keys that must belong to that case.
    """

    case_from: ClassVar[str] = ""
    same_case: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Take the case from the parent."""
        if self.case_from:
            self.case_id = getattr(self, self.case_from).case_id
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a party, filing or claim of another case, naming the field."""
        super().clean()
        case_id = self._case_id()
        errors = {}
        for name in self.same_case:
            if getattr(self, f"{name}_id") is None or case_id is None:
                continue
            other = getattr(self, name)
            if other.case_id != case_id:
                errors[name] = f"“{other}” belongs to another case ({other.case}). Choose one of this case."
        if errors:
            raise ValidationError(errors)

    def _case_id(self) -> int | None:
        if not self.case_from:
            return getattr(self, "case_id", None)
        # a parent entered in the same form is an object without an id yet
        known = self._meta.get_field(self.case_from).is_cached(self)  # type: ignore[union-attr]
        if getattr(self, f"{self.case_from}_id") is None and not known:
            return None
        found: int = getattr(self, self.case_from).case_id
        return found
