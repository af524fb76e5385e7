"""Addresses of the room editions."""

from django.urls import path

from datamatch.editions import views

app_name = "editions"
urlpatterns = [
    path("programmas/nieuw/", views.open_programme, name="open_programme"),
    path("edities/", views.editions, name="editions"),
    path("edities/nieuw/", views.prepare, name="prepare"),
    path("edities/<slug:edition_slug>/plan/", views.plan, name="plan"),
    path("edities/<slug:edition_slug>/themas/", views.add_theme, name="add_theme"),
    path("edities/<slug:edition_slug>/themas/<slug:theme_slug>/weg/", views.remove_theme, name="remove_theme"),
    path("edities/<slug:edition_slug>/aanstellingen/", views.appointments, name="appointments"),
    path("edities/<slug:edition_slug>/aanstellingen/geven/", views.appoint, name="appoint"),
    path("edities/<slug:edition_slug>/aanstellingen/intrekken/", views.dismiss, name="dismiss"),
]
