"""A real proxy of deploy/ before two real web servers, all on loopback: its addresses alone differ from the example."""

from __future__ import annotations

import http.client
import json
import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from config.data_folder import CHECKOUT
from tests.shared import program as wanted

DEPLOY = CHECKOUT / "deploy"
PUBLIC, DESK = "dockets.example.org", "desk.example.org"

# One thread: whoever holds it keeps everybody waiting.
APP = """
import json
from config.gunicorn import *
workers, threads = 1, {threads}
def application(environ, start):
    body, place = environ["wsgi.input"].read(), environ["PATH_INFO"]
    told = {{k: v for k, v in environ.items() if k.startswith("HTTP_")}}
    said = json.dumps(told | {{"path": place, "length": len(body), "sum": sum(body), "site": "{site}"}}).encode()
    if place == "/large.csv":
        start("200 OK", [("Content-Type", "text/csv")])
        return (b"x" * 1_000_000 for _ in range(64))
    start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(said)))])
    return [said]
"""


@dataclass(frozen=True)
class Proxy:
    """Where it listens, and whom it shows its certificate to."""

    port: int
    plain_port: int
    trust: ssl.SSLContext

    def connect(self, host: str, timeout: float = 60) -> http.client.HTTPConnection:
        """A connection to the proxy by that name, over TLS."""
        raw = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        connection = http.client.HTTPConnection(host, self.port, timeout=timeout)
        connection.sock = self.trust.wrap_socket(raw, server_hostname=host)
        return connection

    def ask(
        self,
        host: str,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, bytes]:
        """Status and body of one answer."""
        connection = self.connect(host)
        connection.request(method, path, body, {"Host": host} | (headers or {}))
        answer = connection.getresponse()
        found = answer.status, answer.read()
        connection.close()
        return found

    def told(self, host: str, path: str, headers: dict[str, str] | None = None) -> dict[str, str]:
        """What the site behind it was told of a request."""
        found: dict[str, str] = json.loads(self.ask(host, path, headers=headers)[1])
        return found


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def there(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until something listens."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, f"it ended: {process.args!r}"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on {port}: {process.args!r}")


@contextmanager
def running(command: list[str], port: int, folder: Path, **environment: str) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=folder, env=os.environ | environment)
    try:
        there(process, port)
        yield
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def site(name: str, folder: Path, threads: int = 4) -> Iterator[int]:
    """A web server of the site's own kind; it answers with what it was told."""
    port = free_port()
    (folder / f"{name}_site.py").write_text(APP.format(threads=threads, site=name))
    command = [sys.executable, "-m", "gunicorn", "-c", str(folder / f"{name}_site.py")]
    place = os.pathsep.join([str(folder), str(CHECKOUT)])
    command += ["--bind", f"127.0.0.1:{port}", f"{name}_site:application"]
    with running(command, port, folder, PYTHONPATH=place, DOCKET_SITE=name):
        yield port


@contextmanager
def proxied(program: str, folder: Path, change: Callable[[str], str] = str, threads: int = 4) -> Iterator[Proxy]:
    """nginx or caddy with the example of deploy/ before both sites. `change`: what else differs in the example."""
    path = wanted({"nginx": "nginx-light", "caddy": "caddy"}[program], program)
    trust = certificate(folder)
    with ExitStack() as stack:
        behind = {name: stack.enter_context(site(name, folder, threads)) for name in ("public", "desk")}
        proxy = Proxy(free_port(), free_port(), trust)
        write = {"nginx": nginx, "caddy": caddy}[program]
        stack.enter_context(
            running([path, *write(folder, proxy, behind, change)], proxy.port, folder, HOME=str(folder))
        )
        yield proxy


def nginx(folder: Path, proxy: Proxy, behind: dict[str, int], change: Callable[[str], str]) -> list[str]:
    """Its arguments, once what it needs is written."""
    text = (DEPLOY / "nginx" / "docketbook.conf").read_text()
    text = text.replace("listen 443 ssl", f"listen 127.0.0.1:{proxy.port} ssl")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{proxy.plain_port};")
    text = text.replace("/etc/ssl/docketbook/", f"{folder}/").replace("127.0.0.1:8000", f"127.0.0.1:{behind['public']}")
    text = change(text.replace("127.0.0.1:8001", f"127.0.0.1:{behind['desk']}"))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    kept = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    (folder / "docketbook.conf").write_text(text)
    around = f"user root;\nworker_processes 1;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\ndaemon off;\n"
    around += (
        f"events {{ worker_connections 512; }}\nhttp {{\naccess_log off;\n{kept}include {folder}/docketbook.conf;\n}}\n"
    )
    (folder / "nginx.conf").write_text(around if os.geteuid() == 0 else around.removeprefix("user root;\n"))
    return ["-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


def caddy(folder: Path, proxy: Proxy, behind: dict[str, int], change: Callable[[str], str]) -> list[str]:
    """Its arguments, once what it needs is written; with a certificate of the test's own in place of a fetched one."""
    text = (DEPLOY / "caddy" / "Caddyfile").read_text()
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{behind['public']}")
    text = text.replace("127.0.0.1:8001", f"127.0.0.1:{behind['desk']}")
    here = f"\n\tadmin off\n\thttp_port {proxy.plain_port}\n\thttps_port {proxy.port}\n\tdefault_bind 127.0.0.1\n"
    text = text.replace("\n{\n", f"\n{{{here}", 1)
    for host in (PUBLIC, DESK):
        text = text.replace(f"{host} {{", f"{host} {{\n\ttls {folder}/fullchain.pem {folder}/key.pem")
    (folder / "Caddyfile").write_text(change(text))
    return ["run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def certificate(folder: Path) -> ssl.SSLContext:
    """Write fullchain.pem and key.pem for both names; who trusts them."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "The proxy of the tests")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(PUBLIC), x509.DNSName(DESK)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    plain, kind = serialization.NoEncryption(), serialization.PrivateFormat.PKCS8
    (folder / "fullchain.pem").write_bytes(made)
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, kind, plain))
    return ssl.create_default_context(cadata=made.decode())
