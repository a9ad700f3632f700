"""The PostgreSQL that comes with Docketbook: created, started and stopped here, by the supervisor and the tests only.

Root may not run PostgreSQL, so root hands it to the owner of the database's folder, or to `nobody`. Nothing outside that
folder and the data folder changes its permissions.
"""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import psycopg

from config.account import Account, account_for, reachable_binaries, reachable_folder
from config.data_folder import make_data_folder, make_secret, read_record, read_secret, write_record
from config.postgres import DATABASE_NAME, Address
from config.provision import LOGIN_ROLES, provision

SUPERUSER = "postgres"
SETTINGS = """
# Docketbook's own settings; the address and port are given when it is started.
password_encryption = scram-sha-256
shared_buffers = 256MB
random_page_cost = 1.1
timezone = UTC
log_timezone = UTC
log_line_prefix = '%m [%p] %u '
"""
RECOVERY_LIMIT = 30 * 60  # seconds; a long crash recovery is waited out, a hang is not


class EmbeddedError(Exception):
    """The embedded server cannot be used; the message says why and what to do."""


@dataclass
class EmbeddedServer:
    """One cluster in `folder`. `say` gets a line for whatever takes long."""

    folder: Path
    bin: Path
    account: Account | None
    say: Callable[[str], None] = print
    extra_settings: dict[str, str] = field(default_factory=dict)
    port: int = 0

    def start(self) -> None:
        """Start the server, or take over the one that a killed supervisor left behind; returns when it answers."""
        if not (self.folder / "PG_VERSION").exists():
            self._initdb()
        self._check_version()
        process = self.running()
        if process is None:
            self._clear_stale_pid_file()
            self._choose_port()
            process = self._spawn()
        else:
            self.port = int((self.folder / "postmaster.pid").read_text().splitlines()[3])
            self.say("PostgreSQL was still running and is taken over.")
        self._wait_until_ready(process)

    def stop(self) -> None:
        """Fast shutdown: sessions are ended, everything committed is on disk afterwards."""
        if process := self.running():
            process.send_signal(signal.SIGINT)
            _wait_for_end(process, 60)

    def running(self) -> psutil.Process | None:
        """The postmaster of this folder. A process that merely reuses its number works in another folder."""
        try:
            pid = int((self.folder / "postmaster.pid").read_text().split()[0])
            process = psutil.Process(pid)
            if Path(process.cwd()) == self.folder.resolve() and process.status() != psutil.STATUS_ZOMBIE:
                return process
        except (OSError, ValueError, IndexError, psutil.Error):
            pass
        return None

    def address(self, role: str = SUPERUSER, name: str = "postgres") -> Address:
        return Address("127.0.0.1", self.port, role, read_secret(role) or "", name)

    def connect(self, name: str = "postgres") -> psycopg.Connection[Any]:
        """A superuser's connection in autocommit mode."""
        a = self.address(name=name)
        return psycopg.connect(
            host=a.host,
            port=a.port,
            user=a.user,
            password=a.password,
            dbname=a.name,
            autocommit=True,
            connect_timeout=10,
        )

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, capture_output=True, text=True, cwd="/", **self._as_account())  # noqa: S603
        if done.returncode:
            raise EmbeddedError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")

    def _as_account(self) -> dict[str, Any]:
        return self.account.popen_arguments() if self.account else {}

    def _initdb(self) -> None:
        self.say(f"Creating the database's folder {self.folder} …")
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        password = self.folder.with_name(self.folder.name + ".password")
        password.touch(mode=0o600)
        password.write_text(make_secret(SUPERUSER))
        if self.account:
            os.chown(self.folder, self.account.uid, self.account.gid)
            os.chown(password, self.account.uid, self.account.gid)
        try:
            self._run(
                str(self.bin / "initdb"), f"--pgdata={self.folder}", f"--username={SUPERUSER}", f"--pwfile={password}",
                "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums", "--no-instructions",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
            )  # fmt: skip
        finally:
            password.unlink()
        with (self.folder / "postgresql.conf").open("a") as file:
            file.write(SETTINGS)

    def _check_version(self) -> None:
        kept = (self.folder / "PG_VERSION").read_text().strip()
        printed = subprocess.run(
            [self.bin / "postgres", "--version"], capture_output=True, text=True, check=True
        )
        ours = printed.stdout.split()[2].split(".")[0]
        if kept != ours:
            raise EmbeddedError(
                f"{self.folder} was written by PostgreSQL {kept}, but {self.bin} is PostgreSQL {ours}. Nothing was changed. "
                f"Set DOCKET_POSTGRES_BIN to the bin folder of a PostgreSQL {kept}, `make backup`, move the data "
                "folder away, unset DOCKET_POSTGRES_BIN and `make restore`."
            )

    def _clear_stale_pid_file(self) -> None:
        """After kill -9 of the postmaster its children end by themselves; only then may the pid file go."""
        for process in psutil.process_iter():
            try:
                if Path(process.cwd()) == self.folder.resolve() and process.status() != psutil.STATUS_ZOMBIE:
                    _wait_for_end(process, 30)
            except psutil.Error:
                continue
        (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def _choose_port(self) -> None:
        kept = int(read_record().get("port", 0))
        self.port = kept if kept and _is_free(kept) else _free_port()

    def _spawn(self) -> psutil.Process:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "lc_messages": "C",
            **self.extra_settings,
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("a") as log:
            # a session of its own: Ctrl-C in the terminal must reach the supervisor only
            process = subprocess.Popen(  # noqa: S603
                [self.bin / "postgres", "-D", self.folder, *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                cwd="/", start_new_session=True, **self._as_account(),
            )  # fmt: skip
        self._child = process
        return psutil.Process(process.pid)

    @property
    def log(self) -> Path:
        return self.folder.with_name(self.folder.name + ".log")

    def _wait_until_ready(self, process: psutil.Process) -> None:
        begun = spoken = time.monotonic()
        while time.monotonic() - begun < RECOVERY_LIMIT:
            if self.running() is None and (
                not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
            ):
                tail = "\n".join(self.log.read_text().splitlines()[-8:])
                raise EmbeddedError(f"PostgreSQL did not start. The last lines of {self.log}:\n{tail}")
            try:
                with self.connect() as connection:
                    return self._verify(connection)
            except psycopg.OperationalError as error:
                if "authentication failed" in str(error):
                    raise EmbeddedError(
                        f"The password in the data folder's secrets/{SUPERUSER} does not fit the database in {self.folder}: "
                        "bring back both from the same backup."
                    ) from error
            if time.monotonic() - spoken > 5:
                spoken = time.monotonic()
                self.say(
                    f"PostgreSQL is still starting (after a crash it recovers first); {spoken - begun:.0f} s so far …"
                )
            time.sleep(0.05)
        raise EmbeddedError(f"PostgreSQL is not ready after {RECOVERY_LIMIT // 60} minutes; see {self.log}.")

    def _verify(self, connection: psycopg.Connection[Any]) -> None:
        row = connection.execute("SHOW data_directory").fetchone()
        if row is None or Path(row[0]).resolve() != self.folder.resolve():
            raise EmbeddedError(f"Port {self.port} answers for another database folder: {row}.")


def embedded_server(say: Callable[[str], None] = print) -> EmbeddedServer:
    """The data folder's own server, not yet started."""
    data = make_data_folder()
    kept = read_record().get("directory")
    wanted = Path(str(kept)) if kept else data / "postgres"
    account = account_for(wanted)
    folder = wanted if kept else reachable_folder(wanted, account, say)
    write_record(directory=str(folder))
    return EmbeddedServer(folder, reachable_binaries(account, say), account, say)


def start_and_provision(server: EmbeddedServer) -> bool:
    """Start the data folder's server with its roles and database; True when the database is new."""
    server.start()
    write_record(port=server.port)
    passwords = {role: make_secret(role) for role in LOGIN_ROLES}
    with server.connect() as admin:
        return provision(admin, DATABASE_NAME, passwords)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_end(process: psutil.Process, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            if process.status() == psutil.STATUS_ZOMBIE:
                return
        except psutil.NoSuchProcess:
            return
        time.sleep(0.05)
    raise EmbeddedError(
        f"Process {process.pid} of PostgreSQL does not end. Look at it before starting again."
    )
