from typing import Any

import psycopg
from django.db import OperationalError
from django.db.backends.postgresql import base

from config.postgres import operators_server


class DatabaseUnreachable(OperationalError):
    """No connection. The message is complete: show it instead of a traceback."""


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            place = "postgresql://{USER}@{HOST}:{PORT}/{NAME}".format(**self.settings_dict)
            reason = " ".join(str(error).split()).removeprefix("connection failed: ")
            raise DatabaseUnreachable(f"No connection to {place}: {reason}\n{remedy()}") from error


def remedy() -> str:
    if operators_server():
        return (
            "The address comes from DATABASE_URL (PUBLISHED_DATABASE_URL for the public role). Is the server "
            "up, are name and password right, was `manage.py provision` run there? See docs/operating.md."
        )
    return "Docketbook's own database is not running: `make run` starts everything, `make db` only that."
