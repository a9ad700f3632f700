"""Settings of both sites.

DOCKET_SITE=public reads the published schema, without sign-in of any kind; DOCKET_SITE=desk (the default) is
the staff's, with a preview of the public pages. DOCKET_ENV is "development" (manage.py runserver:
tracebacks), "local" (make run: no tracebacks, plain http) or "production" (https only, nothing generated).
docs/operating.md lists every variable.
"""

import tomllib
from datetime import timedelta

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config import env, logs
from config.buckets import storages_of
from config.data_folder import CHECKOUT as BASE_DIR
from config.data_folder import data_folder, make_secret
from config.database.postgres import databases

SITE = env.choice("DOCKET_SITE", ["desk", "public"], "desk")
DESK = SITE == "desk"
ENV = env.choice(
    "DOCKET_ENV",
    ["development", "local", "production"],
    "development" if env.flag("DEBUG", True) else "production",
)
PRODUCTION = ENV == "production"
DEBUG = env.flag("DEBUG", ENV == "development")
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured(
        "DEBUG=1 with DOCKET_ENV=production would show tracebacks to everyone: unset one of them."
    )

if PRODUCTION:
    SECRET_KEY = env.required("SECRET_KEY", "in production it comes from the environment, one key for each site.")
    ALLOWED_HOSTS = env.names("ALLOWED_HOSTS") or [env.required("ALLOWED_HOSTS", "the names this site answers to.")]
else:
    SECRET_KEY = env.text("SECRET_KEY") or make_secret(f"secret_key_{SITE}")
    ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])

# earlier keys, whose cookies and second factors still hold
SECRET_KEY_FALLBACKS = env.names("SECRET_KEY_FALLBACKS")

# --- the site's own words
SITE_NAME = env.text("SITE_NAME", "Docketbook")
SITE_PUBLISHER = env.text("SITE_PUBLISHER", "")
PUBLIC_BASE_URL = env.text("PUBLIC_BASE_URL", "http://localhost:8000").rstrip("/")
DOCKET_CONTACT = env.text("DOCKET_CONTACT")
SECURITY_CONTACT = env.text("SECURITY_CONTACT", DOCKET_CONTACT)
# downloads at a time in one process; a slow one holds one of its threads (WEB_THREADS)
EXPORT_SLOTS = env.number("EXPORT_SLOTS", 2)
# questions to the API that one address may ask a minute, counted in each process
API_PER_MINUTE = env.number("API_PER_MINUTE", 300)

# tokens of sources that are followed, and the folders of notices that mail programs fill
SECRETS_FOLDER, INBOX_FOLDER = data_folder() / "secrets", data_folder() / "inboxes"

# seconds behind its publisher after which a replica is not ready
REPLICA_LAG = env.number("REPLICA_LAG", 60)

# seconds for which caches before the public site may keep its answers, and the caches that are told of every act
SHARED_CACHE_SECONDS = env.number("SHARED_CACHE_SECONDS", 0)
SHARED_CACHES = env.names("SHARED_CACHES")
UNHEARD_FOLDER = data_folder() / "unheard"

# --- apps and the way of a request
INSTALLED_APPS = [
    "config",
    "docket",
    "parties",
    "pgtrigger",
    "pghistory",
    "django_filters",
    "django.contrib.postgres",
    # the public site installs these two as models only: history refers to them
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
]
if DESK:
    INSTALLED_APPS += ["docket.desk.apps.DeskAdminConfig", "django.contrib.sessions", "django.contrib.messages", "axes"]
    # second factors; of allauth.account the sign-in and the proof asked again, nothing else has an address
    INSTALLED_APPS += ["allauth", "allauth.account", "allauth.mfa"]
    # the queue of the background worker
    INSTALLED_APPS += ["procrastinate.contrib.django"]

