"""The URL map: every room under its Dutch word."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("datamatch.people.urls")),
    path("", include("datamatch.editions.urls")),
    path("", include("datamatch.ideas.urls")),
    path("", include("datamatch.canvas.urls")),
    path("", include("datamatch.safeguards.urls")),
    path("", include("datamatch.screening.urls")),
    path("", include("datamatch.teams.urls")),
    path("", include("datamatch.jury.urls")),
    path("", include("datamatch.projects.urls")),
    path("", include("datamatch.datadag.urls")),
    path("", include("datamatch.cases.urls")),
    path("", include("datamatch.post.urls")),
    path("", include("datamatch.control.urls")),
    path("", include("datamatch.front.urls")),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/sessions/", include("allauth.usersessions.urls")),
    path("account/sso/", include("allauth.socialaccount.urls")),
    path("account/", include("allauth.socialaccount.providers.openid_connect.urls")),
    # Who is not signed in chooses a language too.
    path("taal/setlang/", login_not_required(set_language), name="set_language"),
    path("design/", include("datamatch.design.urls")),
]

handler403 = "datamatch.design.views.forbidden"
handler404 = "datamatch.design.views.not_found"
handler500 = "datamatch.design.views.broken"
