"""A process that sends files to cases, has them published and withheld, and imports court pages, until it is killed.

Run as a module it prepares everything once; for each line that it reads it forks a child that does the work, and
prints the child's number. So a hundred of them can be killed in a minute.
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from itertools import count
from typing import Any

ONE_ROUND = "one round\n"  # asks for a child that ends by itself


def main() -> None:
    import django

    django.setup()
    # what the work imports is imported before the first fork
    from docket.intake.background import queue
    from tests.redaction import pages

    assert queue
    assert pages
    for line in sys.stdin:
        if not (pid := os.fork()):
            _work_on(random.Random(line), 1 if line == ONE_ROUND else None)
        print(pid, flush=True)
        _, status = os.waitpid(pid, 0)
        print("ended by", -os.waitstatus_to_exitcode(status), flush=True)


def _work_on(chance: random.Random, rounds: int | None) -> None:
    try:
        work(chance, rounds)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(1)


def work(chance: random.Random, rounds: int | None) -> None:
    """Each round a case, some files that come for it, their places, publishing, sealing, an import."""
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.get(username="killed")
    for number in count() if rounds is None else range(rounds):
        case = _a_case(chance, number)
        _files(user, case, chance, number)
        _act("publish", case)
        if chance.random() < 0.5:
            _act("hide", case)
        _import(user, chance)


def _a_case(chance: random.Random, number: int) -> Any:
    from docket.models import Case, Filing

    case = Case.objects.create(caption=f"Roe v. Poe {chance.random()} {number}", category="civil")
    for entry in (1, 2, 3):
        Filing.objects.create(case=case, entry_number=str(entry), docket_text=f"MOTION {entry}")
    return case


def _files(user: Any, case: Any, chance: random.Random, number: int) -> None:
    """Four files come; three have a place, where one of them then replaces another's."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import RequestFactory

    from docket.desk.arrivals.arriving import arrive, leave
    from docket.desk.arrivals.places import Place, Places
    from docket.desk.arrivals.placing import put
    from docket.desk.forms.original_file import keep_original
    from tests.redaction.pages import a_line, a_page, saved

    request = RequestFactory().get("/")
    request.user = user
    places = Places(request, case)
    for filing in [*case.filings.order_by("sequence"), None]:
        data = saved(a_page(a_line(20, 200, f"{chance.random()} {number}")))
        waiting = arrive(case, user, SimpleUploadedFile("a.pdf", data))
        if filing is None:
            leave(waiting)
        else:
            document = put(request, places, waiting, Place(filing.pk, 0), "")
            if chance.random() < 0.3:
                from django.db import transaction

                with transaction.atomic():
                    keep_original(document, "b.pdf", data + b"\n% again")


def _act(verb: str, case: Any) -> None:
    from docket.publishing import verbs

    verbs.act(verb, case, actor=None, reason="tried")


def _import(user: Any, chance: random.Random) -> None:
    """A docket of forty lines through the queue."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from docket.intake.background.importing import import_upload
    from docket.intake.background.queue import keep
    from tests.processes.background import never, page

    html = page(40).replace("Ottoline Marsh", f"Ottoline Marsh {chance.randint(1, 10**6)}")
    import_upload(keep([SimpleUploadedFile("page.html", html.encode())], user=user, forum=None, matter=None), never)


if __name__ == "__main__":
    main()
