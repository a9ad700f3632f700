"""`make run` and its sisters: start the database, prepare it, serve both sites, work; stop all, database last."""

import argparse
import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import psycopg
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.cluster.embedded import LOG_LIMIT, EmbeddedError, EmbeddedServer, embedded_server, start_and_provision
from config.data_folder import CHECKOUT, InUse, data_folder, sole_use
from config.database.fitness import refuse_unfit
from config.database.postgres import ALIASES, DATABASE_NAME, Address, addresses, operators_server, parse_url
from config.database.provision import TOO_MUCH, may_do_too_much
from config.keeping import keeper, sealing
from config.keeping.backup import BackupError, backup, restore, sweep
from config.processes import lifeline
from config.processes.output import Output, cut
from config.processes.ports import IN_USE, why_not
from config.processes.restarts import FailedRepeatedly, Restarts
from config.sites import CALLED, Sites, answers

REMEDIES = {
    errno.ENOSPC: "Make room on that disk, then start again.",
    errno.EDQUOT: "Your quota is used up: make room.",
}
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class CannotStart(Exception):
    """The message says what is in the way and what to do."""


def run(host: str, port: int) -> None:
    if not 0 < port < 65535:
        raise CannotStart(f"PORT={port}: say a number from 1 to 65534; the desk takes the next one.")
    os.environ.setdefault("PUBLIC_BASE_URL", f"http://localhost:{port}")
    with sole_use("make run"):
        sweep(data_folder())
        _await_free_ports(host, port, port + 1)
        with database() as server:
            _prepare()
            sites = Sites(Output(data_folder() / "logs"))
            if measures := bool(os.environ.get("METRICS_PORT")):
                _make_metrics_folder()
            try:
                sites.start("public", host, port)
                sites.start("desk", host, port + 1)
                sites.start_worker()
                if measures:
                    sites.start_metrics()
                if os.environ.get("BACKUP_EVERY"):
                    sites.start_keeper()
                _await_answers(sites, host, port, port + 1)
                say(f"\nPublic site  http://localhost:{port}/")
                say(f"Staff desk   http://localhost:{port + 1}/admin/\n\nCtrl-C stops everything.")
                _watch(sites, server)
            finally:
                say("Stopping the sites and the worker …")
                sites.stop()


def only_database() -> None:
    if operators_server():
        raise CannotStart("DATABASE_URL names a server of your own: there is none to start here.")
    with sole_use("make db"), database() as server:
        say(f"PostgreSQL answers on 127.0.0.1:{server.port if server else ''}. In another terminal:")
        say("  .venv/bin/python manage.py migrate && .venv/bin/python manage.py runserver\nCtrl-C stops it.")
        _watch(None, server)


@contextmanager
def database() -> Iterator[EmbeddedServer | None]:
    """Docketbook's own server, running; or None when the operator's answers on all its addresses."""
    if operators_server():
        _try_operators_server()
        yield None
        return
    server = embedded_server(say)
    try:
        say("Starting PostgreSQL …")
        start_and_provision(server)
        yield server
    finally:
        say("Stopping PostgreSQL …")
        server.stop()


def _try_operators_server() -> None:
    failures = []
    for alias, address in addresses("desk").items():
        variable = ALIASES["desk"][alias][1]
        try:
            with address.connect() as connection:
                refuse_unfit(connection, address.name)
                if alias == "published" and may_do_too_much(connection):
                    failures.append(f"{variable}: the public site refuses to work as {address.user}. {TOO_MUCH}")
        except psycopg.OperationalError as error:
            reason = " ".join(str(error).split()).removeprefix("connection failed: ")
            failures.append(f"{variable}: no connection to {address}: {reason}")
    if failures:
        raise CannotStart("\n".join(failures))
    addresses("public")


def _make_metrics_folder() -> None:
    """Anew: the processes of the last run count no more."""
    folder = data_folder() / "metrics"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def _prepare() -> None:
    done = subprocess.Popen(
        [sys.executable, "-m", "config.processes.prepare"],
        cwd=CHECKOUT,
        start_new_session=True,
        **lifeline.popen_arguments(dict(os.environ)),
    )
    try:
        if done.wait():
            raise CannotStart("The start was cut short by the error above; nothing is running.")
    finally:
        if done.poll() is None:
            done.terminate()
            done.wait()


def _await_free_ports(host: str, *ports: int) -> None:
    """A supervisor that was killed a moment ago leaves sites that are just ending."""
    until = time.monotonic() + 7
    while reasons := [why for port in ports if (why := why_not(host, port))]:
        if IN_USE not in reasons[0] or time.monotonic() > until:
            raise CannotStart(reasons[0])
        time.sleep(0.2)


def _await_answers(sites: Sites, host: str, *ports: int) -> None:
    while not all(answers(host, port) for port in ports):
        if name := sites.ended():
            raise CannotStart(f"{CALLED[name]} did not start. What it said last:\n{sites.output.last_words(name)}")
        time.sleep(0.1)


def _watch(sites: Sites | None, server: EmbeddedServer | None) -> None:
    """Start again what ends, the database first; FailedRepeatedly ends the watch."""
    restarts = Restarts("PostgreSQL")
    while True:
        time.sleep(1)
        if server:
            cut(server.log, LOG_LIMIT)
            if server.running() is None:
                _revive_database(server, restarts)
        if sites:
            sites.revive(say)


