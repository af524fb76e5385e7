"""Addresses of the control room."""

from django.urls import path

from datamatch.control import views

app_name = "control"
urlpatterns = [
    path("edities/<slug:edition_slug>/regiekamer/", views.control_room, name="control_room"),
    path("edities/<slug:edition_slug>/regiekamer/verder/", views.move, name="move"),
    path("edities/<slug:edition_slug>/regiekamer/verlengen/", views.extend, name="extend"),
]
