"""How `make run` serves each of the two sites."""

import os
import signal
from typing import Any

from config import env, logs
from config.processes import lifeline

wsgi_app = "config.wsgi:application"
worker_class = "config.processes.web_worker.GatheringWorker"
worker_connections = 500  # open at a time; a usual limit of files is 1,024
workers = env.number("WEB_WORKERS", 2)
threads = env.number("WEB_THREADS", 4)
graceful_timeout = 5
# as settings.LOGGING, for what gunicorn itself says
logconfig_dict = logs.configuration(env.text("LOG_LEVEL", "INFO"), env.text("LOG_FORMAT", "plain"))
loglevel = "warning"
control_socket_disable = True


def post_worker_init(worker: Any) -> None:
    """A worker watches, because only a process that never forks may have a thread."""
    lifeline.watch(lambda: os.kill(os.getppid(), signal.SIGTERM))
