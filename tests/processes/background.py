"""What the tests of the background imports share."""

from tests.court_pages.pacer_pages import Row, district


def never() -> bool:
    """A worker that nobody stops."""
    return False


def page(entries: int, words: str = "NOTICE number {} by Ottoline Marsh") -> str:
    """A docket with so many entries."""
    rows = [
        Row(str(n), words.format(n), f"03/{n % 28 + 1:02}/2021", document=f"035{n:08}", sequence=n)
        for n in range(1, entries + 1)
    ]
    return district(rows=rows)
