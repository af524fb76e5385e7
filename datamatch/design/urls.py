"""Addresses of the design room; config mounts them at /design/."""

from django.conf import settings
from django.urls import path

from datamatch.design import views

app_name = "design"
urlpatterns = [path("theme/", views.choose_theme, name="theme")]
if settings.DEBUG:
    urlpatterns.append(path("", views.style_page, name="style"))
