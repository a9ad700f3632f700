"""Sums of money as courts print them. Pure."""

from decimal import Decimal, InvalidOperation

LARGEST = Decimal("9999999999999999.99")


def amount(printed: str) -> Decimal | None:
    """The sum of "$2,429,651.93"; None for what is no number ("Unknown"), or is no sum of money."""
    try:
        found = Decimal(printed.strip().removeprefix("$").replace(",", ""))
    except InvalidOperation:
        return None
    return found.quantize(Decimal("0.01")) if found.is_finite() and 0 <= found <= LARGEST else None
