"""Published copies of documents: cleaned, there while the document is public, gone with it."""

import io
from pathlib import Path

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import transaction

from docket import models as m
from docket.publishing import files
from docket.publishing.pdf.cleaned import cleaned
from docket.publishing.preview import as_published
from tests.processes.public_side import row
from tests.records.cast import a_case, a_document, a_filing, a_public_case, a_public_filing, act, publish

pytestmark = pytest.mark.usefixtures("projected")
SECRET = b"Persephone-7f3a"


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, settings, projected: None) -> None:
    """Both storages in a folder of the test's own."""
    kept = settings.STORAGES
    for name in ("published", "originals"):
        (tmp_path / name).mkdir()
        options = {"location": tmp_path / name, "base_url": None}
        kept = kept | {name: {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}}
    settings.STORAGES = kept | {"default": kept["originals"]}


def a_pdf(words: str = "whereas") -> bytes:
    """A page of text with a secret in every place in which a PDF can carry one unseen."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode())
    page.obj["/PieceInfo"] = pikepdf.Dictionary(Word=pikepdf.String(SECRET.decode()))
    page.obj["/Thumb"] = pdf.make_stream(SECRET)
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=SECRET.decode()
    )
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[0, 0, 9, 9],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=SECRET.decode()),
    )
    page.Annots = pikepdf.Array([pdf.make_indirect(note), pdf.make_indirect(link)])
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=SECRET.decode())
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Dictionary(ActualText=SECRET.decode()))
    pdf.attachments["will.txt"] = pikepdf.AttachedFileSpec(
        pdf, SECRET, description="", filename="will.txt", mime_type="", creation_date="", mod_date=""
    )
    pdf.docinfo["/Title"] = SECRET.decode()
    with pdf.open_metadata() as metadata:
        metadata["dc:creator"] = [SECRET.decode()]
    out = io.BytesIO()
    pdf.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    return out.getvalue() + b"\n% " + SECRET


def with_original(filing: m.Filing, data: bytes | None = None) -> m.Document:
    document = a_document(filing)
    original = m.DocumentOriginal(document=document, file_name="will.pdf")
    original.file.save(f"{document.public_id}.pdf", ContentFile(data or a_pdf()))
    return document


def there() -> set[str]:
    return set(storages["published"].listdir("")[1])


def uncompressed(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        out = io.BytesIO()
        pdf.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        return out.getvalue()


class TestTheCopy:
    def test_it_shows_the_page_and_carries_nothing_else(self):
        assert a_pdf().count(SECRET) >= 8
        copy = cleaned(a_pdf())
        assert copy.pages == 1
        assert SECRET not in uncompressed(copy.data)
        assert b"(whereas) Tj" in uncompressed(copy.data)

    def test_the_same_file_gives_the_same_bytes(self):
        data = a_pdf()
        assert cleaned(data) == cleaned(data)

    def test_an_earlier_revision_within_the_file_is_left_behind(self):
        first = a_pdf(SECRET.decode())
        with pikepdf.open(io.BytesIO(first)) as pdf:
            pdf.pages[0].Contents = pdf.make_stream(b"BT (redacted) Tj ET")
            out = io.BytesIO()
            pdf.save(out)
        both = first + out.getvalue()
        copy = uncompressed(cleaned(both).data)
        assert SECRET not in copy

    @pytest.mark.parametrize("data", [b"", b"<html>", b"%PDF-1.4 cut off", b" %PDF-1.7"])
    def test_what_is_no_pdf_is_refused(self, data: bytes):
        with pytest.raises(ValidationError, match="PDF"):
            cleaned(data)

    def test_an_encrypted_file_is_refused(self):
        with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
            out = io.BytesIO()
            pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
        with pytest.raises(ValidationError, match="encrypted"):
            cleaned(out.getvalue())


class TestPublishing:
    def test_the_copy_appears_with_its_document_and_goes_with_it(self):
        case = a_case()
        document = with_original(a_filing(case))
        publish(case)
        shown = row(document)
        assert there() == {shown.file}
        assert shown.file.startswith(document.public_id)
        assert (shown.page_count, shown.byte_size > 0, len(shown.sha256)) == (1, True, 64)
        with storages["published"].open(shown.file) as copy:
            assert SECRET not in copy.read()
        for verb, back in (("hide", "publish"), ("seal", "unseal"), ("remove", "unseal")):
            for target in (document, document.filing, case):
                act(verb, target)
                assert there() == set(), (verb, target)
                act(back, target)
                assert there() == {shown.file}, (verb, target)

    def test_withholding_an_already_withheld_case_writes_no_copy(self):
        case = a_case()
        with_original(a_filing(case))
        publish(case)
        act("hide", case)
        act("remove", case)
        assert there() == set()

    @pytest.mark.parametrize("verb", ["hide", "seal"])
    def test_no_copy_is_ever_written_of_a_document_below_a_withheld_filing(self, verb, monkeypatch):
        """Not even one that is swept at once: another process may read the storage in between."""
        case, written = a_case(), list[str]()
        filing = a_filing(case)
        with_original(filing)
        publish(case)
        act(verb, filing)
        act("hide", case)
        monkeypatch.setattr(files, "_save", lambda path, name: written.append(name))
        publish(case)
        assert (written, there()) == ([], set())

    def test_a_file_that_cannot_be_published_refuses_the_act(self):
        case = a_case()
        with_original(a_filing(case), b"%PDF- nonsense")
        with pytest.raises(ValidationError, match="cannot be read"):
            publish(case)
        case.refresh_from_db()
        assert (case.visibility, there()) == ("draft", set())

    def test_a_rollback_and_a_preview_leave_no_copy(self):
        case = a_case()
        with_original(a_filing(case))
        with transaction.atomic():
            publish(case)
            transaction.set_rollback(True)
        with as_published(lambda: act("publish", case)):
            pass
        assert there() == set()

    def test_an_expunged_document_loses_its_copy_and_its_original(self):
        filing = a_public_filing(a_public_case())
        document = with_original(filing)
        publish(document)
        kept = document.original.file.storage
        name = document.original.file.name
        assert kept.exists(name)
        act("expunge", document)
        assert (there(), kept.exists(name)) == (set(), False)


class TestMending:
    def test_surplus_and_missing_copies_are_found_and_mended(self):
        case = a_case()
        document = with_original(a_filing(case))
        publish(case)
        storages["published"].save("stray.pdf", ContentFile(b"x"))
        storages["published"].delete(row(document).file)
        assert files.differences() == (["stray.pdf"], [row(document).file])
        with pytest.raises(CommandError):
            call_command("check_published", stderr=io.StringIO())
        call_command("check_published", rebuild=True, stdout=io.StringIO())
        assert there() == {row(document).file}

    def test_a_copy_left_behind_by_a_crash_after_a_seal_is_swept(self):
        document = with_original(a_public_filing(a_public_case()))
        publish(document)
        act("seal", document)
        name = f"{document.public_id}-left.pdf"
        storages["published"].save(name, ContentFile(b"x"))
        m.Document.objects.filter(pk=document.pk).update(file=name)
        assert files.sweep([document.pk]) == [name]
        assert there() == set()
