"""A court's site on this machine: real HTTPS under a real host name, with answers that a test has written down."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from docket.intake.followed.internet import Internet

HOSTS = ("ecf.cand.uscourts.gov", "www.supremecourt.gov", "www.courtlistener.com")


@dataclass
class Written:
    """One answer. `cut`: bytes of the body that are sent before the line goes dead; `drip`: called before each byte."""

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: Callable[[], object] | None = None


@dataclass
class CourtSite:
    """What is answered to which path (with its query), and what was asked."""

    port: int
    answers: dict[str, Written | Sequence[Written]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [path for path, _ in self.asked]

    def answer(self, path: str) -> Written:
        """The next answer to a path; a list of them is used up to its last."""
        told = self.answers.get(path, Written("no such page", 404))
        if isinstance(told, Written):
            return told
        first, *others = told
        self.answers[path] = others or first
        return first


@contextmanager
def court_site(**changes: Any) -> Iterator[tuple[CourtSite, Internet]]:
    """A site that answers for HOSTS, and the internet in which they lead to it."""
    certificate, trust = _certificate()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    inside = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    inside.load_cert_chain(certificate)
    server.socket = inside.wrap_socket(server.socket, server_side=True)
    server.site = site = CourtSite(server.server_address[1])  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()

    async def here(host: str) -> list[str]:
        return ["127.0.0.1"]

    ours = {"resolve": here, "is_public": lambda address: True, "port": site.port, "trust": trust}
    try:
        yield site, Internet(**{**ours, **changes})
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: CourtSite = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, dict(self.headers)))
        answer = site.answer(self.path)
        if answer.headers.get("ETag") and self.headers.get("If-None-Match") == answer.headers["ETag"]:
            answer = Written(status=304)
        body = answer.body.encode()
        self.send_response(answer.status)
        for name, value in ({"Content-Length": str(len(body))} | answer.headers).items():
            self.send_header(name, value)
        self.end_headers()
        for part in [body[at : at + 1] for at in range(len(body))] if answer.drip else [body[: answer.cut]]:
            if answer.drip:
                answer.drip()
            self.wfile.write(part)
            self.wfile.flush()
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""


@cache
def _certificate() -> tuple[Path, ssl.SSLContext]:
    """A certificate for HOSTS with its key, in one file, and who trusts it."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A court of the tests")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in HOSTS]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    plain, kind = serialization.NoEncryption(), serialization.PrivateFormat.PKCS8
    file = Path(mkdtemp()) / "court.pem"
    file.write_bytes(made + key.private_bytes(serialization.Encoding.PEM, kind, plain))
    return file, ssl.create_default_context(cadata=made.decode())
