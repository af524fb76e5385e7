"""Paths of cases."""

from django.urls import path

from datamatch.cases import views

app_name = "cases"
urlpatterns = [
    path("casussen/", views.cases, name="cases"),
    path("casussen/<slug:case_slug>/", views.case, name="case"),
    path("casussen/<slug:case_slug>/publiceren/", views.publish, name="publish"),
    path("casussen/<slug:case_slug>/hergebruiken/", views.reuse, name="reuse"),
    path("projecten/<uuid:project_id>/casus/", views.make, name="make"),
]
