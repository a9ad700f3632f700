"""What is started with Django, in every process."""

from django.apps import AppConfig
from django.conf import settings

from config import errors


class InstallationConfig(AppConfig):
    """The settings, the servers and what watches them."""

    name = "config"

    def ready(self) -> None:
        """Errors are told from here on, if anywhere."""
        errors.start(settings.SENTRY_DSN, settings.ENV, settings.RELEASE)
