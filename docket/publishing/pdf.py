"""A copy of a PDF that shows the same pages and carries nothing else."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pikepdf
from django.core.exceptions import ValidationError

# Allow-lists: what a page needs to look as it does. Scripts, attachments, forms, outlines, names and tags stay behind;
# tags too, because the text of a redaction often survives in them.
OF_THE_FILE = ("/Type", "/Pages", "/Version", "/Lang", "/PageLabels", "/PageLayout", "/OCProperties")
OF_A_PAGE = (
    *("/Type", "/Parent", "/Resources", "/Contents", "/Rotate", "/UserUnit", "/Group", "/Annots"),
    *("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"),
)
# In any object: who made it when, with what, and what was attached to it.
ANYWHERE = ("/Metadata", "/PieceInfo", "/LastModified", "/AF", "/AA", "/OpenAction", "/JS", "/JavaScript", "/Thumb")


@dataclass(frozen=True)
class Copy:
    """The bytes of a cleaned file and how many pages it has."""

    data: bytes
    pages: int


def cleaned(data: bytes) -> Copy:
    """A rewritten PDF without metadata, attachments, scripts, outlines, comments, old revisions or orphan objects.

    Raises ValidationError when the bytes are not a PDF that can be rewritten.
    """
    if not data.startswith(b"%PDF-"):
        raise ValidationError("The file is not a PDF: it does not begin with “%PDF-”. Upload the court's PDF.")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _strip(pdf)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True)
            return Copy(out.getvalue(), len(pdf.pages))
    except pikepdf.PasswordError as error:
        raise ValidationError("The PDF is encrypted. Upload a copy without a password.") from error
    except pikepdf.PdfError as error:
        raise ValidationError(f"The PDF cannot be read ({error}). Upload an undamaged copy.") from error


def _strip(pdf: pikepdf.Pdf) -> None:
    _keep_only(pdf.Root, OF_THE_FILE)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for page in pdf.pages:
        _keep_only(page.obj, OF_A_PAGE)
        if "/Annots" in page:
            links = [a for a in page.Annots if a.get("/Subtype") == "/Link" and "/A" not in a]
            page.Annots = pikepdf.Array(links)
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
