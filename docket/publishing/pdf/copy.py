"""Rewriting a PDF: what runs confined. Knows nothing of Django, so that the process begins quickly."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

import pikepdf

from docket.confined import Unreadable
from docket.publishing.pdf.annotations import drawn_into_pages
from docket.publishing.pdf.bookmarks import bookmarks_of, put_in
from docket.publishing.pdf.images import without_image_data
from docket.publishing.pdf.layers import without_hidden_layers
from docket.publishing.pdf.tags import LANGUAGE, Tags, without_replacements

# Allow-lists: what a page needs to look as it does. Scripts, attachments, forms, outlines, names and tags stay behind.
# Bookmarks and tags are made anew from what of them says no more than the pages: the text of a redaction often survives
# in them.
OF_THE_FILE = ("/Type", "/Pages", "/Version", "/Lang", "/PageLabels", "/PageLayout")
OF_A_PAGE = (
    *("/Type", "/Parent", "/Resources", "/Contents", "/Rotate", "/UserUnit", "/Group", "/Annots"),
    *("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
)
# In any object: who made it when, with what, and what was attached to it.
ANYWHERE = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/AA", "/OpenAction", "/JS", "/JavaScript", "/Thumb")
# qpdf names the file first, which has no name of its sender's.
OUR_NAME = re.compile(r"^stream <[^>]*>:? ?")


def rewrite(given: BinaryIO, made: BinaryIO, told: Any) -> int:
    """Write the cleaned copy of a PDF; answers how many pages it has. Raises Unreadable for what is no sound PDF."""
    try:
        with pikepdf.open(given) as pdf:
            bookmarks, tags = bookmarks_of(pdf), Tags(pdf)
            _strip(pdf)
            tags.put_in()
            put_in(pdf, bookmarks)
            pages = len(pdf.pages)
            pdf.save(made, deterministic_id=True)
            return pages
    except pikepdf.PasswordError as error:
        raise Unreadable("The PDF is encrypted. Upload a copy without a password.") from error
    except pikepdf.PdfError as error:
        if "bad_alloc" in str(error):
            raise MemoryError from error
        found = OUR_NAME.sub("", str(error))
        raise Unreadable(f"The PDF cannot be read ({found}). Upload an undamaged copy.") from error


def _strip(pdf: pikepdf.Pdf) -> None:
    without_hidden_layers(pdf)
    drawn_into_pages(pdf)
    without_replacements(pdf)
    without_image_data(pdf)
    _keep_only(pdf.Root, OF_THE_FILE)
    if "/Lang" in pdf.Root and not LANGUAGE.fullmatch(str(pdf.Root.Lang)):
        del pdf.Root.Lang
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for page in pdf.pages:
        _keep_only(page.obj, OF_A_PAGE)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key in ANYWHERE:
                if key in thing:
                    del thing[key]
    pdf.remove_unreferenced_resources()


def _keep_only(thing: pikepdf.Object, keys: tuple[str, ...]) -> None:
    for key in list(thing.keys()):
        if key not in keys:
            del thing[key]
