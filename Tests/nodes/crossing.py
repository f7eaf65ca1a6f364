"""The way between one node and the database: a small proxy that can be cut, and that can be told to lie."""

import socket
import threading

# A simple query of the one word, and the answers to it, as they stand on the wire.
COMMIT = b"Q\x00\x00\x00\x0bCOMMIT\x00"
ROLLBACK = b"Q\x00\x00\x00\x0dROLLBACK\x00"
COMMITTED = b"C\x00\x00\x00\x0bCOMMIT\x00"
ROLLED_BACK = b"C\x00\x00\x00\x0dROLLBACK\x00"
WRITES = b"READ COMMITTED READ WRITE"


class Crossing:
    """Passes bytes on in both directions until it is cut.

    `lie`: from the moment it is set, every transaction that writes is undone, and the node is told that it was committed:
    what a node does that acknowledges before COMMIT.
    """

    def __init__(self, port):
        self.target, self.lie = port, False
        self._isCut, self._lock, self._pairs = False, threading.Lock(), set()
        self._door = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._welcome, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.cut()
        self._door.close()

    def address(self, database):
        """Where a node finds a database on this way."""
        return f"postgres://ruta@127.0.0.1:{self.port}/{database}"

    def cut(self):
        """Nothing passes any more: what is open breaks, and what knocks is turned away."""
        with self._lock:
            self._isCut = True
            pairs, self._pairs = self._pairs, set()
        for pair in pairs:
            for end in pair:
                hang_up(end)

    def mend(self):
        with self._lock:
            self._isCut = False

    def _welcome(self):
        while True:
            try:
                node, _ = self._door.accept()
            except OSError:
                return
            threading.Thread(target=self._open, args=(node,), daemon=True).start()

    def _open(self, node):
        try:
            server = socket.create_connection(("127.0.0.1", self.target), timeout=5)
        except OSError:
            return hang_up(node)
        for end in (node, server):
            end.settimeout(None)
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with self._lock:
            isCut = self._isCut
            if not isCut:
                self._pairs.add((node, server))
        if isCut:
            hang_up(node)
            return hang_up(server)
        state = {"writes": False, "lied": False}
        threading.Thread(target=self._pass_on, args=(node, server, lambda said: self._asked(said, state)), daemon=True).start()
        self._pass_on(server, node, lambda said: self._answered(said, state))
        with self._lock:
            self._pairs.discard((node, server))

    def _asked(self, said, state):
        if WRITES in said:
            state["writes"] = True
        if COMMIT in said and state["writes"]:
            state["writes"] = False
            if self.lie:
                state["lied"] = True
                return said.replace(COMMIT, ROLLBACK)
        return said

    def _answered(self, said, state):
        if state["lied"] and ROLLED_BACK in said:
            state["lied"] = False
            return said.replace(ROLLED_BACK, COMMITTED)
        return said

    def _pass_on(self, source, target, changed):
        try:
            while said := source.recv(1 << 16):
                target.sendall(changed(said))
        except OSError:
            pass
        hang_up(source)
        hang_up(target)


def hang_up(end):
    """Ends a connection at once, so that nothing of it waits."""
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    end.close()
