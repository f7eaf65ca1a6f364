"""Stands between the phones and the server: counts bytes, cuts, is silent, and plants faults in what passes.

Every exchange has a connection of its own (HTTP/1.1, `Connection: close`), so that a byte has one place in one exchange.
The phones know only this address; the server behind it may stop, start and change.
"""

import json
import os
import re
import socket
import threading
import time
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

HEAD_END = b"\r\n\r\n"
PATIENCE = 30
UNBUILT = os.environ.get("RUTA_APP_SOURCES")
"""A folder with modules that are served as they lie there, to try a change without building the program."""
PACK = re.compile(r"/app/[0-9a-f]{10}/(first|later)\.json")
OF_MODULES = re.compile(r"/app/.*\.js")
MODULE = re.compile(r"/app/[0-9a-f]{10}/([\w-]+\.js)")
PART = 512


@dataclass
class Network:
    """How slow the way is, for the page and for its worker alike; DevTools slows the page alone."""

    latency: float
    """Seconds that every exchange waits, whatever it carries."""
    rate: float
    """Bytes in a second, shared by all exchanges."""
    turn: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0

    def carry(self, count):
        """Waits as long as so many bytes take, in their turn."""
        with self.turn:
            now = time.monotonic()
            self.free_at = max(now, self.free_at) + count / self.rate
            end = self.free_at
        time.sleep(end - now)


@dataclass
class Exchange:
    """One request and its answer, in bytes as they passed here."""

    method: str
    path: str
    up: int
    down: int
    status: int
    body: bytes = b""
    is_cut: bool = False


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
    cuts: list = field(default_factory=list)
    """(path, cut or None): what happens to the next exchanges with a path, one after another; before `cut`."""
    is_roaming: bool = False
    """Every exchange comes from another address, as phones do whose network gives them a new one: no pace holds them up."""
    changes: list = field(default_factory=list)
    """(path, with * for anything, function of the body as text); faults are planted with these."""
    heads: list = field(default_factory=list)
    """(path, with * for anything, function of the head of the answer in bytes)."""
    missing: str = ""
    """Paths, with * for anything, that are not found."""
    answers: dict = field(default_factory=dict)
    """path → (status, object): what is answered without asking the server."""
    network: Network | None = None
    exchanges: list = field(default_factory=list)

    def __post_init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.heard = threading.Condition()
        self.places = 0
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
        request = read_head(phone)
        if not request:
            return
        method, path = request.split(b" ", 2)[:2]
        path = path.decode()
        cut = self.next_cut(path)
        if cut and cut.is_up and cut.after <= len(request):
            return self.note_cut(cut, Exchange(method.decode(), path, cut.after, 0, 0), request[:cut.after])
        body = read_exactly(phone, length(request))
        if cut and cut.is_up and cut.after < len(request) + len(body):
            return self.note_cut(cut, Exchange(method.decode(), path, cut.after, 0, 0), (request + body)[:cut.after])
        answer = self.answer(path, request, body)
        sent = answer.whole
        is_cut = bool(cut) and not cut.is_up and cut.after < len(sent)
        if is_cut:
            sent = sent[:cut.after]
            cut.done += 1
        status = int(answer.head.split(b" ", 2)[1])
        try:
            self.send(phone, sent, len(request) + len(body))
        finally:  # what the server was asked counts, whether or not the phone still listens
            self.note(Exchange(method.decode(), path, len(request) + len(body), len(sent), status, body, is_cut))

    def next_cut(self, path):
        """The cut that the exchange falls under."""
        with self.heard:
            if self.cuts and self.cuts[0][0] == path:
                return self.cuts.pop(0)[1]
        return self.cut if self.cut and self.cut.path == path else None

    def send(self, phone, sent, up):
        if not self.network:
            return phone.sendall(sent)
        time.sleep(self.network.latency)
        self.network.carry(up)
        for at in range(0, len(sent), PART):
            self.network.carry(len(sent[at:at + PART]))
            phone.sendall(sent[at:at + PART])

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
        if self.missing and fnmatchcase(path, self.missing):
            return made(404, b"{}")
        change = [act for wanted, act in self.changes if fnmatchcase(path, wanted)]
        module = UNBUILT and MODULE.fullmatch(path)
        if module:
            answer = made(200, Path(UNBUILT, module[1]).read_bytes(), "text/javascript; charset=utf-8")
        else:
            opens = PACK.fullmatch(path) and (UNBUILT or any(OF_MODULES.fullmatch(wanted) for wanted, _ in self.changes))
            answer = self.asked(whole(request) if change or opens else request, body)
        if not module and opens:
            answer = changed(answer, self.changed_pack)
        for act in change:
            answer = changed(answer, act)
        for act in [act for wanted, act in self.heads if fnmatchcase(path, wanted)]:
            answer = Message(act(answer.head), answer.body)
        return answer

    def changed_pack(self, text):
        """A pack with what is changed of its modules."""
        modules = json.loads(text)
        for path in modules:
            if UNBUILT:
                modules[path] = Path(UNBUILT, path.rsplit("/", 1)[-1]).read_text()
            for act in [act for wanted, act in self.changes if fnmatchcase(path, wanted)]:
                modules[path] = act(modules[path])
        return json.dumps(modules, ensure_ascii=False)

    def asked(self, request, body):
        """What the server says."""
        if self.is_roaming:
            request = request[:-2] + b"X-Forwarded-For: 10.%d.%d.%d\r\n\r\n" % self.new_place()
        with socket.create_connection(("127.0.0.1", self.port_behind), timeout=PATIENCE) as server:
            server.sendall(alone(request) + body)
            return read_answer(server)

    def new_place(self):
        with self.heard:
            self.places += 1
            return self.places >> 16 & 255, self.places >> 8 & 255, self.places & 255


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


def whole(request):
    """A request whose answer comes whole, and not packed."""
    return without(request, b"if-none-match", b"accept-encoding")


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
    body = act(answer.body.decode()).encode()
    head = without(answer.head, b"content-length", b"content-security-policy", b"etag")
    return Message(head[:-2] + b"Content-Length: %d\r\n\r\n" % len(body), body)


def made(status, body, kind="application/json; charset=utf-8"):
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nCache-Control: no-store\r\n"
    return Message(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode(), body)
