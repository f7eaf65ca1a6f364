"""Reads one page as HTML from standard input and writes it as a tagged PDF (PDF/UA-1) to standard output.

Nothing is fetched: a page that names a file or an address gets nothing for it. It ends by itself when it takes too long or
too much memory, so whoever started it never waits for ever.
"""

import logging
import os
import resource
import signal
import sys

SECONDS = 20
BYTES = 1 << 30

signal.alarm(SECONDS)
resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
# The same page is the same file: the fonts in it bear no hour.
os.environ["SOURCE_DATE_EPOCH"] = "0"

from weasyprint import HTML  # noqa: E402  (the limits come first)

# It repeats what stands in a page, and pages hold what nobody may read in a log.
logging.getLogger("weasyprint").disabled = True
logging.getLogger("weasyprint.progress").disabled = True


def refuse(address, *_, **__):
    raise ValueError("a paper fetches nothing")


page = sys.stdin.buffer.read().decode("utf-8")
sys.stdout.buffer.write(HTML(string=page, url_fetcher=refuse).write_pdf(variant="pdf/ua-1", identifier=b"ruta"))
