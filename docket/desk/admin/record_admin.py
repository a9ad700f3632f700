"""The admin of a model of the record: what each of them adds is declared in docket/desk/admin and parties/admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import QuerySet
from django.forms import Form, HiddenInput, ModelChoiceField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from docket.desk.accounts.readings import note_reading
from docket.desk.addresses import anchor, desk_list, desk_page
from docket.desk.changes import history, once, opened_forms, proposed, quiet, reverting, worked_on
from docket.desk.forms.autocomplete import GrowingSelect
from docket.desk.forms.options import DeskOptions
from docket.desk.lists import deletion
from docket.desk.lists.changelist import CappedPaginator, DeskChangeList
from docket.desk.lists.related_lists import Below, lists_below
from docket.desk.merging.page import merges_of
from docket.desk.permissions import is_public_row, may_change, may_publish
from docket.desk.publication import bulk, page, personal_data
from docket.models import SealedReading
from docket.publishing.rules import Published, publication_of

if TYPE_CHECKING:
    _Admin = admin.ModelAdmin[Any]
else:
    _Admin = admin.ModelAdmin


class RecordAdmin(DeskOptions, _Admin):
    """What every model of the record has at the desk.

    starts_from: the key from which a row is entered and which it keeps: a filing starts from its case. below: the
    lists that belong to a row, shown with their counts instead of inline. presets: what else the address of an add form
    may give, beside the model's own keys.
    """

    paginator = CappedPaginator
    list_per_page = 100
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    view_on_site = False
    change_form_template = "admin/record_form.html"
    change_list_template = "admin/record_list.html"
    delete_confirmation_template = "admin/record_delete.html"
    starts_from: str = ""
    presets: tuple[str, ...] = ()
    below: tuple[Below, ...] = ()

    # Lists

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Counted to a cap, with the publication of each row."""
        return DeskChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Adding from a filtered list starts from the row that it is filtered by."""
        keys = {f.name for f in self.model._meta.get_fields() if isinstance(f, models.ForeignKey)}
        given = {name: request.GET.get(name, "") for name in (*keys, *self.presets)}
        query = urlencode({name: value for name, value in given.items() if value.isdecimal()})
        adding = {"add_page": desk_list(self.model, "add"), "add_query": query}
        return super().changelist_view(request, {**(extra_context or {}), **adding})

    def get_list_display(self, request: HttpRequest) -> Any:
        """Every row says whether it is public; the case by which a list is filtered stands above it."""
        shown = [name for name in super().get_list_display(request) if name not in request.GET]
        if isinstance(publication_of(self.model), Published):
            shown.insert(3, "publication_state")  # where a narrow window still shows it
        return shown

    @admin.display(description="Public?")
    def publication_state(self, row: Any) -> SafeString:
        """“public”, or why not, with the link to where the first obstacle is taken away."""
        return page.state(row.withheld_by)

    def get_actions(self, request: HttpRequest) -> Any:
        """Publish, hide and seal where the model has a visibility of its own; nothing is deleted in bulk."""
        return {**super().get_actions(request), **bulk.actions(self.model, request.user)}

    def found_everywhere(self, request: HttpRequest, text: str) -> QuerySet[Any]:
        """What the desk's one box finds of this sort; by default what the sort's own list finds."""
        return self.get_search_results(request, self.get_queryset(request), text)[0]

    def choice_label(self, row: Any) -> str:
        """How a row is offered in a box."""
        return str(row)

    # One row

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """A row about to be saved is locked first, so that the versions compared are the ones that count."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and request.method == "POST":
            rows = super().get_queryset(request).select_for_update(no_key=True, of=("self",))
            row = rows.filter(pk=row.pk).first()
        if row is not None:
            note_reading(request.user, [row], SealedReading.Page.FORM)
        return row

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form knows who is asking."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.request = request
        if request.method != "POST":
            form.proposal = proposed.asked_for(request, obj)
        if obj is None and (start := self._start(request)):
            form.start = (self.starts_from, start)
            field = form.base_fields[self.starts_from]
            field.widget, field.initial, field.disabled = HiddenInput(), start.pk, True
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A row stays where it started."""
        fixed = [self.starts_from] if obj and self.starts_from else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def _start(self, request: HttpRequest) -> Any:
        """The row that the address of an add form names, if the user may see it."""
        value = request.GET.get(self.starts_from, "") if self.starts_from else ""
        if not value.isdecimal():
            return None
        to: Any = self.model._meta.get_field(self.starts_from).related_model
        return self.admin_site.get_model_admin(to).get_queryset(request).filter(pk=value).first()

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Ask first for the row from which the new one starts, when the address does not say."""
        if self.starts_from and self.has_add_permission(request) and not self._start(request):
            return self._ask_start(request)
        try:
            response = None if once.made_by(request) else super().add_view(request, form_url, extra_context)
        except once.SavedBefore:
            response = None
        # refused because the same form, sent at the same moment, was saved first
        is_second = response is None or (request.method == "POST" and not isinstance(response, HttpResponseRedirect))
        if is_second and (saved := once.made_by(request)):
            return self._to_first(request, saved)
        return response  # type: ignore[return-value]

    def _to_first(self, request: HttpRequest, saved: Any) -> HttpResponse:
        """What a form that is sent a second time leads to: the row that it made."""
        row = self.get_queryset(request).filter(pk=saved.object_id).first()
        if row is None or saved.label != self.opts.label_lower:
            return HttpResponseRedirect(desk_list(self.model))
        if IS_POPUP_VAR in request.POST:
            return self.response_add(request, row)
        self.message_user(request, f"It was saved already, once: “{row}”.", messages.INFO)
        return HttpResponseRedirect(desk_page(row, "change"))

    def _ask_start(self, request: HttpRequest) -> HttpResponse:
        key: Any = self.model._meta.get_field(self.starts_from)
        box = GrowingSelect(key, self.admin_site, attrs={"data-case": request.GET.get("case", "")})
        field = ModelChoiceField(key.related_model._default_manager.none(), widget=box)
        form = type("Start", (Form,), {self.starts_from: field})()
        context = {
            **self.admin_site.each_context(request),
            "title": f"Add {self.opts.verbose_name}",
            "subtitle": f"To which {key.related_model._meta.verbose_name}?",
            "opts": self.opts,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/ask_start.html", context)

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        """Inline forms know the row in whose page they stand."""
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        return {**kwargs, "form_kwargs": {"parent": obj}}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is public is changed by those who may publish; in its own form the others propose."""
        may = may_change(request.user, obj) or getattr(request, "proposes", False)
        return super().has_change_permission(request, obj) and may

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Who may not publish fills the form of a public row all the same: as a proposal."""
        request.proposes = not may_publish(request.user)  # type: ignore[attr-defined]
        return super().change_view(request, object_id, form_url, extra_context)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is public is never deleted."""
        return super().has_delete_permission(request, obj) and not is_public_row(obj)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Only keys may be preset by an address."""
        keys = {f.name for f in self.model._meta.get_fields() if isinstance(f, models.ForeignKey)}
        found = super().get_changeform_initial_data(request)
        return {name: value for name, value in found.items() if name in keys}

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """With the row's publication, what others changed meanwhile, and the lists below it."""
        row = kwargs.get("obj")
        forms = [context["adminform"].form, *(f for i in context["inline_admin_formsets"] for f in i.formset.forms)]
        start = getattr(row, self.starts_from) if row and self.starts_from else self._start(request)
        context |= {
            "stale_forms": [form for form in forms if getattr(form, "stale", None) and form.stale.touched],
            "warned": personal_data.in_forms(forms, request.POST),
            "publication": page.summary(row) if row else None,
            "below": lists_below(request, row, self.below) if row else [],
            "once": "" if row else once.token(request),
            "also_open": opened_forms.opened(request, row) if row and self.has_change_permission(request, row) else [],
            "start": start,
            "start_page": desk_page(start) if start else "",
            "start_list": f"{desk_list(self.model)}?{self.starts_from}={start.pk}" if start else "",
            "is_public": is_public_row(row),
            "proposes": bool(row) and not may_publish(request.user) and is_public_row(row),
            "merges": merges_of(row, request.user) if row else {},
            "may_be_quiet": quiet.offered(row, request.user),
            "proposal": self._proposal(request, row, context["adminform"].form),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def _proposal(self, request: HttpRequest, row: Any, form: Any) -> Any:
        proposal = form.proposal or proposed.asked_for(request, row)
        return proposal and (proposal, proposed.differences(form, proposal))

    # Addresses

    def get_urls(self) -> list[URLPattern]:
        """Publication, its preview, beside Django's own."""
        if not isinstance(publication_of(self.model), Published):
            return super().get_urls()
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/publication/", view(self.publication_view), name=f"{name}_publication"),
            path("<int:pk>/publication/preview/", view(self.preview_view), name=f"{name}_preview"),
            *super().get_urls(),
        ]

    def publication_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish, hide, seal … one row, with a reason, after seeing what that does."""
        return page.page(request, self, self._seen(request, pk))

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page as it would be after the act."""
        return page.preview(request, self._seen(request, pk))

    def _seen(self, request: HttpRequest, pk: int) -> Any:
        row = self.get_queryset(request).filter(pk=pk).first()
        if row is None or not self.has_view_permission(request, row):
            raise PermissionDenied
        note_reading(request.user, [row], SealedReading.Page.FORM)
        return row

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Who changed what and when, from the history that the database itself keeps."""
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_view_permission(request, row):
            raise PermissionDenied
        may_revert = self.has_change_permission(request, row)
        if request.method == "POST":
            return reverting.sent(request, row, may_revert)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {self.opts.verbose_name}",
            "subtitle": str(row),
            "opts": self.opts,
            "object": row,
            "history": history.of(row, request.user),
            "may_revert": may_revert,
        }
        return TemplateResponse(request, "admin/record_history.html", context)

    # Saving

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """A proposal leaves the row, and what hangs on it, as it is in the record."""
        if not form.is_proposed:
            return super().save_form(request, form, change)
        form.proposed = list(form.changed_data)
        form.changed_data, form.save_m2m = [], lambda: None
        form.instance.refresh_from_db()
        return form.instance

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save it, or keep what was proposed; a proposal that stood in the form is taken with it."""
        if form.is_proposed:
            request.proposed_change = proposed.keep(request, obj, form, form.proposed)  # type: ignore[attr-defined]
            opened_forms.closed(request, obj)
            return
        super().save_model(request, obj, form, change)
        quiet.keep(request)
        if change:
            opened_forms.closed(request, obj)
        else:
            once.keep(request, obj)
        worked_on.note(request, obj)
        proposed.take(request, obj)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """The next one starts from the same row; otherwise back to the case's own page."""
        response = super().response_add(request, obj, post_url_continue)
        return self._stay(request, obj, response)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """The next one starts from the same row; otherwise back to the case's own page."""
        if getattr(request, "proposed_change", None):
            return proposed.told(request, obj)
        return self._stay(request, obj, super().response_change(request, obj))

    def _stay(self, request: HttpRequest, obj: Any, response: HttpResponse) -> HttpResponse:
        if not isinstance(response, HttpResponseRedirect):
            return response
        if "_continue" not in request.POST and "_addanother" not in request.POST and (where := self._workspace(obj)):
            return HttpResponseRedirect(where)
        if not self.starts_from:
            return response
        query = urlencode({self.starts_from: getattr(obj, f"{self.starts_from}_id")})
        if "_addanother" in request.POST:
            return HttpResponseRedirect(f"{desk_list(self.model, 'add')}?{query}")
        if "_continue" not in request.POST and not self.get_preserved_filters(request):
            return HttpResponseRedirect(f"{desk_list(self.model)}?{query}")
        return response

    def _workspace(self, obj: Any) -> str:
        """The place of a row of a case on the case's own page; empty for other rows."""
        if self.starts_from != "case":
            return ""
        return f"{desk_page(obj.case)}#{anchor(obj)}"

    # Deleting

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What keeps a row from being deleted, counted by model, never named."""
        return deletion.obstacles(objs, request.user)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The database has the last word; its refusal is a message, not an error."""
        try:
            return deletion.attempt(lambda: super(RecordAdmin, self).delete_view(request, object_id, extra_context))
        except deletion.Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            row = self.get_queryset(request).filter(pk=unquote(object_id)).first()
            return HttpResponseRedirect(desk_page(row) if row else desk_list(self.model))

    # The history is kept by the database for every write; a second one would store titles that may be sealed later.

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Keeps nothing: the database's own history has every write."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Keep nothing, as `log_addition` does: the database's own history has every write."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Keep nothing, as `log_addition` does: the database's own history has every write."""
