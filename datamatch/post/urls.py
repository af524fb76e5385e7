"""Addresses of the post room."""

from django.urls import path

from datamatch.post.views import letters, mailbox

app_name = "post"
urlpatterns = [
    path("edities/<slug:edition_slug>/brieven/", letters.letters, name="letters"),
    path("edities/<slug:edition_slug>/brieven/schrijven/", letters.write, name="write"),
    path("edities/<slug:edition_slug>/brieven/versturen/", letters.send, name="send"),
    path("brieven/<uuid:letter_id>/", letters.letter, name="letter"),
    path("post/", mailbox.mailbox, name="mailbox"),
]