MIDDLEWARE = [
    "config.logs.request_log",
    "config.health.probes.probes",
    "config.metrics.requests.measured",
    "django.middleware.security.SecurityMiddleware",
    # in development runserver finds the files itself
    *([] if ENV == "development" else ["whitenoise.middleware.WhiteNoiseMiddleware"]),
    "csp.middleware.CSPMiddleware",
    "config.middleware.database_trouble",
    *(["docket.desk.imports.limits.TooMuch"] if DESK else []),
    "django.middleware.csrf.CsrfViewMiddleware",
]
if DESK:
    MIDDLEWARE += [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "docket.desk.accounts.sessions.SessionLimits",
        "docket.desk.accounts.kept_form.KeepForms",
        "config.middleware.StaffOnly",
        "docket.desk.accounts.second_factor.SecondFactor",
        "allauth.account.middleware.AccountMiddleware",
        "pghistory.middleware.HistoryMiddleware",
        "docket.desk.middleware.Refusals",
        "axes.middleware.AxesMiddleware",
    ]
else:
    MIDDLEWARE += [
        "docket.site.serving.headers.CompressedPages",
        "django.middleware.common.CommonMiddleware",
        # a page that has no validator of its own is compared as a whole
        "django.middleware.http.ConditionalGetMiddleware",
        "config.middleware.one_snapshot",
    ]
MIDDLEWARE += ["django.middleware.clickjacking.XFrameOptionsMiddleware", "docket.site.serving.headers.page_headers"]
ROOT_URLCONF = f"config.urls_{SITE}"
LOGIN_URL, LOGIN_REDIRECT_URL, LOGOUT_REDIRECT_URL = "admin:login", "admin:index", "admin:login"
WSGI_APPLICATION = "config.wsgi.application"

CONTEXT_PROCESSORS = ["django.template.context_processors.request"]
if DESK:
    CONTEXT_PROCESSORS += [
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
        "docket.desk.accounts.frame.frame",
    ]
TEMPLATE_LOADERS = (
    "django.template.loaders.cached.Loader",
    ["config.template_lines.Loader", "django.template.loaders.app_directories.Loader"],
)
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"context_processors": CONTEXT_PROCESSORS, "loaders": [TEMPLATE_LOADERS]},
    }
]

# --- database, files
DATABASES = databases(SITE)
# on the public site config.middleware.one_snapshot does it: that reaches around the page's rendering too
DATABASES["default"]["ATOMIC_REQUESTS"] = DESK
# migrate installs the triggers of history together with the wall, after every change of shape
PGTRIGGER_MIGRATIONS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# No MEDIA_URL: a view hands out published copies, and the originals are known to the desk only.
STORAGES = {
    **storages_of(SITE),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if ENV == "development"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
STORAGES["default"] = STORAGES["originals" if DESK else "published"]
# the editions of the whole record, written by the worker
RECORD_FOLDER = data_folder() / "record"
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]

# --- mails to readers: the public site leaves what they ask for in a folder, the worker sends
ALERTS = env.flag("ALERTS", False)
ALERTS_FOLDER = data_folder() / "alerts"
if ALERTS and DESK:
    EMAIL_HOST = env.required("EMAIL_HOST", "with ALERTS=1 mails to readers go out through an SMTP server.")
    EMAIL_PORT = env.number("EMAIL_PORT", 587)
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_USER"), env.text("EMAIL_HOST_PASSWORD")
    EMAIL_SECURITY = env.choice("EMAIL_SECURITY", ["starttls", "tls", "none"], "starttls")
    EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL_SECURITY == "starttls", EMAIL_SECURITY == "tls"
    DEFAULT_FROM_EMAIL = env.required("EMAIL_FROM", "with ALERTS=1 mails to readers need a sender.")
EMAIL_TIMEOUT = 20

