"""The short answer to a page that looks again how far its jobs are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from datamatch.foundation.models import Job


def polled(request: HttpRequest, *jobs: Job | None) -> HttpResponse | None:
    """Answer when this request asks after one of these jobs; None when it asks for the page.

    Nothing new: 204. Something new: the live part. Ended: the page is to load itself, with the result on it.
    """
    asked = request.GET.get("job", "")
    if request.headers.get("HX-Request") != "true" or not asked:
        return None
    job = next((job for job in jobs if job and str(job.public_id) == asked), None)
    if job is None or not job.unfinished:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if job.mark == request.GET.get("mark"):
        return HttpResponse(status=204)
    return render(request, "design/_job_state.html", {"job": job})
