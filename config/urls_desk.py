"""Addresses of the desk: the admin, and to staff the public pages over the staff tables, as a preview."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from config import urls_public
from config.health.desk_page import installation
from docket.desk.accounts.addresses import addresses as account_addresses
from docket.desk.staff_preview import staff_preview

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/installation/", admin.site.admin_view(installation), name="installation"),
    path("admin/", include(account_addresses)),
    path("admin/", admin.site.urls),
    *staff_preview(urls_public.urlpatterns),
]

handler500 = "config.middleware.failed"
