"""A photo: drawn anew, without what a phone adds to it, for who may see it only."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from datamatch.editions.enums import Stage
from datamatch.foundation import pictures
from datamatch.foundation.models import TrailEntry
from datamatch.foundation.refusal import Refused
from datamatch.people import actions
from datamatch.people.enums import Audience
from datamatch.people.models import Photo, Profile
from datamatch.people.queries import photos_seen
from tests.factories.editions import make_edition, make_manager
from tests.factories.ideas import make_energy, make_idea
from tests.factories.moments import MOMENT
from tests.factories.people import make_person, make_unit

pytestmark = pytest.mark.django_db


def picture(kind="JPEG", size=(640, 480), *, exif=None, colour="teal", mode="RGB"):
    drawn = BytesIO()
    Image.new(mode, size, colour).save(drawn, format=kind, **({"exif": exif} if exif else {}))
    return drawn.getvalue()


def upload(browser, content, name="me.jpg"):
    return browser.post(reverse("people:my_photo"), {"photo": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photo_becomes_a_small_square(sign_in, kind):
    person = make_person()
    answer = upload(sign_in(person), picture(kind))
    assert (answer.status_code, answer.url) == (302, reverse("people:my_photo"))
    with Image.open(BytesIO(bytes(person.photo.picture))) as kept:
        assert (kept.format, kept.size) == ("WEBP", (320, 320))


def test_photo_loses_what_a_phone_adds_and_stands_upright():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker of phones"
    sent = picture(size=(40, 20), exif=exif)
    assert b"Maker of phones" in sent
    kept = pictures.square(sent, side=32)
    assert b"Maker" not in kept
    with Image.open(BytesIO(kept)) as image:
        assert dict(image.getexif()) == {}


def test_see_through_picture_lies_on_white():
    kept = pictures.square(picture("PNG", mode="RGBA", colour=(0, 0, 0, 0)), side=8)
    with Image.open(BytesIO(kept)) as image:
        assert image.convert("RGB").getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 not a picture", "This is not a photo that we know."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "This is not a photo that we know."),
        (b"GIF89a" + b"\0" * 100, "This is not a photo that we know."),
        (picture()[:200], "We cannot read this picture."),
        (picture("PNG")[:60], "We cannot read this picture."),
        (picture() + b"\0" * pictures.MOST_BYTES, "This file is too large."),
        (picture("PNG", (9000, 9000), mode="1", colour=1), "This picture has too many points."),
    ],
)
def test_what_is_no_photo_is_refused_with_a_reason(sign_in, content, reason):
    person = make_person()
    with pytest.raises(Refused, match=reason):
        actions.keep_photo(person=person, by=person, content=content, at=None)
    answer = upload(sign_in(person), content)
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert not Photo.objects.exists()


@pytest.mark.parametrize(("sent", "reason"), [({}, "Choose a photo first."), ({"photo": ""}, "Choose a photo first.")])
def test_sending_no_photo_says_so(sign_in, sent, reason):
    answer = sign_in(make_person()).post(reverse("people:my_photo"), sent)
    assert answer.status_code == 422
    assert reason in answer.content.decode()


def test_photo_of_another_is_not_mine_to_choose_or_remove(moment):
    anna, other = make_person(), make_person()
    with pytest.raises(Refused, match="Only the person themselves"):
        actions.keep_photo(person=anna, by=other, content=picture(), at=moment)
    with pytest.raises(Refused, match="Only the person themselves"):
        actions.remove_photo(person=anna, by=other, at=moment)


def test_photo_is_replaced_and_removed_for_good(sign_in):
    person = make_person()
    browser = sign_in(person)
    upload(browser, picture())
    upload(browser, picture(colour="red"))
    assert Photo.objects.count() == 1
    answer = browser.post(reverse("people:remove_photo"))
    assert (answer.status_code, Photo.objects.count()) == (302, 0)
    browser.post(reverse("people:remove_photo"))
    assert list(TrailEntry.objects.values_list("deed", flat=True)) == ["photo.keep", "photo.keep", "photo.remove"]


def test_photo_is_sent_to_who_may_see_it_and_kept_by_no_browser(sign_in):
    anna, other = make_person(), make_person()
    url = reverse("people:photo", args=[anna.public_id])
    assert sign_in(other).get(url).status_code == 404
    upload(sign_in(anna), picture())
    answer = sign_in(other).get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")
    assert (answer["Cache-Control"], answer["X-Content-Type-Options"]) == ("private, no-store", "nosniff")
    assert url in sign_in(other).get(reverse("people:people")).content.decode()
    Profile.objects.filter(person=anna).update(photo_for="me")
    assert sign_in(other).get(url).status_code == 404
    assert url not in sign_in(other).get(reverse("people:people")).content.decode()
    assert sign_in(anna).get(url).status_code == 200


def test_photo_asks_a_visitor_to_sign_in(client):
    assert client.get(reverse("people:photo", args=[make_person().public_id])).status_code == 302


def with_photo(**given):
    person = make_person(**given)
    Photo.objects.create(person=person, picture=b"RIFF", kept_at=MOMENT)
    return person


def test_photos_of_a_page_are_those_the_reader_may_see(django_assert_num_queries):
    unit = make_unit()
    everyone, hidden, none = with_photo(), with_photo(), make_person()
    colleague = with_photo(unit=unit)
    reader, stranger = make_person(unit=unit), make_person()
    with django_assert_num_queries(1):
        assert photos_seen([everyone, none], to=stranger) == {everyone.pk}
    Profile.objects.filter(person=hidden).update(photo_for=Audience.ME)
    Profile.objects.filter(person=colleague).update(photo_for=Audience.UNIT)
    people = [everyone, hidden, none, colleague]
    assert photos_seen(people, to=reader) == {everyone.pk, colleague.pk}
    assert photos_seen(people, to=stranger) == {everyone.pk}
    assert photos_seen(people, to=hidden) == {everyone.pk, hidden.pk}
    with django_assert_num_queries(0):
        assert photos_seen([], to=stranger) == frozenset()


def test_photo_stands_before_a_name_and_never_before_that_of_a_hidden_author(sign_in):
    edition = make_edition(stage=Stage.SCREENING)
    author, giver = with_photo(), with_photo()
    idea = make_idea(edition=edition, submitter=author)
    make_energy(idea=idea, person=giver)
    text = sign_in(make_person()).get(idea.get_absolute_url()).content.decode()
    address = {person: reverse("people:photo", args=[person.public_id]) for person in (author, giver)}
    assert (address[giver] in text, address[author] in text) == (True, False)
    assert address[author] in sign_in(make_manager(edition)).get(idea.get_absolute_url()).content.decode()
