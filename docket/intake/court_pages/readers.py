"""Reading by `read_page` of a kind's module, imported when first needed: the parsers take a fifth of a second."""

from dataclasses import replace
from importlib import import_module

from docket.intake.court_pages.closure import open_ones
from docket.intake.court_pages.juriscraper_parsers import REVIEW
from docket.intake.court_pages.sniff import Sniffed
from docket.intake.page_kinds.table import PAGE_KINDS
from docket.intake.shape import ImportedDocket, Refused
from docket.intake.wording.placeholder_captions import caption_of


def read_dockets(sniffed: Sniffed, data: bytes, file_name: str, forum: str = "") -> tuple[ImportedDocket, ...]:
    """What a file says: one docket, or of a feed one for each of its cases, at least one; without what is closed.

    `forum` is a forum id that the file must not contradict. Raises Refused with a reason.
    """
    reader = import_module(f"docket.intake.court_pages.{PAGE_KINDS[sniffed.kind].reader}")
    try:
        found = reader.read_page(sniffed, data, file_name, forum)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as fault:
        # a damaged file: what the parsers let through and a reader cannot take apart
        raise Refused(f"The file could not be read ({type(fault).__name__}).", REVIEW) from fault
    dockets: tuple[ImportedDocket, ...] = found if isinstance(found, tuple) else (found,)
    if not dockets:
        raise Refused("The file holds no docket.")
    return open_ones([replace(docket, caption=caption_of(docket.caption)) for docket in dockets])
