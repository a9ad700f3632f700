"""Addresses of the public site."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("docket.urls")),
]

handler500 = "config.middleware.failed"
