"""Settings of both sites: DOCKET_SITE=public reads the published schema only, DOCKET_SITE=desk is the staff's."""

import os
from pathlib import Path

from config.postgres import databases

BASE_DIR = Path(__file__).resolve().parent.parent
SITE = os.environ.get("DOCKET_SITE", "desk")

SECRET_KEY = os.environ.get("SECRET_KEY", "only-for-development")
DEBUG = True
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "django_filters",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "docket",
    "parties",
]
ROOT_URLCONF = "config.urls_desk"
DATABASES = databases(SITE)
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en-us"
STATIC_URL = "static/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
