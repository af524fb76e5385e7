"""Jobs to test with; a worker in another process finds them by their dotted names."""

import time

from django.utils.translation import gettext

from datamatch.foundation.jobs import Doing, job
from datamatch.foundation.models import Job
from datamatch.foundation.refusal import Refused

HERE = "tests.foundation.deeds"


@job
def succeed(doing: Doing) -> str:
    """Say on the way what is being done, and come to an end."""
    doing.tell(40, "Half-way, nearly")
    return f"Done for {doing.asked_by}"


@job
def refuse(doing: Doing) -> str:
    """Be refused."""
    raise Refused("The screening is closed.")


@job
def break_down(doing: Doing) -> str:
    """Run into a fault with something personal in it."""
    raise RuntimeError("an@example.org")


@job
def speak(doing: Doing) -> str:
    """Say yes, in a word that Django translates."""
    return gettext("Yes")


@job
def lose(doing: Doing) -> str:
    """Find out at the end that another worker has it."""
    Job.objects.filter(pk=doing.job).update(holder="another", attempts=2, saying="Theirs")
    return "Ours"


@job
def outlast(doing: Doing) -> str:
    """Take a minute the first two times, and no time at all the third."""
    doing.tell(10, "Begun")
    if doing.attempt < 3:
        time.sleep(60)
    return f"Done at attempt {doing.attempt}"
