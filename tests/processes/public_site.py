"""The public site itself, asked for many addresses: `python -m tests.processes.public_site` in a process of its own.

It has the public role's credential only, as in production. Standard input: {"paths": […], "follow": true, "most": 5000,
"headers": {…}}; the answers go to standard output, one JSON object a line: path, status, headers, body (base64), route.
"""

from __future__ import annotations

import base64
import html
import json
import re
import sys
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

LINKS = re.compile(rb"""(?:href|src|action)=["']([^"'#]+)|<loc>([^<]+)</loc>|"(?:next|[a-z_]*url)":"([^"#]+)""")


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


if __name__ == "__main__":
    _serve(json.load(sys.stdin))
