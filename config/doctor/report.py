"""All that is looked at, one after the other: what one look finds never keeps the next from looking."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured

from config.database.postgres import ALIASES, addresses, operators_server
from config.doctor import machine, server
from config.doctor.fault import Fault

FINE = "Nothing is wrong."


def report(say: Callable[[str], Any]) -> int:
    """Say what is wrong, a line a fault; the exit status. At most 10 seconds: a connection is tried for 5."""
    os.environ.setdefault("DOCKET_ENV", "local")
    faults = list(all_faults())
    for fault in faults:
        say(f"{fault.about}: {fault.words}")
    say(f"{len(faults)} wrong." if faults else FINE)
    return 1 if faults else 0


def all_faults() -> Iterator[Fault]:
    """The machine first, then the server, if it can be asked."""
    before = os.environ.get("SECRET_KEY")
    for about, look in machine.LOOKS.items():
        yield from _looked_at(about, look)
    if before is None:
        os.environ.pop("SECRET_KEY", None)
    yield from _looked_at("database", _servers_faults)


def _servers_faults() -> Iterator[str]:
    site = os.environ.get("DOCKET_SITE") or "desk"
    if site not in ALIASES:
        return  # the settings say so
    given = addresses(site)
    if given["default"].port == 1 and not operators_server():
        yield "It is not running, so that nothing of it was looked at. `make run` starts it; then ask again."
        return
    connection = server.connected(given["default"])
    with connection:
        for look in server.LOOKS:
            yield from look(connection, site)
    for alias, address in given.items():
        if alias != "default":
            server.connected(address).close()


def _looked_at(about: str, look: Callable[[], Iterator[str]]) -> Iterator[Fault]:
    """What cannot be looked at is a fault too."""
    try:
        for words in look():
            yield Fault(about, words)
    except ImproperlyConfigured as error:
        yield Fault(about, str(error))
    except OSError as error:
        yield Fault(about, f"{error.filename or 'Something'} cannot be read: {error.strerror}.")
    except (psycopg.Error, ValueError) as error:
        yield Fault(about, " ".join(str(error).split()))
