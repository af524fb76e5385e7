"""Several people at the same moment, in threads of their own."""

from threading import Barrier, Thread

from django.db import connections

from datamatch.foundation.refusal import Refused


def outcomes(*deeds):
    """Do all of these in threads of their own that begin at the same moment; return what each gave or raised."""
    start, found = Barrier(len(deeds)), [None] * len(deeds)

    def do(place):
        start.wait()
        try:
            found[place] = deeds[place]()
        except Exception as problem:
            found[place] = problem
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=[place]) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def problems(*deeds):
    """Do all of these at the same moment; return for each the exception it ended in, or None."""
    return [found if isinstance(found, Exception) else None for found in outcomes(*deeds)]


def together(*deeds):
    """Do all of these at the same moment; return the reasons of refusals. Any other exception is raised."""
    wrong = [problem for problem in problems(*deeds) if problem]
    for problem in wrong:
        if not isinstance(problem, Refused):
            raise problem
    return [problem.reason for problem in wrong]
