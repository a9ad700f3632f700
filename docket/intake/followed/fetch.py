"""Asking a source over https, with limits of time, size and redirects."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx
from django.conf import settings

from docket.intake.followed import internet
from docket.intake.followed.failure import Failure

MOST_BYTES = 20 * 1024 * 1024
MOST_SECONDS = 45.0  # for an answer with its redirects
PATIENCE = 15.0  # seconds without a byte
MOST_REDIRECTS = 3
REPEATABLE = re.compile(r"[\x20-\x7e]{1,200}")
REDIRECTS = (301, 302, 303, 307, 308)
SAID = {
    401: "The source wants a sign-in (401): check the token.",
    403: "The source refuses to answer (403): the token may be missing or wrong, or the case is closed to the public.",
    404: "The source has nothing under this address (404): check it; a case that was sealed may have gone from there.",
    410: "The source has nothing under this address any more (410): a case that was sealed may have gone from there.",
    429: "The source asks for fewer questions (429).",
}


@dataclass(frozen=True)
class Answer:
    """What a source answered. `is_same`: nothing has changed since the answer that was told of."""

    body: bytes = b""
    etag: str = ""
    last_modified: str = ""
    is_same: bool = False


def fetch(url: str, hosts: re.Pattern[str], headers: Mapping[str, str]) -> Answer:
    """Ask one address; raises Failure in words for staff.

    `hosts`: the whole of a host's name that may be asked, also by a redirect. `headers` beside the program's own.
    """
    return asyncio.run(_in_time(url, hosts, {**_own_headers(), **headers}))


def _own_headers() -> dict[str, str]:
    if not settings.DOCKET_CONTACT:
        raise Failure("No source is asked without an address to write to: set DOCKET_CONTACT to an e-mail address.")
    agent = f"{settings.RELEASE.replace('@', '/')} ({settings.PUBLIC_BASE_URL}; {settings.DOCKET_CONTACT})"
    # not compressed: a small answer must not become a large one here
    return {"User-Agent": agent, "Accept-Encoding": "identity"}


async def _in_time(url: str, hosts: re.Pattern[str], headers: Mapping[str, str]) -> Answer:
    try:
        async with asyncio.timeout(MOST_SECONDS):
            return await _follow(url, hosts, headers)
    except TimeoutError as fault:
        raise Failure(f"The source took longer than {MOST_SECONDS:.0f} seconds.") from fault
    except httpx.TimeoutException as fault:
        raise Failure(f"The source was silent for {PATIENCE:.0f} seconds.") from fault
    except httpx.RemoteProtocolError as fault:
        raise Failure("The source broke off in the middle of its answer, or did not speak HTTP.") from fault
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as fault:
        raise Failure(f"The source could not be reached ({type(fault).__name__}).") from fault


async def _follow(url: str, hosts: re.Pattern[str], headers: Mapping[str, str]) -> Answer:
    way = internet.INTERNET
    async with httpx.AsyncClient(verify=way.trust, trust_env=False, timeout=PATIENCE) as client:
        for _ in range(MOST_REDIRECTS + 1):
            host = internet.host_of(url, hosts)
            where = httpx.URL(url).copy_with(host=await internet.address_of(host, way), port=way.port)
            # the certificate is asked for the name, the connection is made to the address that was looked at
            request = client.build_request(
                "GET", where, headers={**headers, "Host": host}, extensions={"sni_hostname": host}
            )
            response = await client.send(request, stream=True)
            try:
                if response.status_code not in REDIRECTS:
                    return await _answer(response)
                url = urljoin(url, response.headers.get("location", ""))
            finally:
                await response.aclose()
    raise Failure("The source redirects too often.")


async def _answer(response: httpx.Response) -> Answer:
    status, told = response.status_code, response.headers
    if status == httpx.codes.NOT_MODIFIED:
        return Answer(is_same=True)
    if status != httpx.codes.OK:
        raise Failure(SAID.get(status, f"The source answered with an error ({status})."), _wait(told))
    if told.get("content-encoding", "identity").lower() != "identity":
        raise Failure("The source answered compressed, which was not asked for.")
    length = told.get("content-length", "")
    if length.isdecimal() and int(length) > MOST_BYTES:
        raise Failure(_too_large())
    body = bytearray()
    async for part in response.aiter_raw():
        body += part
        if len(body) > MOST_BYTES:
            raise Failure(_too_large())
    return Answer(bytes(body), _repeatable(told.get("etag", "")), _repeatable(told.get("last-modified", "")))


def _repeatable(told: str) -> str:
    """A header that can be sent back as it came; "" for another one."""
    return told if REPEATABLE.fullmatch(told) else ""


def _too_large() -> str:
    return f"The answer is larger than {MOST_BYTES // 1024 // 1024} MB."


def _wait(told: Mapping[str, str]) -> float:
    """Seconds for which the source asks to be left alone (RFC 9110 10.2.3: a number, or a day and time)."""
    said = told.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said[:9])
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
