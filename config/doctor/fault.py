"""What is found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """`about` is the part of the installation, `words` what was found there and the remedy."""

    about: str
    words: str
