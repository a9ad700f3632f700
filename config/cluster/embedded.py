"""Docketbook's own PostgreSQL: created, started and stopped here, by the supervisor and the tests.

Root may not run PostgreSQL, so root hands it to the owner of the database's folder, or to `nobody`.
No permission outside that folder and the data folder is changed.
"""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import psutil
import psycopg
from psycopg import sql

from config.cluster.account import Account, account_for, reachable_binaries, reachable_folder
from config.cluster.identity import claim, is_same
from config.cluster.place import is_cluster, named_place, own_cluster, port_in, postmaster, refuse_unreachable, works_in
from config.data_folder import (
    InUse,
    data_folder,
    lock,
    make_data_folder,
    make_secret,
    read_record,
    read_secret,
    record_is_damaged,
    write_record,
)
from config.database.postgres import DATABASE_NAME, STAMP, Address
from config.database.provision import LOGIN_ROLES, provision
from config.processes.ports import why_not

SUPERUSER = "postgres"
RECOVERY_LIMIT = 30 * 60  # seconds; a long crash recovery is waited out, a hang is not
LOG_LIMIT = 10_000_000  # bytes
# sorts and folds alike on every machine and in every release
BUILTIN_LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
SETTINGS = """
# Docketbook's own settings; address and port are given when it is started.
password_encryption = scram-sha-256
shared_buffers = 256MB
random_page_cost = 1.1
timezone = UTC
log_timezone = UTC
log_line_prefix = '%m [%p] %u '
"""


class EmbeddedError(Exception):
    """The embedded server cannot be used; the message says why and what to do."""


