from typing import Any

import psycopg
from django.conf import settings
from django.db import OperationalError
from django.db.backends.postgresql import base

from config.data_folder import data_folder
from config.database.postgres import STAMP, expected_identity, operators_server
from config.database.provision import TOO_MUCH, may_do_too_much
from docket.publishing.wall.stamp import FILLED


class DatabaseUnreachable(OperationalError):
    """No connection. The message is complete: show it instead of a traceback."""


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection. is_replica: whether its database follows a publisher's."""

    is_replica = False

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            connection = super().get_new_connection(conn_params)
        except psycopg.OperationalError as error:
            place = "postgresql://{USER}@{HOST}:{PORT}/{NAME}".format(**self.settings_dict)
            reason = " ".join(str(error).split()).removeprefix("connection failed: ")
            raise DatabaseUnreachable(f"No connection to {place}: {reason}\n{remedy()}") from error
        _refuse_anothers(connection)
        if settings.SITE == "public":
            _refuse_too_much(connection)
        self.is_replica = _follows(connection)
        return connection


def _follows(connection: psycopg.Connection[Any]) -> bool:
    found = connection.execute("SELECT to_regclass(%s) IS NOT NULL", [f"published.{FILLED}"]).fetchone()
    connection.rollback()
    return found == (True,)


def _refuse_too_much(connection: psycopg.Connection[Any]) -> None:
    role, excess = connection.info.user, may_do_too_much(connection)
    connection.rollback()
    if excess:
        connection.close()
        raise DatabaseUnreachable(f"The public site refuses to work as {role}. {TOO_MUCH}")


def _refuse_anothers(connection: Any) -> None:
    """The port may have passed to another data folder's server; a copy's even knows the same passwords."""
    if not (expected := expected_identity()):
        return
    found = connection.execute("SELECT current_setting(%s, true)", [STAMP]).fetchone()[0]
    connection.rollback()
    port = connection.info.port
    if found != expected:
        connection.close()
        raise DatabaseUnreachable(f"Port {port} is another PostgreSQL's, not that of {data_folder()}. {remedy()}")


def remedy() -> str:
    if operators_server():
        return (
            "The address comes from DATABASE_URL (PUBLISHED_DATABASE_URL for the public role). Is the server "
            "up, are name and password right, was `manage.py provision` run there? See docs/operating.md."
        )
    return "Docketbook's own database is not running: `make run` starts everything, `make db` only that."
