"""A mark of what this release renders, for validators and caches: it changes with code, templates and site words."""

from __future__ import annotations

import hashlib
from functools import cache

from django.conf import settings

SHAPING = ("docket/**/*.py", "parties/**/*.py", "templates/**/*", "static/**/*")
WORDS = ("SITE_NAME", "SITE_PUBLISHER", "PUBLIC_BASE_URL", "DOCKET_CONTACT")


@cache
def release() -> str:
    """Twelve hexadecimal digits, the same in every process of a release."""
    digest = hashlib.sha256(repr([getattr(settings, word) for word in WORDS]).encode())
    for pattern in SHAPING:
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
