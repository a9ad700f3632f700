"""One error for every input that cannot be computed: it says what was found and what would do."""

from collections.abc import Iterable


class DeadlineError(ValueError):
    """The deadline cannot be computed from this input; the message names the remedy."""


def unknown(what: str, found: object, choices: Iterable[str]) -> DeadlineError:
    return DeadlineError(f"Unknown {what} {str(found)!r}. Choose one of: {', '.join(choices)}.")
