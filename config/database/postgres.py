"""Which PostgreSQL the site talks to: the embedded one (config/cluster/embedded.py) or that of DATABASE_URL."""

import os
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import IsolationLevel

from config.cluster.identity import folders_mark
from config.cluster.place import running_port
from config.data_folder import read_secret

DATABASE_NAME = "docketbook"
STAMP = "docketbook.identity"  # the server's setting that names its data folder's id
CONNECT_LIMIT = "5"  # seconds; a server that is cut off must be told of, not waited for
EXPECTED = "DOCKET_IDENTITY"  # tells the sites, which know addresses only, whose server they must find there

# alias -> (login role, variable that names the operator's server instead)
ALIASES = {
    "desk": {
        "default": ("docket_desk", "DATABASE_URL"),
        "owner": ("docket_migrate", "MIGRATE_DATABASE_URL"),
        "published": ("docket_public", "PUBLISHED_DATABASE_URL"),
    },
    "public": {"default": ("docket_public", "PUBLISHED_DATABASE_URL")},
}


@dataclass(frozen=True)
class Address:
    """Where a database is and who asks for it. Its text never shows the password."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    name: str
    options: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"postgresql://{self.user}@{self.host}:{self.port}/{self.name}"

    def to(self, name: str) -> "Address":
        """Another database of the same server."""
        return replace(self, name=name)

    def url(self) -> str:
        """With the password: for the environment of a process, never for a log."""
        user, password, name = (quote(part, safe="") for part in (self.user, self.password, self.name))
        options = f"?{urlencode(self.options)}" if self.options else ""
        return f"postgresql://{user}:{password}@{self.host}:{self.port}/{name}{options}"

    def connect(self) -> psycopg.Connection[Any]:
        """A connection in which each statement is a transaction of its own, unless one is begun."""
        return psycopg.connect(
            host=self.host,
            port=self.port,
            user=self.user,
            password=self.password,
            dbname=self.name,
            autocommit=True,
            **{"connect_timeout": CONNECT_LIMIT, **self.options},  # type: ignore[arg-type]
        )


def addresses(site: str) -> dict[str, Address]:
    """By alias. `published` is missing on a desk that was not told the public role's address."""
    found = {alias: _address(alias, role, variable) for alias, (role, variable) in ALIASES[site].items()}
    return {alias: address for alias, address in found.items() if address}


def databases(site: str) -> dict[str, dict[str, Any]]:
    """Django's DATABASES. The public site knows one role; the desk its own, the owner's and that one."""
    found = {alias: django_settings(address) for alias, address in addresses(site).items()}
    if site == "public":
        # one snapshot a request, so that a page is never torn by a seal in its middle
        found["default"]["OPTIONS"]["isolation_level"] = IsolationLevel.REPEATABLE_READ
    return found


def operators_server() -> bool:
    return any(os.environ.get(v) for site in ALIASES.values() for _, v in site.values())


def _address(alias: str, role: str, variable: str) -> Address | None:
    if not operators_server():
        return embedded_address(role)
    if url := os.environ.get(variable):
        return parse_url(url, variable)
    if alias == "owner":
        return _address("default", role, "DATABASE_URL")
    if alias == "published":
        return None
    raise ImproperlyConfigured(
        f"A server of your own is named, but {variable} is not set: the site needs it to sign in as {role}."
    )


def embedded_address(role: str, name: str = DATABASE_NAME) -> Address:
    """Port 1 stands for a server that does not run: nothing answers there."""
    return Address("127.0.0.1", running_port(), role, read_secret(role) or "", name)


def expected_identity() -> str:
    """The id that the embedded server must have; empty for an operator's server, and for one never started."""
    if operators_server():
        return os.environ.get(EXPECTED, "")
    mark = folders_mark()
    return mark.id if mark else ""


def parse_url(url: str, variable: str) -> Address:
    """Read postgresql://USER:PASSWORD@HOST:PORT/NAME?sslmode=require, with %xx in any part.

    An error never repeats the password.
    """
    remedy = f"{variable} must look like postgresql://USER:PASSWORD@HOST:5432/NAME"
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError as error:
        raise ImproperlyConfigured(f"{remedy}; this one cannot be read: the port is not a number.") from error
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured(f"{remedy}; this one starts with “{parts.scheme or '(nothing)'}”.")
    name, options = unquote(parts.path.lstrip("/")), dict(parse_qsl(parts.query))
    host = options.pop("host", unquote(parts.hostname or ""))
    for what, value in (("USER", parts.username), ("HOST", host), ("NAME", name)):
        if not value:
            raise ImproperlyConfigured(f"{remedy}; this one has no {what}.")
    return Address(host, port, unquote(parts.username or ""), unquote(parts.password or ""), name, options)


def django_settings(address: Address) -> dict[str, Any]:
    return {
        "ENGINE": "config.database",
        "HOST": address.host,
        "PORT": str(address.port),
        "USER": address.user,
        "PASSWORD": address.password,
        "NAME": address.name,
        "OPTIONS": {"connect_timeout": CONNECT_LIMIT, **address.options},
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": 60,
    }
