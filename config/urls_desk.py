"""Addresses of the desk: the admin, and to staff the public pages over the staff tables, as a preview."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", admin.site.urls),
    path("", include("config.urls_public")),
]
