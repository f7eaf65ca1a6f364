"""Stands between the phones and the server: counts bytes, cuts, is silent, and plants faults in what passes.

Every exchange has a connection of its own (HTTP/1.1, `Connection: close`), so that a byte has one place in one exchange.
The phones know only this address; the server behind it may stop, start and change.
"""

import gzip
import json
import os
import re
import socket
import threading
from dataclasses import dataclass, field
from pathlib import Path

HEAD_END = b"\r\n\r\n"
PATIENCE = 30
UNBUILT = os.environ.get("RUTA_APP_SOURCES")
"""A folder with modules that are served as they lie there, to try a change without building the program."""
MODULE = re.compile(r"/app/[0-9a-f]{10}/([\w-]+\.js)")


@dataclass
class Exchange:
    """One request and its answer, in bytes as they passed here."""

    method: str
    path: str
    up: int
    down: int
    status: int
    body: bytes = b""


@dataclass
class Cut:
    """Where the next exchanges with a path are cut: after `after` bytes going up, or coming down."""

    path: str
    is_up: bool
    after: int
    done: int = 0


@dataclass
class Message:
    head: bytes
    body: bytes

    @property
    def whole(self):
        return self.head + self.body


@dataclass
class Middle:
    port_behind: int
    is_silent: bool = False
    cut: Cut | None = None
    changes: list = field(default_factory=list)
    """(path or its beginning with *, function of the body as text); faults are planted with these."""
    answers: dict = field(default_factory=dict)
    """path → (status, object): what is answered without asking the server."""
    exchanges: list = field(default_factory=list)

    def __post_init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.heard = threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()

    def close(self):
        self.listener.close()

    def listen(self):
        while True:
            try:
                phone, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(phone,), daemon=True).start()

    def serve(self, phone):
        phone.settimeout(PATIENCE)
        try:
            with phone:
                if not self.is_silent:
                    self.exchange(phone)
        except (OSError, ValueError):
            pass

    def exchange(self, phone):
        cut = self.cut
        request = read_head(phone)
        if not request:
            return
        method, path = request.split(b" ", 2)[:2]
        path = path.decode()
        if cut and cut.path == path and cut.is_up and cut.after <= len(request):
            return self.note_cut(cut, Exchange(method.decode(), path, cut.after, 0, 0), request[:cut.after])
        body = read_exactly(phone, length(request))
        if cut and cut.path == path and cut.is_up and cut.after < len(request) + len(body):
            return self.note_cut(cut, Exchange(method.decode(), path, cut.after, 0, 0), (request + body)[:cut.after])
        answer = self.answer(path, request, body)
        sent = answer.whole
        if cut and cut.path == path and not cut.is_up:
            sent = sent[:cut.after]
            cut.done += 1
        phone.sendall(sent)
        status = int(answer.head.split(b" ", 2)[1])
        self.note(Exchange(method.decode(), path, len(request) + len(body), len(sent), status, body))

    def note_cut(self, cut, exchange, sent):
        """Half a request reaches the server, as when the way breaks there."""
        cut.done += 1
        try:
            with socket.create_connection(("127.0.0.1", self.port_behind), timeout=PATIENCE) as server:
                server.sendall(sent)
        except OSError:
            pass
        self.note(exchange)

    def note(self, exchange):
        with self.heard:
            self.exchanges.append(exchange)
            self.heard.notify_all()

    def wait(self, is_enough, seconds=20):
        """Waits until something is true of the exchanges; true if it came true in time."""
        with self.heard:
            return self.heard.wait_for(lambda: is_enough(self.exchanges), seconds)

    def passed(self, path, method=None):
        return [one for one in list(self.exchanges) if one.path.split("?")[0] == path and method in (None, one.method)]

    def answer(self, path, request, body):
        if path in self.answers:
            status, said = self.answers[path]
            return made(status, json.dumps(said).encode())
        change = [act for wanted, act in self.changes if wanted == path or wanted[-1] == "*" and path.startswith(wanted[:-1])]
        module = UNBUILT and MODULE.fullmatch(path)
        if module:
            text = Path(UNBUILT, module[1]).read_text()
            for act in change:
                text = act(text)
            return made(200, text.encode(), "text/javascript; charset=utf-8")
        if change:  # what is changed here must come whole
            request = without(request, b"if-none-match")
        with socket.create_connection(("127.0.0.1", self.port_behind), timeout=PATIENCE) as server:
            server.sendall(alone(request) + body)
            answer = read_answer(server)
        for act in change:
            answer = changed(answer, act)
        return answer


def read_head(connection):
    read = b""
    while HEAD_END not in read:
        part = connection.recv(1) if not read else connection.recv(1 << 16, socket.MSG_PEEK)
        if not part:
            return b""
        if not read:
            read = part
            continue
        whole = read + part
        end = whole.find(HEAD_END)
        take = end + len(HEAD_END) - len(read) if end >= 0 else len(part)
        read += read_exactly(connection, take)
    return read


def read_exactly(connection, count):
    parts = b""
    while len(parts) < count:
        part = connection.recv(count - len(parts))
        if not part:
            raise ValueError("the other side went away")
        parts += part
    return parts


def header(head, name):
    for line in head.split(b"\r\n")[1:]:
        if line.lower().startswith(name + b":"):
            return line.split(b":", 1)[1].strip()
    return b""


def length(head):
    return int(header(head, b"content-length") or 0)


def without(head, *names):
    lines = head[:-len(HEAD_END)].split(b"\r\n")
    kept = [line for line in lines if not line.lower().startswith(tuple(name + b":" for name in names))]
    return b"\r\n".join(kept) + HEAD_END


def alone(request):
    """The request with a connection of its own."""
    return without(request, b"connection")[:-2] + b"Connection: close\r\n\r\n"


def read_answer(server):
    """A whole answer; the server may keep its end open, so its own length decides."""
    read = b""
    while not is_whole(read):
        part = server.recv(1 << 16)
        if not part:
            break
        read += part
    head, _, body = read.partition(HEAD_END)
    head += HEAD_END
    if header(head, b"transfer-encoding") == b"chunked":
        body = joined(body)
        head = without(head, b"transfer-encoding")[:-2] + b"Content-Length: %d\r\n\r\n" % len(body)
    return Message(without(head, b"connection")[:-2] + b"Connection: close\r\n\r\n", body)


def is_whole(read):
    head, end, body = read.partition(HEAD_END)
    if not end:
        return False
    if header(head + HEAD_END, b"transfer-encoding") == b"chunked":
        return body.endswith(b"0\r\n\r\n")
    return len(body) >= length(head + HEAD_END) or head.split(b" ", 2)[1] in (b"204", b"304")


def joined(chunks):
    body = b""
    while chunks:
        size, _, chunks = chunks.partition(b"\r\n")
        count = int(size, 16)
        body, chunks = body + chunks[:count], chunks[count + 2:]
        if not count:
            break
    return body


def changed(answer, act):
    body = answer.body
    if header(answer.head, b"content-encoding") == b"gzip":
        body = gzip.decompress(body)
    body = act(body.decode()).encode()
    head = without(answer.head, b"content-encoding", b"content-length", b"content-security-policy", b"etag")
    return Message(head[:-2] + b"Content-Length: %d\r\n\r\n" % len(body), body)


def made(status, body, kind="application/json; charset=utf-8"):
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nCache-Control: no-store\r\n"
    return Message(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode(), body)
