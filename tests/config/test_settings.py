"""What the environment may say, and what each site is told."""

import os
import re
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.data_folder import CHECKOUT
from config.database.postgres import databases, parse_url

PRODUCTION = {
    "DOCKET_ENV": "production",
    "SECRET_KEY": "an-example-key-of-more-than-fifty-characters-0123456789-abcdef",
    "ALLOWED_HOSTS": "dockets.example.org",
    "DATABASE_URL": "postgresql://docket_desk:secret@127.0.0.1:1/docketbook",
    "PUBLISHED_DATABASE_URL": "postgresql://docket_public:secret@127.0.0.1:1/docketbook",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=CHECKOUT, env=os.environ | environment, capture_output=True, text=True)


@pytest.mark.parametrize("site", ["desk", "public"])
def test_both_sites_pass_the_deployment_check(site: str) -> None:
    done = manage("check", "--deploy", "--fail-level=WARNING", DOCKET_SITE=site, **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "System check identified no issues" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"DEBUG": "maybe"}, "DEBUG=maybe: say one of"),
        ({"DOCKET_SITE": "staff"}, "DOCKET_SITE=staff: say one of desk, public"),
        (PRODUCTION | {"DEBUG": "1"}, "DEBUG=1 with DOCKET_ENV=production"),
        (PRODUCTION | {"SECRET_KEY": ""}, "SECRET_KEY is not set"),
        (PRODUCTION | {"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is not set"),
        ({"DEBUG": "0", "SECRET_KEY": ""}, "SECRET_KEY is not set"),
        ({"PUBLISHED_DATABASE_URL": PRODUCTION["PUBLISHED_DATABASE_URL"]}, "DATABASE_URL is not set"),
    ],
)
def test_a_bad_value_stops_the_start_with_a_message(environment: dict[str, str], message: str) -> None:
    done = manage("check", **environment)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_that_is_away_is_named_without_its_password() -> None:
    done = manage("showmigrations", DATABASE_URL="postgresql://u:pass%20word@127.0.0.1:1/record")
    assert done.returncode == 1
    assert "No connection to postgresql://u@127.0.0.1:1/record" in done.stderr
    assert "refused" in done.stderr
    assert "pass" not in done.stderr.replace("passwords", "").replace("password right", "")
    assert "Traceback" not in done.stderr


def test_docketbooks_own_database_that_is_not_running_says_how_to_start_it(tmp_path: str) -> None:
    done = manage("showmigrations", DOCKET_DATA_DIR=str(tmp_path))
    assert "`make run` starts everything, `make db` only that" in done.stderr


def test_the_public_site_knows_one_database_and_no_sign_in() -> None:
    shown = "from django.conf import settings as s; print(list(s.DATABASES), s.INSTALLED_APPS, s.MIDDLEWARE)"
    done = manage("shell", "-v0", "-c", shown, DOCKET_SITE="public", **PRODUCTION)
    assert done.stdout.startswith("['default'] ")
    for absent in ("admin", "sessions", "messages", "AuthenticationMiddleware"):
        assert absent not in done.stdout


def test_an_address_is_decoded_with_its_options() -> None:
    address = parse_url("postgres://us%40er:p%2Fw@db.example.org/na%20me?sslmode=require", "DATABASE_URL")
    assert (address.user, address.password, address.host, address.port) == (
        "us@er",
        "p/w",
        "db.example.org",
        5432,
    )
    assert (address.name, address.options) == ("na me", {"sslmode": "require"})
    assert parse_url(address.url(), "DATABASE_URL") == address
    assert "p/w" not in f"{address} {address!r}"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("mysql://u:secret@h/n", "starts with “mysql”"),
        ("postgresql://u:secret@h:port/n", "the port is not a number"),
        ("postgresql://u:secret@h", "has no NAME"),
        ("postgresql:///n", "has no USER"),
    ],
)
def test_a_malformed_address_says_what_is_wrong_and_not_the_password(url: str, found: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=found) as raised:
        parse_url(url, "DATABASE_URL")
    assert "secret" not in str(raised.value)


def test_migrate_uses_the_desks_address_unless_it_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", PRODUCTION["DATABASE_URL"])
    assert databases("desk")["owner"]["USER"] == "docket_desk"
    monkeypatch.setenv("MIGRATE_DATABASE_URL", "postgresql://docket_migrate:x@h/docketbook")
    assert databases("desk")["owner"]["USER"] == "docket_migrate"


def test_the_operators_guide_names_every_variable() -> None:
    guide = (CHECKOUT / "docs" / "operating.md").read_text()
    code = "".join(path.read_text() for path in (CHECKOUT / "config").rglob("*.py"))
    asked = set(re.findall(r"""env\.\w+\(\s*"([A-Z_]+)""", code)) | set(re.findall(r'environ.get\("([A-Z_]+)"', code))
    assert asked > {"DOCKET_SITE", "LOG_LEVEL", "ADMIN_DATABASE_URL"}
    assert {name for name in asked if f"`{name}`" not in guide} == set()
