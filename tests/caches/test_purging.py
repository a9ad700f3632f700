"""Which caches are told of what, when, and what becomes of that when they do not hear it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from docket.intake.background import worker
from docket.publishing.caches import telling, unheard
from docket.publishing.preview import as_published
from tests.records.cast import a_case, a_filing, a_matter, act, in_case, publish

LONG_AFTER = 3600.0  # seconds


class Cache(HTTPServer):
    """Notes the keys that it is told, and whether the act was committed by then; deaf, it answers 500."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Hearing)
        self.told: list[list[str]] = []
        self.is_deaf = False


class Hearing(BaseHTTPRequestHandler):
    server: Cache

    def do_PURGE(self) -> None:
        self.server.told.append(sorted((self.headers.get("Surrogate-Key") or "").split()))
        self.send_response(500 if self.server.is_deaf else 200)
        if not self.server.is_deaf:
            self.send_header("X-Purged", "yes")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def cache(committed: Any, settings: Any, tmp_path: Path) -> Iterator[Cache]:
    settings.UNHEARD_FOLDER, settings.SECRETS_FOLDER = tmp_path / "unheard", tmp_path
    with Cache() as found:
        settings.SHARED_CACHES = [f"http://127.0.0.1:{found.server_port}"]
        serving = Thread(target=found.serve_forever, daemon=True)
        serving.start()
        yield found
        found.shutdown()
        serving.join()


def files(settings: Any) -> list[str]:
    folder = settings.UNHEARD_FOLDER
    return sorted(path.suffix for path in folder.iterdir()) if folder.exists() else []


def test_what_is_published_is_told_by_its_case_matters_and_parties(cache: Cache, settings: Any) -> None:
    case, matter = a_case(), publish(a_matter())
    case.case_matters.create(matter=matter)
    party = in_case(case).party
    publish(case)
    wanted = sorted([f"case-{case.public_id}", f"matter-{matter.public_id}", f"party-{party.public_id}", "shared"])
    assert cache.told[-1] == wanted
    publish(a_filing(case))
    assert cache.told[-1] == wanted
    assert files(settings) == []


@pytest.mark.parametrize("verb", ["seal", "hide", "unpublish", "remove", "expunge"])
def test_what_is_withheld_takes_out_everything(cache: Cache, verb: str) -> None:
    filing = publish(a_filing(publish(a_case())))
    cache.told.clear()
    try:
        act(verb, filing)
    except filing.DoesNotExist:
        assert verb == "expunge"
    assert cache.told == [[]]


def test_what_is_of_no_case_takes_out_everything(cache: Cache) -> None:
    publish(a_matter())
    assert cache.told == [[]]


def test_nothing_is_told_before_the_commit_or_of_a_preview(cache: Cache, settings: Any) -> None:
    filing = publish(a_filing(publish(a_case())))
    cache.told.clear()
    with as_published(lambda: act("seal", filing, with_files=False)):
        pass
    assert (cache.told, files(settings)) == ([], [])
    with transaction.atomic():
        act("seal", filing)
        assert (cache.told, files(settings)) == ([], [".begun"])
    assert (cache.told, files(settings)) == ([[]], [])


def test_a_seal_that_a_cache_misses_is_done_and_told_again_until_it_hears(cache: Cache, settings: Any) -> None:
    filing = publish(a_filing(publish(a_case())))
    cache.is_deaf = True
    act("seal", filing)
    assert filing.visibility == "sealed"
    assert files(settings) == [".kept"]
    assert "has not acknowledged an act" in unheard.words()
    assert unheard.tell_again() == [f"{settings.SHARED_CACHES[0]} answered 500 and did not do it"]
    cache.is_deaf = False
    assert unheard.tell_again() == []
    assert (cache.told[-1], files(settings), unheard.words()) == ([], [], "")
    assert len(cache.told) == 5
    unheard.tell_again()
    assert len(cache.told) == 5


