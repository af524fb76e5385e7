"""The style page and the switch between light and dark."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from datamatch.design.samples import samples
from datamatch.design.templatetags.design import THEMES

YEAR = 365 * 24 * 3600


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Remember light, dark, or nothing (the device decides) in a cookie, and go back."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    else:
        response.delete_cookie("theme", samesite="Lax")
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is nothing here, and where to go."""
    return render(request, "design/404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that this page is not for this person, and what to do."""
    return render(request, "design/403.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that it is our fault, with nothing on the page that could fail again."""
    return render(None, "design/500.html", status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form was open for too long, and how to send it again."""
    return render(request, "design/csrf.html", {"reason": reason}, status=403)


def style_page(request: HttpRequest) -> HttpResponse:
    """Show every token and component in use."""
    return render(request, "design/style.html", samples())
