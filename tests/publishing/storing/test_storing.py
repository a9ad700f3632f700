"""Files in folders and in buckets: whole or not there, each bucket with its own key, gone at once when sealed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import RequestFactory

from config.buckets import storages_of
from config.data_folder import CHECKOUT
from config.doctor.buckets import buckets
from docket.models import Document, DocumentOriginal
from docket.publishing import files
from docket.publishing.document_checks import check
from docket.publishing.storing.bucket import Bucket, StorageAway
from docket.publishing.storing.folder import PART, Folder
from docket.publishing.storing.reading import part
from docket.site.views.document import document_file
from tests.publishing.storing.s3_server import Served, s3_server
from tests.records.cast import a_case, a_document, a_filing, act, publish
from tests.redaction.pages import a_line, a_page, saved

DATA = saved(a_page(a_line(20, 200, "Whereas")))


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with s3_server() as server:
        yield server


@pytest.fixture
def addresses(served: Served, monkeypatch: pytest.MonkeyPatch) -> Served:
    monkeypatch.setenv("PUBLISHED_FILES", served.address("desk published", "published"))
    monkeypatch.setenv("ORIGINAL_FILES", served.address("desk originals", "originals"))
    return served


@pytest.fixture
def in_buckets(addresses: Served, settings: Any) -> None:
    found = storages_of("desk")
    settings.STORAGES = settings.STORAGES | found | {"default": found["originals"]}


def test_a_file_in_a_folder_has_its_name_only_when_it_is_whole(tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    class Content(ContentFile):  # type: ignore[type-arg]
        def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
            yield b"half"
            assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [PART]
            assert folder.listdir("2026")[1] == []
            raise Killed

    folder = Folder(tmp_path, base_url=None)
    with pytest.raises(Killed):
        folder.save("2026/a.pdf", Content(b"half and half"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_in_a_folder_takes_no_others_name(tmp_path: Path) -> None:
    folder = Folder(tmp_path, base_url=None)
    first, second = folder.save("a.pdf", ContentFile(b"1")), folder.save("a.pdf", ContentFile(b"2"))
    assert (first, (tmp_path / first).read_bytes(), (tmp_path / second).read_bytes()) == ("a.pdf", b"1", b"2")
    assert stat.S_IMODE((tmp_path / first).stat().st_mode) == 0o644
    assert len(os.listdir(tmp_path)) == 2


@pytest.mark.parametrize(
    ("published", "originals", "words"),
    [
        ("s3://k:s@bucket", "s3://k2:s@bucket", "the same bucket"),
        ("s3://k:s@one", "s3://k:s@two", "the same key"),
        ("s3://bucket", "", "no bucket with its key"),
        ("https://k:s@bucket", "", "no bucket with its key"),
        ("s3://k:s@bucket?end=x", "", "no bucket with its key"),
        ("s3://k:s@bucket?x", "", "cannot be read"),
    ],
)
def test_a_setting_that_would_mix_them_up_stops_the_start_and_repeats_no_secret(
    published: str, originals: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUBLISHED_FILES", published)
    monkeypatch.setenv("ORIGINAL_FILES", originals)
    with pytest.raises(ImproperlyConfigured, match=words) as refused:
        storages_of("desk")
    assert "k:s" not in str(refused.value)


def test_the_public_site_knows_no_originals(addresses: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match="must not read originals"):
        storages_of("public")
    monkeypatch.delenv("ORIGINAL_FILES")
    assert set(storages_of("public")) == {"published"}


def test_each_key_opens_its_own_bucket_only(served: Served) -> None:
    key, secret = served.keys["desk published"]
    options = {"access_key": key, "secret_key": secret, "endpoint_url": served.endpoint, "region_name": "us-east-1"}
    mine, others = (Bucket(bucket_name=name, addressing_style="path", **options) for name in ("published", "originals"))
    name = mine.save("a.pdf", ContentFile(b"mine"))
    assert mine.open(name).read() == b"mine"
    for do in (
        lambda: others.save("a.pdf", ContentFile(b"x")),
        lambda: others.open("a.pdf"),
        lambda: others.listdir(""),
    ):
        with pytest.raises(StorageAway, match="originals"):
            do()
    key, secret = served.keys["public"]
    reader = Bucket(
        bucket_name="published", addressing_style="path", **options | {"access_key": key, "secret_key": secret}
    )
    assert b"".join(part(reader, name, 1, 2)) == b"in"
    with pytest.raises(StorageAway):
        reader.save("b.pdf", ContentFile(b"x"))
    mine.delete(name)
    with pytest.raises(FileNotFoundError):
        reader.open(name)


def answer(document: Document, part: str = "") -> Any:
    """What the public is sent of a document."""
    headers = {"Range": part} if part else {}
    return document_file(RequestFactory().get("/", headers=headers), document.public_id)


@pytest.mark.usefixtures("projected", "in_buckets")
def test_publishing_and_sealing_work_in_buckets_as_in_folders() -> None:
    case = a_case()
    document = a_document(a_filing(case))
    original = DocumentOriginal(document=document, file_name="a.pdf", sha256=hashlib.sha256(DATA).hexdigest())
    original.file.save(f"{document.public_id}.pdf", ContentFile(DATA))
    assert check(original).pages == 1
    publish(case)
    document.refresh_from_db()
    assert files.differences() == ([], [])
    copy = storages["published"].open(document.file).read()
    assert hashlib.sha256(copy).hexdigest() == document.sha256
    whole = answer(document)
    assert (whole.status_code, b"".join(whole), whole["Content-Length"]) == (200, copy, str(len(copy)))
    some = answer(document, "bytes=5-9")
    assert (some.status_code, b"".join(some), some["Content-Range"]) == (206, copy[5:10], f"bytes 5-9/{len(copy)}")
    assert answer(document, f"bytes={len(copy)}-").status_code == 416
    storages["published"].save("stray.pdf", ContentFile(b"x"))
    assert files.differences() == (["stray.pdf"], [])
    files.mend()
    act("seal", document)
    assert storages["published"].listdir("")[1] == []
    name = original.file.name
    act("expunge", document)
    assert not storages["originals"].exists(name)


@pytest.mark.usefixtures("projected", "in_buckets")
def test_a_bucket_that_does_not_answer_is_said_and_nothing_is_published(settings: Any) -> None:
    case = a_case()
    document = a_document(a_filing(case))
    original = DocumentOriginal(document=document, sha256=hashlib.sha256(DATA).hexdigest())
    original.file.save("a.pdf", ContentFile(DATA))
    publish(case)
    away = {"endpoint_url": "http://127.0.0.1:9"}
    gone = {name: {**each, "OPTIONS": {**each.get("OPTIONS", {}), **away}} for name, each in settings.STORAGES.items()}
    settings.STORAGES = settings.STORAGES | {name: gone[name] for name in ("published", "originals", "default")}
    refused = answer(Document.objects.get())
    assert (refused.status_code, refused["Retry-After"]) == (503, "30")
    fresh = DocumentOriginal.objects.get()
    fresh.sha256 = "of another file"
    with pytest.raises(ValidationError, match="does not answer"):
        check(fresh)


def test_the_settings_of_the_documentation_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (CHECKOUT / "docs" / "buckets.md").read_text()
    desk, public = (dict(line.split("=", 1) for line in block.split()) for block in page.split("```")[1::2])
    for name, value in desk.items():
        monkeypatch.setenv(name, value)
    found = storages_of("desk")
    assert {name: each["OPTIONS"]["bucket_name"] for name, each in found.items()} == {
        "published": "docketbook-published",
        "originals": "docketbook-originals",
    }
    assert found["originals"]["OPTIONS"]["endpoint_url"] == "https://s3.example.org"
    monkeypatch.delenv("ORIGINAL_FILES")
    monkeypatch.setenv("PUBLISHED_FILES", public["PUBLISHED_FILES"])
    assert storages_of("public")["published"]["OPTIONS"]["access_key"] == "KEY3"


def test_the_doctor_looks_at_the_buckets(addresses: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(buckets()) == []
    monkeypatch.setenv("PUBLISHED_FILES", addresses.address("public", "published"))
    (refused,) = list(buckets())
    assert "PUBLISHED_FILES: the bucket published cannot be used" in refused
    monkeypatch.setenv("DOCKET_SITE", "public")
    monkeypatch.delenv("ORIGINAL_FILES")
    assert list(buckets()) == []
    monkeypatch.setenv("PUBLISHED_FILES", addresses.address("public", "none"))
    (missing,) = list(buckets())
    assert "the bucket none cannot be used" in missing
