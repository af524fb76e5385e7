"""Addresses of the room safeguards."""

from django.urls import path

from datamatch.safeguards import views

app_name = "safeguards"
urlpatterns = [
    path("ideeen/<uuid:idea_id>/poort/<str:moment>/", views.gate, name="gate"),
    path("waarborgen/", views.queue, name="queue"),
    path("waarborgen/<uuid:safeguard_id>/", views.settle, name="settle"),
    path("waarborgen/<uuid:safeguard_id>/eigenaar/", views.appoint, name="appoint"),
    path("waarborgen/<uuid:safeguard_id>/voorwaarde/", views.meet, name="meet"),
]
