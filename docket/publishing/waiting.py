"""When two people change the same rows at once: done again, or refused in words, and never by halves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection
from psycopg.errors import DeadlockDetected, LockNotAvailable, SerializationFailure

T = TypeVar("T")
TIMES = 3
WORDS = "Somebody else was changing the same rows. Nothing was changed here: try again."


def is_busy(error: BaseException) -> bool:
    """Whether PostgreSQL gave this transaction up, or made it wait too long, because of another."""
    return isinstance(error.__cause__, DeadlockDetected | LockNotAvailable | SerializationFailure)


def again_when_busy(do: Callable[[], T]) -> T:
    """Do it, and after a deadlock again, up to three times; within another transaction, whose work is lost, once.

    `do` is one transaction and may run more than once. A lock that is not to be had is waited for once: that took as
    long as anybody should wait.
    """
    tries_left = 1 if connection.in_atomic_block else TIMES
    while True:
        tries_left -= 1
        try:
            return do()
        except OperationalError as error:
            deadlock = is_busy(error) and not isinstance(error.__cause__, LockNotAvailable)
            if not (deadlock and tries_left):
                raise
