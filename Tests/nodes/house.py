"""A house of equal nodes on one database: each with its own port, its own way to the database, and the same keys."""

import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path

from crossing import Crossing
from disk import compiler
from program import CATALOG, Server

PATIENCE = 90  # seconds; a debug program checks its catalogue slowly on a busy machine


class Node:
    """One program, which may be killed, stopped, held still, cut off, and started again."""

    def __init__(self, house, name, environment=None, more=()):
        self.house, self.name, self.more = house, name, more
        self.binary, self.catalog = house.binary, house.catalog
        self.crossing = house.way(house.postgres.port)
        self.data = house.folder / name / "ruta.sqlite"
        self.data.parent.mkdir(exist_ok=True)
        self.environment = {
            "RUTA_DATABASE": self.crossing.address(house.database), "RUTA_KEYS": str(house.keys), **(environment or {})}
        self.server = None

    @property
    def port(self):
        return self.server.port

    @property
    def is_up(self):
        return self.server is not None and self.server.process.poll() is None

    def begin(self):
        """Starts it and does not wait."""
        self.server = Server(self.binary, self.data, catalog=self.catalog, environment=self.environment,
                             patience=PATIENCE, more=self.more)
        return self

    def start(self):
        self.begin().server.wait_until_ready()
        return self

    def kill(self):
        self.server.kill()

    def stop(self):
        code, _ = self.server.stop()
        return code

    def hold_still(self):
        self.server.process.send_signal(signal.SIGSTOP)

    def let_go(self):
        self.server.process.send_signal(signal.SIGCONT)

    def end(self):
        if self.is_up:
            self.let_go()
            self.kill()
        self.crossing.__exit__()


class House:
    """The nodes of one database; `way` makes for each its way to the server."""

    def __init__(self, binary, postgres, folder, catalog=CATALOG, way=Crossing):
        self.binary, self.postgres, self.folder, self.catalog, self.way = binary, postgres, folder, catalog, way
        self.database = postgres.new_database()
        self.keys = folder / "keys"
        self.nodes = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for node in self.nodes:
            node.end()

    def found(self, more=()):
        """The first start of the house makes its keys, which every node is then given to read only."""
        first = Node(self, "first", more=more)
        del first.environment["RUTA_KEYS"]
        self.nodes.append(first)
        first.start()
        self.keys.mkdir()
        for ending in ("signing-key", "app-keys"):
            shutil.copy(f"{first.data}.{ending}", self.keys / f"house.{ending}")
            os.chmod(self.keys / f"house.{ending}", 0o400)
        return first

    def add(self, name, **more):
        node = Node(self, name, **more)
        self.nodes.append(node)
        return node

    @property
    def up(self):
        return [node for node in self.nodes if node.is_up]


def all_started(*nodes):
    """Starts nodes at the same moment and waits for each."""
    for node in nodes:
        node.begin()
    for node in nodes:
        node.server.wait_until_ready()


def wrong_clock(folder, hours):
    """The environment of a node whose machine is wrong by so many hours; what it waits for is not moved."""
    library = folder / "clock.so"
    subprocess.run([compiler(), "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", str(library),
                    str(Path(__file__).with_name("clock.c")), "-ldl"], check=True)
    return {"LD_PRELOAD": str(library), "WRONG_BY": str(hours * 3600)}


def refused(node):
    """Starts a node that must not start; returns its exit code and what it said."""
    node.begin()
    try:
        code = node.server.process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        node.kill()
        code = None
    return code, node.server.said


def beside(work):
    """Does something in a thread of its own; returns the thread."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread
