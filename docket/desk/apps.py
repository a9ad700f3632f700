"""Django's admin, with the desk's site as its default."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    default_site = "docket.desk.site.DeskSite"
