"""A mail server for the tests: STARTTLS and authentication are required, and it can be told to misbehave."""

import asyncio
import base64
import email
import email.policy
import socket
import ssl
import subprocess
import threading
import time
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

USER, PASSWORD = "ruta", "clave-de-prueba-1"


def certificate(folder):
    """A certificate of this machine, signed by nobody but itself."""
    key, cert = Path(folder) / "mail.key", Path(folder) / "mail.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert,
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
                   check=True, capture_output=True)
    return key, cert


class Mailbox:
    """Keeps every mail that it took; `faults` is a list of what to do with the next ones: an answer, a cut, or a wait in seconds."""

    def __init__(self, folder, requires_tls=True):
        key, cert = certificate(folder)
        self.authorities = cert
        self.mails, self.faults, self.lock = [], [], threading.Lock()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(
            self, hostname="127.0.0.1", port=self.port, tls_context=context, require_starttls=requires_tls,
            auth_required=True, authenticator=self.authenticate, auth_require_tls=requires_tls)
        self.logins = self.refused = 0
        self.addition = ""
        self.controller.start()

    def authenticate(self, server, session, envelope, mechanism, data):
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        self.logins += right
        self.refused += not right
        return AuthResult(success=right)

    async def handle_RCPT(self, server, session, envelope, address, options):
        with self.lock:
            if self.faults and self.faults[0] == "550":
                self.faults.pop(0)
                return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            fault = self.faults.pop(0) if self.faults else None
        if fault == "451":
            return "451 try again"
        if isinstance(fault, float):
            await asyncio.sleep(fault)
        with self.lock:
            mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
            mail.tls, mail.to, mail.at = session.ssl is not None, list(envelope.rcpt_tos), time.time()
            mail.addition = self.addition
            self.mails.append(mail)
            if fault == "drop":
                # Taken, and the line is cut before anybody says so: the sender must send again.
                server.transport.abort()
                return "421 cut"
        return "250 OK"

    def close(self):
        self.controller.stop()


def text(mail):
    """What a mail says, with what a test that plants a fault adds to every mail about a case."""
    said = mail.get_content().strip() if mail["Content-Transfer-Encoding"] != "base64" else base64.b64decode(
        "".join(mail.get_payload().split())).decode().strip()
    return said + mail.addition if "Ref." in said else said
