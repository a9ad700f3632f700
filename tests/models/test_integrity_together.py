"""What the record holds when several people write at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from random import Random
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, connections, transaction

from docket import models as d
from docket.publishing import verbs

WRITERS, FILINGS_EACH = 16, 50

pytestmark = pytest.mark.usefixtures("committed")


def at_once(jobs: list[Callable[[], object]]) -> list[object]:
    """Run the jobs in threads, each with connections of its own; an exception is an answer."""

    def run(job: Callable[[], object]) -> object:
        try:
            return job()
        except Exception as error:  # the test looks at it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


class GivenUp(Exception):
    """The clerk changed her mind before saving."""


def test_sixteen_clerks_lose_no_filing_and_number_none_twice() -> None:
    case = d.Case.objects.create(caption="Roe v. Poe", category="civil")

    def clerk(seed: int) -> None:
        dice, saved = Random(seed), 0
        while saved < FILINGS_EACH:
            try:
                with transaction.atomic():
                    d.Filing.objects.create(case=case, docket_text=f"MOTION {seed}.{saved}")
                    if dice.random() < 0.1:
                        raise GivenUp
            except GivenUp:
                continue
            saved += 1

    answers = at_once([partial(clerk, seed) for seed in range(WRITERS)])
    assert answers == [None] * WRITERS
    sequences = sorted(case.filings.values_list("sequence", flat=True))
    assert sequences == list(range(1, WRITERS * FILINGS_EACH + 1))
    assert case.filings.values("docket_text").distinct().count() == WRITERS * FILINGS_EACH


def test_two_clerks_do_not_close_a_circle_together() -> None:
    case = d.Case.objects.create(caption="Roe v. Poe", category="civil")
    first, second = (d.Filing.objects.create(case=case, docket_text="MOTION") for _ in range(2))
    ready = Barrier(2, timeout=10)

    def link(one: d.Filing, other: d.Filing) -> None:
        with transaction.atomic():
            connection.ensure_connection()
            ready.wait()
            d.FilingLink.objects.create(from_filing=one, to_filing=other, kind="answers")

    answers = at_once([lambda: link(first, second), lambda: link(second, first)])
    assert [type(a) for a in answers if a is not None] == [IntegrityError]
    assert d.FilingLink.objects.count() == 1


def test_what_was_public_is_never_deleted() -> None:
    case = d.Case.objects.create(caption="Roe v. Poe", category="civil")
    filing = d.Filing.objects.create(case=case, docket_text="COMPLAINT")
    verbs.act("publish", case, actor=None, reason="ready")
    verbs.act("hide", filing, actor=None, reason="filed in the wrong case")
    with pytest.raises(IntegrityError, match="was public and is kept"):
        filing.delete()
    with pytest.raises(IntegrityError, match="was public and is kept"), connection.cursor() as cursor:
        cursor.execute("delete from docket_filing where id = %s", [filing.pk])
    assert d.Filing.objects.filter(pk=filing.pk).exists()
