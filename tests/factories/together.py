"""Several people at the same moment, in threads of their own."""

from threading import Barrier, Thread

from django.db import connections

from datamatch.foundation.refusal import Refused


def together(*deeds):
    """Do all of these in threads of their own that begin at the same moment; return the reasons of refusals."""
    start, refused = Barrier(len(deeds)), []

    def do(deed):
        start.wait()
        try:
            deed()
        except Refused as refusal:
            refused.append(refusal.reason)
        finally:
            connections.close_all()

    threads = [Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused
