"""Where a request comes from."""

from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The visitor's address: behind a proxy the one that the proxy itself added, never what the visitor claims."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return str(forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", ""))


def network_of(address: str) -> IPv4Network | IPv6Network | None:
    """What counts as one visitor: an address of IPv4, or the /64 of which a visitor has every address.

    An address of IPv4 written as one of IPv6 ("::ffff:203.0.113.9") counts as that of IPv4. None for no address.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    found = getattr(found, "ipv4_mapped", None) or found
    return ip_network((found, 32 if found.version == 4 else 64), strict=False)
