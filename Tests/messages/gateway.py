"""A gateway for short messages, a receiver of webhooks and a maker of browsers, on one port of the loopback; both can be told to misbehave."""

import base64
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

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


def unpacked(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def who_wakes(headers, key):
    """The claims of a push; raises where it was not signed with the key that browsers asked for (RFC 8292)."""
    scheme, given = headers["Authorization"].split(" ", 1)
    parts = dict(part.strip().split("=", 1) for part in given.split(","))
    if scheme != "vapid" or parts["k"] != key:
        raise InvalidSignature
    signed, _, signature = parts["t"].rpartition(".")
    raw = unpacked(signature)
    point = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), unpacked(key))
    halves = encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    point.verify(halves, signed.encode(), ECDSA(SHA256()))
    head, claims = (json.loads(unpacked(part)) for part in signed.split("."))
    if head["alg"] != "ES256":
        raise InvalidSignature
    return claims


class Gateway:
    def __init__(self):
        self.pushes = []
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
        if request.path.startswith("/push/"):
            self.pushes.append((request.path, dict(request.headers), body))
            return self.say(request, 410 if request.path.endswith("/gone") else 201)
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