@dataclass
class EmbeddedServer:
    """One cluster in `folder`. `say` gets a line for whatever takes long."""

    folder: Path
    bin: Path
    account: Account | None
    say: Callable[[str], None]
    extra_settings: dict[str, str] = field(default_factory=dict)
    port: int = 0
    child: subprocess.Popen[bytes] | None = None
    held: IO[str] | None = None  # the lock on the cluster, whichever path or data folder leads to it

    def start(self) -> None:
        """Start the server, or take over the one a killed supervisor left behind; it answers on return."""
        if not is_cluster(self.folder):
            self._initdb()
        self._check_version()
        self._hold()
        identity = self._settle()
        if self.attach():
            self.say("PostgreSQL was still running; it is taken over.")
        else:
            self._start_anew()
        with self.connect() as admin:
            stamp(admin, identity)

    def _start_anew(self) -> None:
        self._clear_stale_pid_file()
        kept = int(read_record().get("port", 0))  # below 1024 is not for an unprivileged account
        self.port = kept if kept >= 1024 and not why_not("127.0.0.1", kept) else _free_port()
        if not self._answers(self._spawn()):
            tail = "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
            raise EmbeddedError(f"PostgreSQL did not start. The last lines of {self.log}:\n{tail}")

    def attach(self) -> bool:
        """Use the server that runs on the folder, when one does and is not just ending."""
        self._check_password()
        if (process := self.running()) is None:
            return False
        self.port = port_in(self.folder)
        return self._answers(process)

    def stop(self) -> None:
        """Fast shutdown: sessions are ended, everything committed is on disk afterwards.

        A server that another supervisor holds is left alone.
        """
        try:
            self._hold()
        except InUse:
            return
        self._end()
        if self.held:
            self.held.close()
            self.held = None

    def _end(self) -> None:
        process = self.running()
        if process is None and self.child and self.child.poll() is None:
            process = psutil.Process(self.child.pid)  # spawned, and interrupted before it wrote its pid file
        if process:
            process.send_signal(signal.SIGINT)
            self._wait_for_end(process, 60)

    def running(self) -> psutil.Process | None:
        """The postmaster of this folder."""
        if self.child:
            self.child.poll()
        return postmaster(self.folder)

    def address(self, role: str = SUPERUSER, name: str = "postgres") -> Address:
        return Address("127.0.0.1", self.port, role, read_secret(role) or "", name)

    def connect(self, name: str = "postgres") -> psycopg.Connection[Any]:
        """A superuser's connection in autocommit mode."""
        return self.address(name=name).connect()

    def run(self, program: str, *arguments: str) -> None:
        """One of PostgreSQL's programs, as the account that runs the server."""
        command = [str(self.bin / program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", **self._as_account())  # noqa: S603
        if "No space left on device" in done.stderr:
            raise EmbeddedError(f"The disk of {self.folder} is full: {program} stopped. Make room, then start again.")
        if done.returncode:
            raise EmbeddedError(f"{program} failed:\n{done.stdout}{done.stderr}")

    @property
    def log(self) -> Path:
        return self.folder.with_name(self.folder.name + ".log")

    def _as_account(self) -> dict[str, Any]:
        return self.account.popen_arguments() if self.account else {}

    def _hold(self) -> None:
        """Keep every other supervisor from this cluster until it is stopped, or this process ends."""
        if self.held or not self.folder.is_dir():
            return
        path = self.folder / "docketbook.lock"
        self.held = lock(path, f"the data folder {data_folder()}")
        if self.account:
            os.chown(path, self.account.uid, self.account.gid)

    def _settle(self) -> str:
        """Folder and cluster are marked as one, and postgres.json says where it is; the id of both."""
        identity = claim(self.folder, self.account, self.say)
        named = named_place()
        if record_is_damaged():
            self.say(f"postgres.json could not be read. It is written anew: the database is {self.folder}.")
        elif named and not is_same(named, self.folder):
            self.say(f"postgres.json named {named}. It is corrected: the database is {self.folder}.")
        # a place inside goes without saying, wherever the folder is moved
        write_record(directory=None if is_same(self.folder.parent, data_folder()) else str(self.folder))
        return identity

    def _check_password(self) -> None:
        if is_cluster(self.folder) and not read_secret(SUPERUSER):
            raise EmbeddedError(
                f"{data_folder() / 'secrets' / SUPERUSER} is missing: without that password the database in "
                f"{self.folder} cannot be used. Nothing was changed. Bring secrets/ back from the same copy, or "
                "restore a backup into a new folder."
            )

    def _initdb(self) -> None:
        if self.folder.exists() and any(self.folder.iterdir()):
            raise EmbeddedError(
                f"{self.folder} holds files, but no database. Move it away, or bring the database back."
            )
        self.say(f"Creating the database in {self.folder} …")
        new, password = (self.folder.with_name(self.folder.name + end) for end in (".new", ".password"))
        shutil.rmtree(new, ignore_errors=True)  # what an interrupted first start left
        new.mkdir(mode=0o700)
        password.touch(mode=0o600)
        password.write_text(make_secret(SUPERUSER))
        if self.account:
            os.chown(new, self.account.uid, self.account.gid)
            os.chown(password, self.account.uid, self.account.gid)
        try:
            self.run(
                *("initdb", f"--pgdata={new}", f"--username={SUPERUSER}", f"--pwfile={password}"),
                *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums", "--no-instructions"),
                *(BUILTIN_LOCALE if self._major() >= 17 else ["--locale=C.UTF-8"]),
            )
        finally:
            password.unlink()
        with (new / "postgresql.conf").open("a") as file:
            file.write(SETTINGS)
        new.rename(self.folder)

    def _check_version(self) -> None:
        kept = int((self.folder / "PG_VERSION").read_text())
        ours = self._major()
        if kept != ours:
            raise EmbeddedError(
                f"{self.folder} was written by PostgreSQL {kept}, but {self.bin} is PostgreSQL {ours}. "
                "Nothing was changed. To upgrade: set DOCKET_POSTGRES_BIN to the bin folder of a PostgreSQL "
                f"{kept} and `make backup`; then unset it, move the data folder away and `make restore`."
            )

    def _major(self) -> int:
        printed = subprocess.check_output([self.bin / "postgres", "--version"], text=True)  # noqa: S603
        return int(printed.split()[2].split(".")[0])

    def _clear_stale_pid_file(self) -> None:
        """After kill -9 of the postmaster its children end by themselves; only then may the pid file go."""
        for process in psutil.process_iter():
            try:
                if works_in(process, self.folder):
                    self._wait_for_end(process, 30)
            except psutil.Error:
                continue
        (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _spawn(self) -> psutil.Process:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "lc_messages": "C",
            **self.extra_settings,
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self._open_log() as log:
            self.child = subprocess.Popen(  # noqa: S603
                [self.bin / "postgres", "-D", self.folder, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                # Ctrl-C in the terminal is for the supervisor, who stops this one last
                start_new_session=True,
                **self._as_account(),
            )
        return psutil.Process(self.child.pid)

    def _open_log(self) -> IO[bytes]:
        """For this user only: PostgreSQL repeats statements there, and with them what they were about."""
        fresh = not self.log.exists() or self.log.stat().st_size > LOG_LIMIT
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (os.O_TRUNC if fresh else 0)
        return os.fdopen(os.open(self.log, flags, 0o600), "wb")

    def _answers(self, process: psutil.Process) -> bool:
        """Wait until it is ready, however long it recovers; False when it ended instead."""
        begun = spoken = time.monotonic()
        while time.monotonic() - begun < RECOVERY_LIMIT:
            try:
                with self.connect() as connection:
                    self._verify(connection)
                return True
            except psycopg.OperationalError as error:
                if any(words in str(error) for words in ("authentication failed", "no password supplied")):
                    raise EmbeddedError(
                        f"secrets/{SUPERUSER} in the data folder does not fit the database in {self.folder}: "
                        "bring back both from the same copy."
                    ) from error
            if _has_ended(process):
                return False
            if time.monotonic() - spoken > 5:
                spoken = time.monotonic()
                self.say(f"PostgreSQL recovers from a crash; {spoken - begun:.0f} seconds so far …")
            time.sleep(0.05)
        raise EmbeddedError(f"PostgreSQL is not ready after {RECOVERY_LIMIT // 60} minutes; see {self.log}.")

    def _verify(self, connection: psycopg.Connection[Any]) -> None:
        row = connection.execute("SHOW data_directory").fetchone()
        if row is None or not is_same(Path(row[0]), self.folder):
            raise EmbeddedError(f"Port {self.port} is another PostgreSQL's: {row}. Stop it, then start again.")

    def _wait_for_end(self, process: psutil.Process, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if _has_ended(process):
                return
            time.sleep(0.02)
        raise EmbeddedError(f"PostgreSQL's process {process.pid} does not end; see {self.log}.")


def embedded_server(say: Callable[[str], None] = print) -> EmbeddedServer:
    """The data folder's own server, not yet started; nothing is written before that."""
    make_data_folder()
    folder = own_cluster()
    account = account_for(folder)
    if is_cluster(folder):
        refuse_unreachable(folder, account)
    else:
        folder = reachable_folder(folder, account, say)
    return EmbeddedServer(folder, reachable_binaries(account, say), account, say)


def stamp(admin: psycopg.Connection[Any], identity: str) -> None:
    """Every session of every role can read whose server it is: no dump holds it, no restore takes it away."""
    value = sql.Literal(identity)
    admin.execute(sql.SQL("ALTER ROLE ALL SET {} = {}").format(sql.Identifier(*STAMP.split(".")), value))


def start_and_provision(server: EmbeddedServer) -> None:
    """Start the data folder's server, with its roles, database and rights as this version wants them."""
    server.start()
    write_record(port=server.port)
    with server.connect() as admin:
        provision(admin, DATABASE_NAME, {role: make_secret(role) for role in LOGIN_ROLES})


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _has_ended(process: psutil.Process) -> bool:
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
