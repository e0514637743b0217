"""Django's settings, one file for every place: what differs comes from the environment."""

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from longdan.config import env
from longdan.core.documents.limits import MOST_BYTES_TOGETHER
from longdan.core.problems import ProblemsFound

try:
    ENV = env.read(os.environ)
except ProblemsFound as found:
    sys.exit(str(found))

DATA = ENV.data
DEBUG = ENV.debug
DEMO = ENV.demo
SECRET_KEY = ENV.secret
ALLOWED_HOSTS = list(ENV.hosts)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_q",
    "axes",
    "longdan.app.apps.Longdan",
    "longdan.web.shared",
    "longdan.web.workspace",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "longdan.web.shared.bodies.limited",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "longdan.web.shared.languages.chosen",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "longdan.web.shared.pressing.told",
    "longdan.web.shared.readable.Readable",
    "longdan.web.workspace.first_of_day.FirstOfDay",
    "longdan.web.shared.presence.noted",
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
ROOT_URLCONF = "longdan.config.urls"
WSGI_APPLICATION = "longdan.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]


# Pages ask many short questions: compiling one, or trying each order of eight joins, takes PostgreSQL longer than the answer.
SHORT_QUESTIONS = "-c jit=off -c join_collapse_limit=4"


def _database(chosen: env.Database) -> dict[str, Any]:
    if chosen.engine == "sqlite3":
        Path(chosen.name).parent.mkdir(parents=True, exist_ok=True)
        pragmas = "journal_mode=WAL", "synchronous=NORMAL", "mmap_size=134217728", "cache_size=-20000", "temp_store=MEMORY"
        options = {
            "transaction_mode": "IMMEDIATE",  # Django's default lets two writers fail instead of wait
            "timeout": 20,
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
        }
        # Tests of two people at once need a file: connections to a database in memory share its locks.
        test = {"NAME": str(Path(tempfile.gettempdir()) / f"longdan-test-{os.getpid()}.db")}
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": chosen.name, "OPTIONS": options, "TEST": test}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": chosen.name,
        "USER": chosen.user,
        "PASSWORD": chosen.password,
        "HOST": chosen.host,
        "PORT": chosen.port,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": SHORT_QUESTIONS} | dict(chosen.options),
    }


DATABASES = {"default": _database(ENV.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "longdan.Account"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "longdan.web.shared.password_rules.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "longdan.web.shared.password_rules.NotCommon"},
    {"NAME": "longdan.web.shared.password_rules.NotOneself"},
]
PASSWORD_RESET_TIMEOUT = 2 * 3600
# Too many wrong passwords: from one address, from everywhere. A lock ends by itself; further attempts do not prolong it.
AXES_HANDLER = "longdan.app.people.access.Attempts"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "username"]
AXES_FAILURE_LIMIT, FAILURES_FROM_EVERYWHERE = 5, 20
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True  # our own trail tells of sign-ins
AXES_CLIENT_IP_CALLABLE = "longdan.web.shared.presence.address_of"
AXES_LOCKOUT_CALLABLE = "longdan.web.workspace.views.doors.locked_out"
AXES_VERBOSE = False
# One sign-in holds a working day; a forgotten browser does not hold it for two weeks.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # nothing is remembered
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ENV.https
BEHIND_PROXY = ENV.https  # then the proxy tells who asks
CSRF_FAILURE_VIEW = "longdan.web.shared.signed_in.out_of_time"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENV.https else None
SECURE_HSTS_SECONDS = 31_536_000 if ENV.https else 0
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ENV.hosts] if ENV.https else []
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

EMAIL_BACKEND = {
    "console": "django.core.mail.backends.console.EmailBackend",
    "file": "django.core.mail.backends.filebased.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "smtps": "django.core.mail.backends.smtp.EmailBackend",
}[ENV.mail.way]
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = ENV.mail.host, ENV.mail.port, ENV.mail.user, ENV.mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = ENV.mail.way == "smtp", ENV.mail.way == "smtps", 20
EMAIL_FILE_PATH = ENV.mail.folder
DEFAULT_FROM_EMAIL = ENV.mail_from
LETTERS_LEAVE = ENV.mail.way != "console"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "ngon-ngu"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_SAMESITE = ENV.https, "Lax"
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["longdan.config.formats"]

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True  # served from the package: no step between a change and its effect
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# What is a little too large is told on the page; what is far too large is not taken at all. More than 2 MB wait on the disk.
MOST_BODY = 2 * MOST_BYTES_TOGETHER
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

Q_CLUSTER = {
    "name": "longdan",
    "orm": "default",
    "workers": 2,  # a document passes by while a scan is recognised
    "timeout": 1800,  # a scan of 500 pages, recognised page by page
    "retry": 1860,
    "poll": 0.5,
    "max_attempts": 3,
    "ack_failures": True,
    "catch_up": False,
    "save_limit": 200,
    "label": "Việc nền",
}
RESET_JOB = "longdan.config.people_jobs.send_reset"
INVITATION_JOB = "longdan.config.people_jobs.send_invitation"
HAND_OVER_JOB = "longdan.config.people_jobs.move_desk"
READING_JOB = "longdan.config.jobs.read"  # reads the clock and the programs of this machine for the action
REFORMS_JOB = "longdan.config.jobs.carry_out_reforms"
RESUMING_JOB = "longdan.config.jobs.resume"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"class": "longdan.web.shared.quiet.Quiet", "format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"longdan": {"level": "INFO"}},
}
