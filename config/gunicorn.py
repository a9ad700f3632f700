"""How `make run` serves each of the two sites."""

import os
import signal
import threading
from typing import Any

from config import env

wsgi_app = "config.wsgi:application"
worker_class = "gthread"
workers = env.number("WEB_WORKERS", 2)
threads = env.number("WEB_THREADS", 4)
graceful_timeout = 5
loglevel = "warning"
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """The supervisor holds the other end of DOCKET_LIFELINE: when it is killed, the site ends too."""
    lifeline = env.text("DOCKET_LIFELINE")
    if lifeline:
        threading.Thread(target=_end_with_supervisor, args=[int(lifeline)], daemon=True).start()


def _end_with_supervisor(lifeline: int) -> None:
    os.read(lifeline, 1)
    os.kill(os.getppid(), signal.SIGTERM)