# --- the API: it knows no visitor, and reads only what docket/site/api names
REST_FRAMEWORK = {
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS = {
    "TITLE": SITE_NAME,
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "DESCRIPTION": "What is published here, as JSON. Not an official court record: check the court’s docket.",
    "SORT_OPERATIONS": False,
    "ENUM_NAME_OVERRIDES": {},
    "AUTHENTICATION_WHITELIST": [],
}

# --- language and time
LANGUAGE_CODE = "en-us"
TIME_ZONE = env.text("TIME_ZONE", "UTC")
USE_TZ = True
USE_I18N = False

# --- protection
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
# what these pages never ask of a browser, so that nothing that gets into them can
PERMISSIONS_POLICY = ", ".join(
    [
        *(f"{name}=()" for name in ("accelerometer", "autoplay", "camera", "display-capture", "geolocation")),
        *(f"{name}=()" for name in ("gyroscope", "magnetometer", "microphone", "midi", "payment", "usb")),
        f"publickey-credentials-get={'(self)' if DESK else '()'}",
        f"publickey-credentials-create={'(self)' if DESK else '()'}",
    ]
)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 365 * 24 * 3600) if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
# only behind a proxy that sets these headers itself and drops what a visitor sends
BEHIND_PROXY = env.flag("BEHIND_PROXY", False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
# a session ends so long after its sign-in, and earlier when nobody uses it; the cookie outlives it, so that who comes
# back is known as the one whose form is kept
SESSION_HOURS = env.number("SESSION_HOURS", 8)
SESSION_IDLE_MINUTES = env.number("SESSION_IDLE_MINUTES", 30)
SESSION_COOKIE_AGE = (SESSION_HOURS + 16) * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS")
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# an amended pleading of 200 claims against 60 parties, every one ticked; a folder of court pages
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000 if DESK else 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 1000 if DESK else 0
if DESK:
    AUTHENTICATION_BACKENDS = [
        "axes.backends.AxesStandaloneBackend",
        "docket.desk.accounts.throttle.Throttle",
        "django.contrib.auth.backends.ModelBackend",
    ]
    # codes that were used, and how often one was guessed at: for all processes together
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "desk_cache"}}
# by user and address together: someone elsewhere who guesses at a clerk's password does not lock the clerk out. What
# is tried at many names from one address, or at one name from many, is counted in docket/desk/accounts/throttle.py
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ACCESS_FAILURE_LOG_PER_USER_LIMIT = 1_000_000
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "admin/accounts/locked_out.html"
AXES_CLIENT_IP_CALLABLE = "docket.site.serving.client_address.client_address"

# --- the second factor
# a desk that answers to more than this machine's own names asks for it, unless told otherwise
LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}
SECOND_FACTOR = env.choice(
    "SECOND_FACTOR", ["required", "optional"], "required" if set(ALLOWED_HOSTS) - LOOPBACK else "optional"
)
SECOND_FACTOR_REQUIRED = SECOND_FACTOR == "required"
ACCOUNT_ADAPTER = "docket.desk.accounts.adapters.StaffAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {"login": "docket.desk.accounts.sign_in.SignInForm"}
# seconds for which a proof of who one is holds: to seal, to expunge, to give roles, to change one's second factor
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "5/5m/key", "reauthenticate": "10/m/user"}
MFA_ADAPTER = "docket.desk.accounts.adapters.SecondFactors"
MFA_FORMS = {"authenticate": "docket.desk.accounts.sign_in.CodeForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
# http://localhost has no certificate
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION

# --- what went on
LOG_LEVEL = env.choice("LOG_LEVEL", ["DEBUG", "INFO", "WARNING", "ERROR"], "INFO")
LOG_FORMAT = env.choice("LOG_FORMAT", ["plain", "json", "tracebacks"], "tracebacks" if DEBUG else "plain")
ACCESS_LOG = env.flag("ACCESS_LOG", False)
# where errors are told, scrubbed of all that the record may hold; nowhere when it is empty
SENTRY_DSN = env.text("SENTRY_DSN")
RELEASE = f"docketbook@{tomllib.loads((BASE_DIR / 'pyproject.toml').read_text())['project']['version']}"
LOGGING = logs.configuration(LOG_LEVEL, LOG_FORMAT)
