"""Public addresses of the record. They never change, and integers never stand in them."""

from django.urls import URLPattern, URLResolver, path, re_path

from docket.site.api.addresses import api_addresses
from docket.site.views.atom import (
    case_atom,
    cases_atom,
    claim_atom,
    filings_atom,
    forum_atom,
    matter_atom,
    party_atom,
    site_atom,
)
from docket.site.views.calendar import calendar, case_calendar, forum_calendar, matter_calendar
from docket.site.views.case import case_page
from docket.site.views.charts import filings_over_time, motions_to_rulings
from docket.site.views.claim import claim_page
from docket.site.views.corrections import case_corrections
from docket.site.views.days import deadline_page, hearing_page
from docket.site.views.deadline_method import deadline_method
from docket.site.views.document import document_file
from docket.site.views.document_text import document_text
from docket.site.views.downloads import data_page, file_addresses
from docket.site.views.filing import filing_by_number, filing_page
from docket.site.views.follow import confirm_page, follow_page, leave_page
from docket.site.views.for_programs import robots, security_txt, sitemap, sitemaps
from docket.site.views.forum import forum_page
from docket.site.views.home import home
from docket.site.views.ical import calendar_feed, case_feed, forum_feed, matter_feed
from docket.site.views.listings import case_list, claim_list, filing_list, forum_list, matter_list, party_list
from docket.site.views.matter import matter_page
from docket.site.views.party import party_page
from docket.site.views.record import record_file
from docket.site.views.search import opensearch, search_page
from docket.site.views.site_pages import site_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("search/", search_page, name="search"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("matters/", matter_list, name="matters"),
    path("cases/", case_list, name="cases"),
    path("filings/", filing_list, name="filings"),
    path("parties/", party_list, name="parties"),
    path("claims/", claim_list, name="claims"),
    path("forums/", forum_list, name="forums"),
    path("matters/<slug:public_id>/", matter_page, name="matter"),
    path("matters/<slug:public_id>/<slug:slug>/", matter_page, name="matter"),
    path("cases/<slug:public_id>/", case_page, name="case"),
    path("cases/<slug:public_id>/<slug:slug>/", case_page, name="case"),
    path("cases/<slug:public_id>/entry/<str:number>/", filing_by_number, name="entry"),
    path("cases/<slug:public_id>/record/corrections/", case_corrections, name="case_corrections"),
    path("parties/<slug:public_id>/", party_page, name="party"),
    path("parties/<slug:public_id>/<slug:slug>/", party_page, name="party"),
    path("filings/<slug:public_id>/", filing_page, name="filing"),
    path("claims/<slug:public_id>/", claim_page, name="claim"),
    path("forums/<slug:slug>/", forum_page, name="forum"),
    path("calendar/", calendar, name="calendar"),
    path("calendar/cases/<slug:public_id>/", case_calendar, name="case_calendar"),
    path("calendar/matters/<slug:public_id>/", matter_calendar, name="matter_calendar"),
    path("calendar/forums/<slug:slug>/", forum_calendar, name="forum_calendar"),
    path("calendar.ics", calendar_feed, name="calendar_feed"),
    path("cases/<slug:public_id>/calendar.ics", case_feed, name="case_feed"),
    path("matters/<slug:public_id>/calendar.ics", matter_feed, name="matter_feed"),
    path("forums/<slug:slug>/calendar.ics", forum_feed, name="forum_feed"),
    path("latest.atom", site_atom, name="site_atom"),
    path("filings.atom", filings_atom, name="filings_atom"),
    path("cases.atom", cases_atom, name="cases_atom"),
    path("cases/<slug:public_id>/latest.atom", case_atom, name="case_atom"),
    path("matters/<slug:public_id>/latest.atom", matter_atom, name="matter_atom"),
    path("parties/<slug:public_id>/latest.atom", party_atom, name="party_atom"),
    path("forums/<slug:slug>/latest.atom", forum_atom, name="forum_atom"),
    path("claims/<slug:public_id>/latest.atom", claim_atom, name="claim_atom"),
    path("follow/", follow_page, name="follow"),
    path("follow/confirm/<str:token>/", confirm_page, name="follow_confirm"),
    path("follow/leave/<str:key>/", leave_page, name="follow_leave"),
    path("hearings/<slug:public_id>/", hearing_page, name="hearing"),
    path("deadlines/<slug:public_id>/", deadline_page, name="deadline"),
    path("about/deadlines/", deadline_method, name="deadline_method"),
    path("documents/<slug:public_id>/", document_file, name="document"),
    path("charts/filings/", filings_over_time, name="filings_over_time"),
    path("charts/rulings/", motions_to_rulings, name="motions_to_rulings"),
    path("documents/<slug:public_id>/text/", document_text, name="document_text"),
    path("data/", data_page, name="data"),
    path("data/record/<str:name>", record_file, name="record"),
    *file_addresses(),
    *api_addresses(),
    re_path(r"^(?P<slug>about|corrections|contact)/$", site_page, name="page"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps, name="sitemaps"),
    path("sitemap-<slug:kind>-<slug:letter>.xml", sitemap, name="sitemap"),
]
