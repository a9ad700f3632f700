"""How templates show what a search found: `{% load found %}`."""

from django import template

from docket.site.search.excerpts import marked

register = template.Library()

register.filter("marked", marked)
