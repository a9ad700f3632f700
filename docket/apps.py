"""The docket app: what happened."""

from django.apps import AppConfig


class DocketConfig(AppConfig):
    default_auto_field = "django.db.models.BigAutoField"
    name = "docket"
    verbose_name = "Docket"

    def ready(self) -> None:
        """Register the checks of what is published (`manage.py check`)."""
        from docket.publishing import checks  # noqa: F401
