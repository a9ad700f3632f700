"""Errors told by Sentry's protocol to the server of SENTRY_DSN; off unless that is set.

An event holds what went wrong and where in the code, by an allow-list: no message, no value, no address, no form, no
name, for each may hold what the record withholds. The request's id leads to the line of the log that has them.
"""

from __future__ import annotations

import logging
from typing import Any

import sentry_sdk
from sentry_sdk.integrations.logging import LoggingIntegration

from config.logs import request_id

OF_AN_EVENT = ("event_id", "timestamp", "level", "logger", "platform", "release", "environment", "sdk")
OF_A_FRAME = ("filename", "function", "module", "lineno", "in_app")


def start(dsn: str, environment: str, release: str) -> None:
    """What is logged as an error is told; nothing is when `dsn` is empty."""
    if not dsn:
        return
    sentry_sdk.init(
        dsn=dsn,
        environment=environment,
        release=release,
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[LoggingIntegration(level=None, event_level=logging.ERROR)],
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_breadcrumbs=0,
        max_request_body_size="never",
        auto_session_tracking=False,
        send_client_reports=False,
        before_send=scrubbed,
    )


def scrubbed(event: Any, hint: dict[str, Any]) -> Any:
    """The event with nothing but what the lists name; of an exception its class and its frames."""
    kept = {name: event[name] for name in OF_AN_EVENT if name in event}
    kept["tags"] = {"request": request_id.get()}
    if template := (event.get("logentry") or {}).get("message"):
        kept["logentry"] = {"message": template if hint.get("log_record") and hint["log_record"].args else "An error."}
    if values := (event.get("exception") or {}).get("values"):
        kept["exception"] = {"values": [_of_an_exception(value) for value in values]}
    return kept


def _of_an_exception(value: dict[str, Any]) -> dict[str, Any]:
    frames = (value.get("stacktrace") or {}).get("frames") or []
    kept = [{name: frame[name] for name in OF_A_FRAME if name in frame} for frame in frames]
    return {"type": value.get("type"), "module": value.get("module"), "stacktrace": {"frames": kept}}
