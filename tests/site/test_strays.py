"""What visitors try who look for something that was left lying about, or say that they asked another site."""

from __future__ import annotations

from itertools import product

import pytest
from django.test import Client

from docket.models import Case, Claim, Deadline, Document, Filing, Hearing, Matter, Summary
from docket.publishing.bases import ALPHABET, PUBLIC_ID_LENGTH, new_public_id
from parties.models import Attorney, Firm, Party
from tests.records.listing_records import Cast, as_public

ON_BOTH_SITES = pytest.mark.parametrize("urls", ["config.urls_public", "config.urls_desk"])
NAMES = ("backup", "database", "db", "docketbook", "dump", "published", "record", "settings", "vault", "www", "site")
ENDS = (
    *(".sql", ".sql.gz", ".zip", ".tar.gz", ".tgz", ".bak", ".old", ".orig", ".db", ".sqlite3", ".dump", ".log"),
    *(".env", ".yml", ".yaml", ".ini", ".toml", ".json", ".xml", ".py", ".pyc", ".pem", ".key", ".csv", "~", "/"),
)
FOLDERS = ("", "media/", "files/", "protected/", "uploads/")
LEFT = [
    *("/.env", "/.git/config", "/.git/HEAD", "/.hg/", "/.svn/entries", "/.DS_Store", "/.ssh/id_rsa", "/.htpasswd"),
    *("/manage.py", "/pyproject.toml", "/Makefile", "/config/settings.py", "/requirements.txt", "/server-status"),
    *(f"/{folder}{name}{end}" for folder, name, end in product(FOLDERS, NAMES, ENDS)),
]
ROWS = (Case, Claim, Deadline, Document, Filing, Hearing, Matter, Summary, Attorney, Firm, Party)


@pytest.mark.django_db
@ON_BOTH_SITES
def test_no_backup_and_no_file_of_the_program_lies_about(urls: str, settings, client: Client) -> None:
    settings.ROOT_URLCONF = urls
    assert len(LEFT) >= 500
    # at the desk a visitor is led to the sign-in, whatever was asked for
    answers = {path: client.get(path) for path in LEFT}
    found = [path for path, a in answers.items() if a.status_code != 404 and "/login/" not in a.get("Location", "")]
    assert found == []


@pytest.mark.django_db
@ON_BOTH_SITES
@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example", "localhost@elsewhere.example", ""]
)
def test_a_request_in_another_site_s_name_is_refused(urls: str, host: str, settings, client: Client) -> None:
    settings.ROOT_URLCONF, settings.ALLOWED_HOSTS = urls, ["localhost"]
    assert client.get("/robots.txt", headers={"host": host}).status_code == 400


@pytest.mark.django_db
@pytest.mark.urls("config.urls_public")
@pytest.mark.parametrize("header", ["x-forwarded-host", "x-host", "forwarded", "x-original-url", "x-rewrite-url"])
def test_no_header_makes_an_address_of_another_site_s(header: str, client: Client) -> None:
    for path in ("/", "/robots.txt", "/opensearch.xml", "/api/v1/", "/.well-known/security.txt", "/nowhere/"):
        plain, said = client.get(path), client.get(path, headers={header: "elsewhere.example"})
        assert said.status_code == plain.status_code
        assert b"elsewhere.example" not in b"".join(said) + repr(dict(said.headers)).encode()


@pytest.mark.usefixtures("committed")
def test_ten_thousand_guessed_ids_meet_no_row() -> None:
    Cast().publish()
    guessed = {new_public_id() for _ in range(10_000)}
    assert len(guessed) == 10_000
    assert {len(each) for each in guessed} == {PUBLIC_ID_LENGTH}
    assert {letter for each in guessed for letter in each} == set(ALPHABET)
    with as_public():
        assert Case.objects.exists()
        assert [row for row in ROWS if row._default_manager.filter(public_id__in=guessed).exists()] == []
