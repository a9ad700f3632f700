"""An act on a row, tried out once for its page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from docket.desk.publication import told
from docket.desk.publication.acts import GOES_OUT, Seen, look_closely, try_out, undone
from docket.publishing.preview import as_published


class Trial:
    """What is read when the act is done, and what goes out or reads otherwise by it. Nothing of it stays."""

    def __init__(self, row: Any, act: str) -> None:
        self.row, self.act = row, act

    @contextmanager
    def _as_published(self) -> Iterator[None]:
        """Within it the published tables are as after the act."""
        with as_published(self._do):
            yield

    def _do(self) -> None:
        self.seen = self._look()

    def _look(self) -> Seen:
        return look_closely(lambda: try_out(self.act, self.row), goes_out=self.act in GOES_OUT)

    @cached_property
    def seen(self) -> Seen:
        """Tried once more only if nobody has looked yet. Raises as `verbs.act` does."""
        return undone(self._look)

    @cached_property
    def told(self) -> tuple[told.Told, told.Told]:
        """What the public is told of claims, motions and pleadings: now, and once it is done. Raises as `verbs.act`."""
        claims, case = told.claims_of(self.row), told.case_of(self.row)
        with as_published():
            now = told.read(claims, case)
        with self._as_published():
            return now, told.read(claims, case)
