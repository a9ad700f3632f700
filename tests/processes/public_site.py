"""The public site itself, asked for many addresses: `python -m tests.processes.public_site` in a process of its own.

It has the public role's credential only, as in production. Standard input: {"paths": […], "follow": true, "most": 5000,
"headers": {…}}; the answers go to standard output, one JSON object a line: path, status, headers, body (base64), route.
With {"requests": [[method, path, [[header, value], …]], …], "canaries": […]} a line tells less: status, the digest of
the whole answer, and the canaries that stand in it.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
import sys
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

LINKS = re.compile(rb"""(?:href|src|action)=["']([^"'#]+)|<loc>([^<]+)</loc>|"(?:next|[a-z_]*url)":"([^"#]+)""")

CANARY = re.compile(r"CNRY[0-9a-f]+")


def _links(path: str, body: bytes) -> list[str]:
    found = []
    for match in LINKS.finditer(body):
        url = urlsplit(urljoin(f"http://testserver{path}", html.unescape((match[1] or match[2] or match[3]).decode())))
        if url.netloc in ("testserver", "localhost:8000") and not url.path.startswith("/static/"):
            found.append(urldefrag(url._replace(scheme="", netloc="").geturl())[0])
    return found


def _serve(question: dict[str, Any]) -> None:
    import django

    django.setup()
    from django.test import Client
    from django.urls import Resolver404, resolve

    client = Client(raise_request_exception=False, headers={"host": "localhost:8000", **question["headers"]})
    waiting, seen = list(question["paths"]), set[str]()
    while waiting and len(seen) < question["most"]:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        response = client.get(path)
        body = b"".join(response) if response.streaming else response.content
        try:
            route: str | None = resolve(path.split("?")[0]).route
        except Resolver404:
            route = None
        answer = {
            "path": path,
            "status": response.status_code,
            "headers": sorted(response.headers.items()),
            "body": base64.b64encode(body).decode(),
            "route": route,
        }
        print(json.dumps(answer))
        if question["follow"]:
            waiting += _links(path, body)
            if location := response.headers.get("Location"):
                waiting.append(location)


def _tell(question: dict[str, Any]) -> None:
    import django

    django.setup()
    from django.test import Client

    client = Client(raise_request_exception=False, headers={"host": "localhost:8000"})
    canaries = set(question["canaries"])
    for method, path, headers in question["requests"]:
        response: Any = client.generic(method, path, headers=dict(headers))
        body = b"".join(response) if response.streaming else response.content
        print(json.dumps(_told(path, response, body, canaries)))


def _told(path: str, response: Any, body: bytes, canaries: set[str]) -> dict[str, Any]:
    """The digest of the whole answer, and the words in it that must not be there unless the question has them."""
    if response.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)  # what it is padded with against measuring lengths is drawn by lot
        response.headers.pop("Content-Length", None)
    headers = sorted((name, value) for name, value in response.headers.items() if name != "X-Request-ID")
    everything = json.dumps([response.status_code, headers]).encode() + body
    text = html.unescape(everything.decode("utf-8", "replace"))
    found = {word for word in CANARY.findall(text) if word in canaries and word not in path}
    digest = hashlib.sha256(everything).hexdigest()
    return {"status": response.status_code, "digest": digest, "found": sorted(found)}


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    if "requests" in asked:
        _tell(asked)
    else:
        _serve(asked)
