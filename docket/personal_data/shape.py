"""What is found: a kind of personal data at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

AROUND = 40  # characters of its surroundings that a reader is shown


class Kind(StrEnum):
    """Personal data that a public record must not show."""

    SOCIAL_SECURITY = "social_security"
    TAXPAYER = "taxpayer"
    CARD = "card"
    ACCOUNT = "account"
    BIRTH_DATE = "birth_date"
    ALIEN = "alien"
    DRIVERS_LICENCE = "drivers_licence"
    PASSPORT = "passport"
    MEDICAL_RECORD = "medical_record"
    HOME_ADDRESS = "home_address"
    TELEPHONE = "telephone"
    EMAIL = "email"
    PROTECTED_NAME = "protected_name"

    @property
    def label(self) -> str:
        """As it is said to staff."""
        return LABELS[self]


LABELS = {
    Kind.SOCIAL_SECURITY: "a Social Security number",
    Kind.TAXPAYER: "a taxpayer number",
    Kind.CARD: "a card number",
    Kind.ACCOUNT: "an account number",
    Kind.BIRTH_DATE: "a full birth date",
    Kind.ALIEN: "an alien number",
    Kind.DRIVERS_LICENCE: "a driver's licence number",
    Kind.PASSPORT: "a passport number",
    Kind.MEDICAL_RECORD: "a medical record number",
    Kind.HOME_ADDRESS: "a home address",
    Kind.TELEPHONE: "a telephone number",
    Kind.EMAIL: "an e-mail address",
    Kind.PROTECTED_NAME: "the name of a minor or a protected person",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of personal data: text[start:end]."""

    kind: Kind
    start: int
    end: int

    def words(self, text: str) -> tuple[str, str, str]:
        """What stands before it, itself, and what stands after it, on one line.

        >>> Finding(Kind.CARD, 4, 8).words("see 4111 there")
        ('see ', '4111', ' there')
        """
        before, after = text[max(0, self.start - AROUND) : self.start], text[self.end : self.end + AROUND]
        return _one_line(before), _one_line(text[self.start : self.end]), _one_line(after)


def _one_line(text: str) -> str:
    return "".join(" " if letter.isspace() else letter for letter in text)


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """Of findings that overlap the first kind that was looked for, in the order of the text."""
    kept: list[Finding] = []
    for finding in findings:
        if all(finding.end <= other.start or other.end <= finding.start for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda finding: finding.start)
