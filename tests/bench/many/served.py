"""The public site's application with bare views beside it, for gunicorn."""

from __future__ import annotations

from django.conf import settings

settings.ROOT_URLCONF = "tests.bench.addresses"

from config.wsgi import application  # noqa: E402

__all__ = ["application"]
