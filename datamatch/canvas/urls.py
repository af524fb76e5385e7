"""Addresses of the room canvas."""

from django.urls import path

from datamatch.canvas import views

app_name = "canvas"
urlpatterns = [
    path("ideeen/<uuid:idea_id>/canvas/", views.canvas, name="canvas"),
    path("ideeen/<uuid:idea_id>/canvas/invullen/", views.fill, name="fill"),
]