def _revive_database(server: EmbeddedServer, restarts: Restarts) -> None:
    """However long it recovers. A start that fails counts, and is the reason told at the end."""
    port, reason = server.port, ""
    while True:
        try:
            pause = restarts.pause()
        except FailedRepeatedly as failure:
            raise FailedRepeatedly(f"{failure} {reason or f'Its last lines are in {server.log}.'}") from failure
        say(f"PostgreSQL ended by itself; it is started again{f' in {pause:.0f} s' if pause else ''}.")
        time.sleep(pause)
        try:
            server.start()
            break
        except EmbeddedError as error:
            reason = str(error)
    if server.port != port:
        raise CannotStart(f"Port {port} was taken meanwhile: start again.")


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def complain(words: str) -> int:
    """The exit status that goes with it."""
    print(words, file=sys.stderr)  # noqa: T201
    return 1


def make_backup(file: str) -> None:
    """Beside a running site, or with the database started for it."""
    to = sealing.recipients()
    with _database_at_hand("make backup") as server:
        source = server.address(name=DATABASE_NAME) if server else addresses("desk")["owner"]
        written = backup(source, Path(file).absolute() if file else None, say)
    say(f"Written: {sealing.sealed(written, to) if to else written}")


def restore_backup(file: str, force: bool) -> None:
    if not file:
        raise CannotStart("Which one? `make restore FILE=data/backups/docketbook-….tar`")
    with sole_use("make restore"), database() as server, tempfile.TemporaryDirectory(dir=data_folder()) as scratch:
        archive = sealing.opened(Path(file).absolute(), Path(scratch))
        admin = server.address() if server else _operators_admin()
        name = DATABASE_NAME if server else addresses("desk")["default"].name
        restore(archive, admin, name, force, say)
        _manage("migrate", "--database=owner", "--verbosity=0")
        if "check_published" in _manage("help", "--commands").split():
            say("Comparing what is published with the record …")
            say(_manage("check_published"))
    say("Restored. `make run` starts the sites.")


def keep() -> None:
    """The keeper: what is due by the clock, until it is told to stop or the supervisor has ended."""
    lifeline.watch(lambda: os._exit(1))
    every = env.number("BACKUP_EVERY", 24)
    keeper.check_settings()
    while True:
        with _database_of_keeper() as (source, admin):
            keeper.do_what_is_due(source, admin, every, _manage, say)
        time.sleep(60)


@contextmanager
def _database_of_keeper() -> Iterator[tuple[Address | None, Address | None]]:
    """Where to dump from, and who may make the database of the trial; (None, None) while the embedded one is away."""
    if operators_server():
        given = os.environ.get("ADMIN_DATABASE_URL")
        yield addresses("desk")["owner"], parse_url(given, "ADMIN_DATABASE_URL") if given else None
    elif (server := embedded_server(say)).attach():
        yield server.address(name=DATABASE_NAME), server.address()
    else:
        yield None, None


@contextmanager
def _database_at_hand(purpose: str) -> Iterator[EmbeddedServer | None]:
    if operators_server():
        yield None
    elif (server := embedded_server(say)).attach():
        yield server
    else:
        with sole_use(purpose), database() as started:
            yield started


def _operators_admin() -> Address:
    if url := os.environ.get("ADMIN_DATABASE_URL"):
        return parse_url(url, "ADMIN_DATABASE_URL")
    raise CannotStart("ADMIN_DATABASE_URL is needed: the address of a role that may create databases and roles.")


def _manage(*arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise CannotStart(f"manage.py {arguments[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def _stop(number: int, frame: FrameType | None) -> None:
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)  # a second Ctrl-C must not cut the stopping short
    raise KeyboardInterrupt


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m config.supervise")
    commands = parser.add_subparsers(dest="command", required=True)
    run_parser = commands.add_parser("run")
    run_parser.add_argument("--host", default="127.0.0.1")
    run_parser.add_argument("--port", type=int, default=8000)
    commands.add_parser("db")
    commands.add_parser("keep")
    commands.add_parser("backup").add_argument("--file", default="")
    restore_parser = commands.add_parser("restore")
    restore_parser.add_argument("--file", default="")
    restore_parser.add_argument("--force", default="")
    return parser.parse_args()


def main() -> int:
    given = _arguments()
    os.environ.setdefault("DOCKET_ENV", "local")
    for each in SIGNALS:
        signal.signal(each, _stop)
    try:
        if given.command == "run":
            run(given.host, given.port)
        elif given.command == "db":
            only_database()
        elif given.command == "keep":
            keep()
        elif given.command == "backup":
            make_backup(given.file)
        else:
            restore_backup(given.file, given.force == "1")
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        if not error.errno:
            raise
        remedy = REMEDIES.get(error.errno, "`make doctor` looks for what is wrong.")
        return complain(f"{error.filename or 'The start'}: {error.strerror}. {remedy}")
    except (CannotStart, FailedRepeatedly, InUse, EmbeddedError, BackupError, ImproperlyConfigured) as error:
        return complain(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
