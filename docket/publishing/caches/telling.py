"""Telling a cache what to take out: a request for each sort of cache, and whether it was acknowledged.

SHARED_CACHES names them: `http://127.0.0.1:6082` a Varnish with deploy/varnish/docketbook.vcl, `fastly:SERVICE` and
`cloudflare:ZONE` those services, whose tokens are the files `fastly_token` and `cloudflare_token` in the data folder's
`secrets/`.
"""

from __future__ import annotations

import httpx
from django.conf import settings

PATIENCE = 2.0  # seconds
FASTLY = "https://api.fastly.com/service"
CLOUDFLARE = "https://api.cloudflare.com/client/v4/zones"
MOST_TAGS = 30  # of one request to Cloudflare


def tell_all(keys: list[str]) -> list[str]:
    """Tell every cache to take out the pages with one of the keys, or all without any. What failed, in words."""
    if not settings.SHARED_CACHES:
        return []
    # a purge goes to the address that is named, through nobody's proxy
    with httpx.Client(timeout=PATIENCE, trust_env=False) as client:
        return [words for address in settings.SHARED_CACHES if (words := _told(client, address, keys))]


def _told(client: httpx.Client, address: str, keys: list[str]) -> str:
    """Empty when the cache acknowledged it."""
    try:
        answer = client.send(asked(address, keys))
    except (OSError, httpx.HTTPError, httpx.InvalidURL) as error:
        return f"{address}: {error}"
    return "" if _is_acknowledged(answer) else f"{address} answered {answer.status_code} and did not do it"


def asked(address: str, keys: list[str]) -> httpx.Request:
    """The request for that cache. Raises OSError where a token is missing."""
    kind, _, name = address.partition(":")
    if kind == "fastly":
        return _fastly(name, keys)
    if kind == "cloudflare":
        return _cloudflare(name, keys)
    return httpx.Request("PURGE", address, headers=_listed(keys))


def _is_acknowledged(answer: httpx.Response) -> bool:
    """Varnish says so in a header, which tells it from another server that answers anything by 200."""
    if answer.request.method == "PURGE":
        return "yes" in answer.headers.get_list("X-Purged")
    return answer.status_code == httpx.codes.OK


def _fastly(service: str, keys: list[str]) -> httpx.Request:
    what = "purge" if keys else "purge_all"
    headers = {"Fastly-Key": _token("fastly"), "Accept": "application/json"}
    return httpx.Request("POST", f"{FASTLY}/{service}/{what}", headers=headers | _listed(keys))


def _cloudflare(zone: str, keys: list[str]) -> httpx.Request:
    what: dict[str, list[str] | bool] = {"tags": keys} if 0 < len(keys) <= MOST_TAGS else {"purge_everything": True}
    headers = {"Authorization": f"Bearer {_token('cloudflare')}"}
    return httpx.Request("POST", f"{CLOUDFLARE}/{zone}/purge_cache", headers=headers, json=what)


def _listed(keys: list[str]) -> dict[str, str]:
    return {"Surrogate-Key": " ".join(keys)} if keys else {}


def _token(name: str) -> str:
    return str((settings.SECRETS_FOLDER / f"{name}_token").read_text()).strip()
