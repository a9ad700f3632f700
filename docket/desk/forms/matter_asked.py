"""The matter from whose page a case is added: the address of the new case's page names it."""

from __future__ import annotations

from django.http import HttpRequest

from docket.desk.clearance import cleared
from docket.models import Matter


def matter_asked(request: HttpRequest) -> Matter | None:
    """The matter that the address of the add form names, if the user may see it."""
    pk = request.GET.get("matter", "")
    return cleared(Matter.objects.filter(pk=pk), request.user).first() if pk.isdecimal() else None
