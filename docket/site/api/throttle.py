"""How often one visitor may ask the API."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from rest_framework.throttling import BaseThrottle

from docket.site.serving.counts import Counts, visitor_of

COUNTS = Counts()


class ByNetwork(BaseThrottle):  # type: ignore[misc]
    """API_PER_MINUTE requests a minute in each process."""

    seconds = 0.0

    def allow_request(self, request: Any, view: Any) -> bool:
        """Whether this one is answered."""
        self.seconds = COUNTS.wait(visitor_of(request), settings.API_PER_MINUTE)
        return not self.seconds

    def wait(self) -> float:
        """Seconds until the next one is."""
        return self.seconds
