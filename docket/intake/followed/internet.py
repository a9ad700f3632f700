"""The way to a source: https, listed hosts, public addresses, and a connection to the very address that was checked.

An address that staff typed must not make this program ask what only this machine can reach. So a host is looked up
once, every answer must be public, and the connection is made to one of them; a redirect goes through the same door.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx

from docket.intake.followed.failure import Failure

NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
# what an address may be made of: no space, no backslash, nothing that two programs read in two ways
PLAIN = re.compile(r"[\x21-\x5b\x5d-\x7e]+")


def is_public(told: str) -> bool:
    """Whether an IP address is of the open internet, also the one of IPv4 that one of IPv6 stands for."""
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _behind_nat64(address)
        if inner:
            return is_public(str(inner))
        if address.is_site_local or address.teredo:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _behind_nat64(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if any(address in net for net in NAT64) else None


async def resolved(host: str) -> list[str]:
    """The addresses that the name service gives for a host."""
    found = await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [str(where[0]) for *_, where in found]


@dataclass(frozen=True)
class Internet:
    """How hosts are looked up and trusted. Tests put a server of their own in its place; no setting can."""

    resolve: Callable[[str], Awaitable[Sequence[str]]] = resolved
    is_public: Callable[[str], bool] = is_public
    port: int = 443
    trust: ssl.SSLContext = field(default_factory=lambda: httpx.create_ssl_context(trust_env=False))


INTERNET = Internet()


def host_of(url: str, hosts: re.Pattern[str]) -> str:
    """The host of an address that may be asked for; raises Failure for every other one."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise Failure(f"{url!r} is no address.") from fault
    host = parts.hostname or ""
    if not PLAIN.fullmatch(url) or parts.scheme != "https" or "@" in parts.netloc or port not in (None, 443):
        raise Failure(f"{url!r} is not asked for: only plain https addresses are, without user, password or port.")
    if not hosts.fullmatch(host):
        raise Failure(f"{host!r} is not asked: it is none of the hosts of this kind of source.")
    return host


async def address_of(host: str, internet: Internet) -> str:
    """The address to connect to. One that is not public refuses the host, whatever stands beside it."""
    try:
        found = list(await internet.resolve(host))
    except (OSError, UnicodeError) as fault:
        raise Failure(f"The name service does not know {host}, or does not answer.") from fault
    if not found or not all(internet.is_public(address) for address in found):
        raise Failure(f"{host} is not asked: its name leads to an address that is not on the open internet.")
    return found[0]
