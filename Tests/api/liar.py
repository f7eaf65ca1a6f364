"""A proxy before the house that tells lies: what each check must find."""

import http.client
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import threading


class Liar:
    """Passes requests on; `before(path, headers)` and `after(path, status, headers, body)` may change them."""

    def __init__(self, port, before=None, after=None):
        outer = self
        self.before = before or (lambda path, headers: path)
        self.after = after or (lambda path, status, headers, body: (status, headers, body))

        class Passing(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length) if length else None
                headers = {k: v for k, v in self.headers.items() if k.lower() not in ("host", "content-length", "connection")}
                path = outer.before(self.path, headers)
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                connection.request(self.command, path, body, headers)
                answer = connection.getresponse()
                found = {k: v for k, v in answer.getheaders() if k.lower() not in ("content-length", "connection",
                                                                                   "transfer-encoding")}
                status, found, body = outer.after(self.path, answer.status, found, answer.read())
                connection.close()
                self.send_response_only(status)
                for name, value in found.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            def __getattr__(self, name):
                """Every method, also one that nobody has heard of, is the house's to refuse."""
                if name.startswith("do_"):
                    return self.answer
                raise AttributeError(name)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Passing)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self):
        self.server.shutdown()
        self.server.server_close()
