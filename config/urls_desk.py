"""Addresses of the desk: the admin, and to staff the public pages over the staff tables, as a preview."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from config import urls_public
from docket.desk.staff_preview import staff_preview

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    *staff_preview(urls_public.urlpatterns),
]
