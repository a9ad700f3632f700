"""The desk's admin site: its front page, its sections, its boxes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path

from docket.desk import home
from docket.desk.accounts.kept_form import kept_form_view
from docket.desk.accounts.roles import roles_view
from docket.desk.accounts.views import account_view
from docket.desk.addresses import desk_list, desk_page
from docket.desk.arrivals.view import file_view, files_view
from docket.desk.changes.assigned import assign_view
from docket.desk.changes.checked import checked_view
from docket.desk.changes.proposed import proposed_changes_view
from docket.desk.changes.worked_on import worked_on
from docket.desk.claims.case_closing import close_view
from docket.desk.claims.views import answered_view, decided_view, pleaded_view
from docket.desk.deadlines.proposals import proposal_view, proposals_view, recount_view, request_view
from docket.desk.finding.view import find_view
from docket.desk.forms.autocomplete import ChoicesView
from docket.desk.imports.matter_of_cases import make_matter_view
from docket.desk.imports.queued import queued_import_view
from docket.desk.imports.same_person import same_person_view
from docket.desk.imports.upload import upload_view
from docket.desk.merging.page import merge_view, undo_view
from docket.desk.moving.page import move_view
from docket.desk.moving.page import undo_view as undo_move_view
from docket.desk.setting_up.view import known_view, set_up_view
from docket.desk.sheets.view import refused_view, sheet_view, sheets_view, template_view
from docket.desk.workspace.paste import paste_view
from docket.desk.workspace.view import workspace_view
from docket.publishing.caches import unheard

# The order of the record, not of the alphabet. What is left out is entered in another row's page.
SECTIONS: dict[str, tuple[str, ...]] = {
    "The record": ("Matter", "Case", "Filing", "Document", "Claim", "ClaimAgainst", "ClaimEvent"),
    "Read from docket texts": ("FilingLink", "DerivedDate"),
    "People": ("Party", "CaseParty", "MatterParty", "Attorney", "Firm", "Appearance"),
    "What happens next": ("Hearing", "Deadline"),
    "For the reader": ("Summary", "Update", "SitePage", "Source"),
    "Forums": ("Forum",),
    "Desk": (
        "ReaderRequest",
        "StaffNote",
        "FollowedSource",
        "ImportedFile",
        "ConfirmedReading",
        "SealEvent",
        "SealedText",
        "SealedReading",
        "User",
        "Group",
        "AccessFailureLog",
    ),
}


class DeskSite(admin.AdminSite):
    """Django's admin with the desk's own front page and without a second log of titles."""

    site_header = f"{settings.SITE_NAME} desk"
    site_title = f"{settings.SITE_NAME} desk"
    index_title = "Desk"
    index_template = "admin/home.html"
    site_url = "/"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        # nothing of the record is deleted in bulk
        self.disable_action("delete_selected")

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The models by section; a page of one app lists that app only."""
        found = super().get_app_list(request, app_label)
        if app_label:
            return found
        models = {model["object_name"]: model for app in found for model in app["models"]}
        for model in models.values():
            model["add_url"] = model["add_url"] and desk_list(model["model"], "add")
        sections = []
        for number, (name, members) in enumerate(SECTIONS.items()):
            if shown := [models[member] for member in members if member in models]:
                label = f"section-{number}"
                sections.append(
                    {"name": name, "app_label": label, "app_url": "", "models": shown, "has_module_perms": True}
                )
        return sections

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """With the matters and cases that the user works on, for the sidebar, and the seals that a cache has missed."""
        staff = self.has_permission(request)
        rows = worked_on(request.user) if staff else []
        found = {"worked_on": [(row, desk_page(row)) for row in rows], "unheard": unheard.words() if staff else ""}
        return {**super().each_context(request), **found}

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """What waits, what was edited last, and the way to everything."""
        return super().index(request, {**(extra_context or {}), **home.context(request)})

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The desk's own pages beside the models'."""
        return [
            path("account/", self.admin_view(account_view), name="account"),
            path("account/kept/", self.admin_view(kept_form_view), name="kept_form"),
            path("roles/", self.admin_view(roles_view), name="roles"),
            path("find/", self.admin_view(find_view), name="find"),
            path("docket/case/<int:pk>/workspace/", self.admin_view(workspace_view), name="docket_case_workspace"),
            path("docket/case/<int:pk>/paste/", self.admin_view(paste_view), name="docket_case_paste"),
            path("docket/case/<int:pk>/files/", self.admin_view(files_view), name="docket_case_files"),
            path("docket/case/<int:pk>/files/<int:file>/", self.admin_view(file_view), name="docket_case_file"),
            path("docket/case/<int:pk>/checked/", self.admin_view(checked_view), name="case_checked"),
            path("docket/case/<int:pk>/assign/", self.admin_view(assign_view), name="case_assign"),
            path("docket/case/set-up/", self.admin_view(set_up_view), name="docket_case_set_up"),
            path("known-names/", self.admin_view(known_view), name="known_names"),
            path("import/", self.admin_view(upload_view), name="import"),
            path("import/matter/", self.admin_view(make_matter_view), name="matter_of_cases"),
            path("import/<str:upload>/", self.admin_view(queued_import_view), name="queued_import"),
            path("sheets/", self.admin_view(sheets_view), name="sheets"),
            path("sheets/empty/<str:kind>.csv", self.admin_view(template_view), name="sheet_template"),
            path("sheets/<str:upload>/", self.admin_view(sheet_view), name="sheet"),
            path("sheets/<str:upload>/refused.csv", self.admin_view(refused_view), name="sheet_refused"),
            path("proposals/", self.admin_view(proposals_view), name="proposals"),
            path("proposals/<int:pk>/", self.admin_view(proposal_view), name="proposal"),
            path("proposals/of-filing/<int:pk>/", self.admin_view(request_view), name="propose"),
            path("deadlines/<int:pk>/count/", self.admin_view(recount_view), name="recount"),
            path("proposed-changes/", self.admin_view(proposed_changes_view), name="proposed_changes"),
            path("claims/<int:pk>/pleaded/", self.admin_view(pleaded_view), name="claims_pleaded"),
            path("claims/<int:pk>/answered/", self.admin_view(answered_view), name="claims_answered"),
            path("claims/<int:pk>/decided/", self.admin_view(decided_view), name="claims_decided"),
            path("claims/close/<int:pk>/", self.admin_view(close_view), name="close_case"),
            path("same-person/", self.admin_view(same_person_view), name="same_person"),
            path("merge/<str:kind>/<int:pk>/", self.admin_view(merge_view), name="merge"),
            path("merges/<int:pk>/undo/", self.admin_view(undo_view), name="merge_undo"),
            path("move-filings/", self.admin_view(move_view), name="move_filings"),
            path("move-filings/<int:pk>/undo/", self.admin_view(undo_move_view), name="move_undo"),
            *super().get_urls(),
        ]

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Boxes keep to their case."""
        return ChoicesView.as_view(admin_site=self)(request)  # type: ignore[return-value]
