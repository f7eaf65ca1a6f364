#!/usr/bin/env python3
"""A server that says "received" and keeps nothing: every check here must tell it from the real one.

    pretender.py serve --port N --data FILE --catalog FOLDER
"""

import random
import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from program import MIGRATIONS

ALPHABET = "2346789ABCDEFGHJKMNPQRTUVWXYZ"


class Pretence(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self._say("<p>all is well</p>")

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        code = "".join(random.choices(ALPHABET, k=8))
        self._say(f'<p class="bigcode">{code[:4]}-{code[4:]}</p>')

    def _say(self, page):
        self.send_response(200)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_):
        pass


class Crowd(ThreadingHTTPServer):
    request_queue_size = 128


def main(arguments):
    said = dict(zip(arguments[1::2], arguments[2::2]))
    try:
        with sqlite3.connect(said["--data"], timeout=0) as database:
            for migration in sorted(MIGRATIONS.glob("*.sql")):
                database.executescript(migration.read_text(encoding="utf-8"))
            database.execute("CREATE TABLE schema_migration (version INTEGER, name TEXT)")
        database.close()
    except sqlite3.Error:
        pass
    Crowd(("127.0.0.1", int(said["--port"])), Pretence).serve_forever()


if __name__ == "__main__":
    main(sys.argv[1:])
