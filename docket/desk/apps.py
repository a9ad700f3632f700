"""Django's admin, with the desk's site as its default."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    default_site = "docket.desk.site.DeskSite"

    def ready(self) -> None:
        """Register the record's models with the site."""
        super().ready()
        from docket.desk import admin  # noqa: F401
