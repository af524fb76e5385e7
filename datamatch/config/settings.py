"""Django's settings; what an administrator may change comes from the environment."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from datamatch.config.environment import Environment, database

PACKAGE = Path(__file__).parent.parent
ENVIRONMENT = Environment.read()

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
BASE_URL = ENVIRONMENT.base_url

ROOMS = [
    "front", "story", "control", "post", "cases", "datadag", "projects", "jury", "teams", "screening",
    "safeguards", "canvas", "ideas", "editions", "people", "design", "foundation",
]  # fmt: skip

INSTALLED_APPS = [
    *(f"datamatch.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "datamatch.foundation.private_pages.PrivatePagesMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "datamatch.foundation.origin.OriginMiddleware",
    "datamatch.editions.views.door.EditionDoorMiddleware",
    "datamatch.design.refusal_page.RefusalPageMiddleware",
]

ROOT_URLCONF = "datamatch.config.urls"
ASGI_APPLICATION = "datamatch.config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "datamatch.front.views.navigation.navigation",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": database(ENVIRONMENT.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What counts attempts is shared by all processes. Room for all of them: with too little, filling it would forget them.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "foundation_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

AUTH_USER_MODEL = "people.Person"
# The room people asks the room editions, which stands above it, who manages something.
MANAGES_SOMETHING = "datamatch.editions.queries.manages_something"
# What rooms above the room editions give a new edition that begins as an earlier one.
ALONG_WITH_AN_EDITION = ["datamatch.screening.actions.copy_ground_rules"]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "datamatch.people.views.registering.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {"add_email": "datamatch.people.forms.address.AddAddressForm"}
ACCOUNT_SIGNUP_FORM_CLASS = "datamatch.people.forms.SignupForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}

MFA_ADAPTER = "datamatch.people.views.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "datamatch.people.forms.passkeys.AddPasskeyForm",
    "login_webauthn": "datamatch.people.forms.passkeys.SignInByPasskeyForm",
    "authenticate_webauthn": "datamatch.people.forms.passkeys.PasskeyAsSecondForm",
    "reauthenticate_webauthn": "datamatch.people.forms.passkeys.PasskeyOnceMoreForm",
}
MFA_TOTP_ISSUER = "DataMatch"
MFA_TOTP_TOLERANCE = 1

SINGLE_SIGN_ON = ENVIRONMENT.single_sign_on
SOCIALACCOUNT_ADAPTER = "datamatch.people.views.single_sign_on.SingleSignOnAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": SINGLE_SIGN_ON.for_allauth()} if SINGLE_SIGN_ON else {}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.home / "static"
WHITENOISE_USE_FINDERS = True

EMAIL_BACKEND = "datamatch.foundation.mail.backend.OutboxBackend"
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
MAIL_URL = ENVIRONMENT.mail_url
MAIL_FOLDER = ENVIRONMENT.home / "mail"
# Files that people hand in; no web server shows this folder, a view hands them out.
FILES_FOLDER = ENVIRONMENT.home / "files"

# The language model that compares texts: the best one installed ("auto"), "use", "e5" or "none".
TEXT_MODEL = ENVIRONMENT.text_model
# Whether a server reads its texts and this model in a thread beside its start.
WARM_UP = True

# Heavy work waits in the database for `datamatch work`; with JOBS = "now" it is done at once, as tests want it.
JOBS = "queue"
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend"},
    "now": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BASE_URL.startswith("https://") else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SECURE_HSTS_SECONDS = 31_536_000 if BASE_URL.startswith("https://") else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "datamatch.design.views.form_expired"
CSRF_TRUSTED_ORIGINS = [BASE_URL]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF, *([SINGLE_SIGN_ON.origin] if SINGLE_SIGN_ON else [])],
        "img-src": [SELF, "data:"],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