def test_an_act_whose_process_died_is_told_of_once_it_must_be_over(cache: Cache, settings: Any) -> None:
    unheard.note("17")
    assert (unheard.tell_again(), cache.told, unheard.words()) == ([], [], "")
    soon, late = time.time() + unheard.PATIENCE + 1, time.time() + LONG_AFTER
    assert unheard.tell_again(soon) == []
    assert (cache.told, files(settings)) == ([[]], [".begun"])  # it may be under way still
    assert unheard.tell_again(late) == []
    assert (cache.told, files(settings)) == ([[], []], [])


def test_the_worker_tells_them_while_it_works_and_when_telling_fails(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_twice, times = Event(), []

    def tell_again() -> list[str]:
        times.append(1)
        if len(times) > 1:
            told_twice.set()
        raise PermissionError("the folder is another's")

    async def work(*args: Any) -> None:
        assert await asyncio.to_thread(told_twice.wait, 60)

    for name, value in {"TELL_EVERY": 0.0, "tell_again": tell_again, "_work": work}.items():
        monkeypatch.setattr(worker, name, value)
    worker.run()
    assert told_twice.is_set()


def test_a_cache_that_is_not_there_stops_no_seal(cache: Cache, settings: Any) -> None:
    filing = publish(a_filing(publish(a_case())))
    settings.SHARED_CACHES = ["http://127.0.0.1:9", "fastly:no-token", "not an address"]
    act("seal", filing)
    assert filing.visibility == "sealed"
    assert files(settings) == [".kept"]
    assert len(unheard.tell_again()) == 3


def test_a_folder_that_cannot_be_written_stops_no_seal(cache: Cache, settings: Any, tmp_path: Path) -> None:
    filing = publish(a_filing(publish(a_case())))
    (tmp_path / "a file").touch()
    settings.UNHEARD_FOLDER = tmp_path / "a file" / "unheard"
    cache.told.clear()
    act("seal", filing)
    assert (filing.visibility, cache.told) == ("sealed", [[]])


def test_the_desk_and_readyz_say_that_a_cache_has_missed_an_act(cache: Cache) -> None:
    chief = get_user_model().objects.create_superuser("chief", password="correct horse battery")
    desk = Client()
    desk.force_login(chief)
    filing = publish(a_filing(publish(a_case())))
    assert "has not acknowledged" not in desk.get("/admin/").content.decode()
    cache.is_deaf = True
    act("seal", filing)
    for page in ("/admin/", "/admin/docket/case/", "/admin/installation/"):
        assert "has not acknowledged an act" in desk.get(page).content.decode(), page
    found = json.loads(desk.get("/readyz").content)["checks"]["caches"]
    assert not found["well"]
    assert "127.0.0.1" not in found["words"]
    assert "has not acknowledged" not in Client().get("/admin/login/").content.decode()


def test_each_service_is_asked_in_its_own_way(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS_FOLDER = tmp_path
    (tmp_path / "fastly_token").write_text("f-secret\n")
    (tmp_path / "cloudflare_token").write_text("c-secret\n")
    some, many = ["case-k3x9q", "shared"], [f"party-{n}" for n in range(telling.MOST_TAGS + 1)]
    fastly = telling.asked("fastly:SU1Z0", some)
    assert (fastly.method, str(fastly.url)) == ("POST", "https://api.fastly.com/service/SU1Z0/purge")
    assert (fastly.headers["Fastly-Key"], fastly.headers["Surrogate-Key"]) == ("f-secret", "case-k3x9q shared")
    assert str(telling.asked("fastly:SU1Z0", []).url) == "https://api.fastly.com/service/SU1Z0/purge_all"
    cloudflare = telling.asked("cloudflare:0da42", some)
    assert str(cloudflare.url) == "https://api.cloudflare.com/client/v4/zones/0da42/purge_cache"
    assert cloudflare.headers["Authorization"] == "Bearer c-secret"
    assert sent(cloudflare) == {"tags": some}
    assert [sent(telling.asked("cloudflare:0da42", keys)) for keys in ([], many)] == [{"purge_everything": True}] * 2


def sent(request: httpx.Request) -> Any:
    return json.loads(request.content)
