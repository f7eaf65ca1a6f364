"""A gateway for short messages and a receiver of webhooks, on one port of the loopback; both can be told to misbehave."""

import base64
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

TOKEN = "Bearer llave-de-prueba"
AGE = 300


class Replayed(Exception):
    """A call that came before, or too late."""


class Receiver:
    """What a unit's own program does with a call: this is the example of the documentation."""

    def __init__(self, key):
        self.key, self.seen = Ed25519PublicKey.from_public_bytes(key), {}

    def take(self, headers, body, now):
        """The message of a call; raises where it is not the house's, comes again, or is older than five minutes."""
        moment, identity = headers["Ruta-Time"], headers["Ruta-Id"]
        mark, _, signature = headers["Ruta-Signature"].split(".")
        signed = b"11:RUTA-FILE-1,14:ruta-webhook-1," + f"{moment}\n{identity}\n".encode() + body
        if mark != "RUTA-FILE-1":
            raise InvalidSignature
        self.key.verify(base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4)), signed)
        if abs(now - int(moment)) > AGE:
            raise Replayed("too old")
        if identity in self.seen:
            raise Replayed("seen before")
        self.seen[identity] = now
        return json.loads(body)


class Gateway:
    def __init__(self):
        self.sms, self.hooks, self.faults, self.receiver = [], [], [], None
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.answer(self, body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, request, body):
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, float):
            time.sleep(fault)
        if isinstance(fault, int):
            return self.say(request, fault)
        if request.path.startswith("/sms"):
            if request.headers.get("Authorization") != TOKEN:
                return self.say(request, 401)
            self.sms.append({**json.loads(body), "key": request.headers["Idempotency-Key"]})
        elif request.path.startswith("/hook"):
            self.hooks.append((dict(request.headers), body))
        else:
            return self.say(request, 302)
        if fault == "drop":
            request.connection.close()
            request.close_connection = True
            return None
        return self.say(request, 200)

    @staticmethod
    def say(request, status):
        request.send_response(status)
        if status == 302:
            request.send_header("Location", "/sms")
        request.send_header("Content-Length", "0")
        request.end_headers()

    def close(self):
        self.server.shutdown()
