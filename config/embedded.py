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

from config.account import Account, account_for, reachable_binaries, reachable_folder
from config.data_folder import make_data_folder, make_secret, read_record, read_secret, write_record
from config.postgres import DATABASE_NAME, Address
from config.provision import LOGIN_ROLES, provision

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

    def start(self) -> None:
        """Start the server, or take over the one a killed supervisor left behind; it answers on return."""
        if not self.folder.exists():
            self._initdb()
        self._check_version()
        if self.attach():
            self.say("PostgreSQL was still running; it is taken over.")
            return
        self._clear_stale_pid_file()
        kept = int(read_record().get("port", 0))
        self.port = kept if kept and is_free("127.0.0.1", kept) else _free_port()
        if not self._answers(self._spawn()):
            tail = "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])
            raise EmbeddedError(f"PostgreSQL did not start. The last lines of {self.log}:\n{tail}")

    def attach(self) -> bool:
        """Use the server that runs on the folder, when one does and is not just ending."""
        if (process := self.running()) is None:
            return False
        self.port = int((self.folder / "postmaster.pid").read_text().splitlines()[3])
        return self._answers(process)

    def stop(self) -> None:
        """Fast shutdown: sessions are ended, everything committed is on disk afterwards."""
        process = self.running()
        if process is None and self.child and self.child.poll() is None:
            process = psutil.Process(self.child.pid)  # spawned, and interrupted before it wrote its pid file
        if process:
            process.send_signal(signal.SIGINT)
            self._wait_for_end(process, 60)

    def running(self) -> psutil.Process | None:
        """The postmaster of this folder. A process that merely got its number works in another folder."""
        if self.child:
            self.child.poll()
        try:
            pid = int((self.folder / "postmaster.pid").read_text().split()[0])
            process = psutil.Process(pid)
            return process if self._works_here(process) else None
        except (OSError, ValueError, IndexError, psutil.Error):
            return None

    def address(self, role: str = SUPERUSER, name: str = "postgres") -> Address:
        return Address("127.0.0.1", self.port, role, read_secret(role) or "", name)

    def connect(self, name: str = "postgres") -> psycopg.Connection[Any]:
        """A superuser's connection in autocommit mode."""
        return self.address(name=name).connect()

    def run(self, program: str, *arguments: str) -> None:
        """One of PostgreSQL's programs, as the account that runs the server."""
        command = [str(self.bin / program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", **self._as_account())  # noqa: S603
        if done.returncode:
            raise EmbeddedError(f"{program} failed:\n{done.stdout}{done.stderr}")

    @property
    def log(self) -> Path:
        return self.folder.with_name(self.folder.name + ".log")

    def _as_account(self) -> dict[str, Any]:
        return self.account.popen_arguments() if self.account else {}

    def _works_here(self, process: psutil.Process) -> bool:
        return process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == self.folder.resolve()

    def _initdb(self) -> None:
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
                if self._works_here(process):
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
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
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
                if "authentication failed" in str(error):
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
        if row is None or Path(row[0]).resolve() != self.folder.resolve():
            raise EmbeddedError(f"Port {self.port} is another PostgreSQL's: {row}. Stop it, then start again.")

    def _wait_for_end(self, process: psutil.Process, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if _has_ended(process):
                return
            time.sleep(0.02)
        raise EmbeddedError(f"PostgreSQL's process {process.pid} does not end; see {self.log}.")


def embedded_server(say: Callable[[str], None] = print) -> EmbeddedServer:
    """The data folder's own server, not yet started."""
    data = make_data_folder()
    kept = read_record().get("directory")
    folder = Path(kept) if kept else data / "postgres"
    account = account_for(folder)
    if not kept:
        folder = reachable_folder(folder, account, say)
        write_record(directory=str(folder))
    return EmbeddedServer(folder, reachable_binaries(account, say), account, say)


def start_and_provision(server: EmbeddedServer) -> None:
    """Start the data folder's server, with its roles, database and rights as this version wants them."""
    server.start()
    write_record(port=server.port)
    with server.connect() as admin:
        provision(admin, DATABASE_NAME, {role: make_secret(role) for role in LOGIN_ROLES})


def is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _has_ended(process: psutil.Process) -> bool:
    try:
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
