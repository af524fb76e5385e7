"""What is done with a letter after it was sent: again, put right, noted that it came back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from datamatch.foundation.place import stand
from datamatch.foundation.refusal import refuse_if
from datamatch.people.models import SignedIn
from datamatch.post import actions, queries, rules
from datamatch.post.forms import BounceForm, CorrectionForm
from datamatch.post.models import Letter


@require_POST
def again(request: SignedIn, letter_id: UUID) -> HttpResponse:
    """Send a letter once more to the address its reader has now."""
    letter = found(letter_id)
    actions.send_again(letter=letter, by=request.user, at=timezone.now())
    messages.success(request, _("The letter is on its way again."))
    return redirect("post:letter", letter_id=letter.public_id)


def correct(request: SignedIn, letter_id: UUID) -> HttpResponse:
    """Ask what was wrong, and send that to the reader."""
    letter = found(letter_id)
    stand(request, edition=letter.decision.idea.edition)
    refuse_if(rules.why_not_correct(letter=letter, by=request.user))
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.correct_letter(letter=letter, text=form.cleaned_data["text"], by=request.user, at=timezone.now())
        messages.success(request, _("The correction is on its way."))
        return redirect("post:letter", letter_id=letter.public_id)
    return render(request, "post/correct.html", {"letter": letter, "form": form}, status=422 if form.errors else 200)


@require_POST
def bounce(request: SignedIn, letter_id: UUID) -> HttpResponse:
    """Write down that the last mail of a letter came back."""
    letter = found(letter_id)
    refuse_if(rules.why_not_see_letters(edition=letter.decision.idea.edition, by=request.user))
    form, legs = BounceForm(request.POST), queries.legs_of_letter(letter)
    if form.is_valid() and legs:
        actions.note_bounce(
            sending=legs[-1].sending, note=form.cleaned_data["note"], by=request.user, at=timezone.now()
        )
        messages.success(request, _("It is noted that the mail came back."))
    else:
        messages.error(request, _("Say in a few words how it came back."))
    return redirect("post:letter", letter_id=letter.public_id)


def found(letter_id: UUID) -> Letter:
    """Return a letter with what is told about it."""
    letters = Letter.objects.select_related("decision__idea__edition__programme", "to")
    return get_object_or_404(letters, public_id=letter_id)
