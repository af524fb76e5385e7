"""Addresses of the hall."""

from django.urls import path

from datamatch.front.views import edition, energy_map, home, mine, trace

app_name = "front"
urlpatterns = [
    path("", home.home, name="home"),
    path("mijn/", mine.my_page, name="my_page"),
    path("edities/<slug:edition_slug>/", edition.edition, name="edition"),
    path("edities/<slug:edition_slug>/energiekaart/", energy_map.energy_map, name="energy_map"),
    path("ideeen/<uuid:idea_id>/spoor/", trace.trace, name="trace"),
    path("toegankelijkheid/", home.accessibility, name="accessibility"),
    path("privacy/", home.privacy, name="privacy"),
]
