"""Public addresses of parties."""

from django.urls import URLPattern, URLResolver, path

from parties.views import party_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("parties/<slug:public_id>/", party_page, name="party"),
    path("parties/<slug:public_id>/<slug:slug>/", party_page, name="party"),
]
