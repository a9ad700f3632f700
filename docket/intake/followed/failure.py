"""Why a source gave nothing that can be imported."""

from __future__ import annotations


class Failure(Exception):
    """The source did not answer as it should. `wait`: seconds for which it asked to be left alone."""

    def __init__(self, words: str, wait: float = 0.0) -> None:
        self.wait = wait
        super().__init__(words)
