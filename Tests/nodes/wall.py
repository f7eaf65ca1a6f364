"""A network of one's own in which packets on the way of one node to the database can be dropped without a word.

Each node knows the server by an address of its own, over TLS as across a network. The wall stands where packets come in, so
that neither side is told that they are lost.
"""

import os
import subprocess

from postgres import OWNER
from proxies import found

TABLE = "inet ruta"
ADDRESSES = ("127.0.0.2", "127.0.0.3")


def told(program, *words):
    done = subprocess.run([found(program), *words], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{program} needs root in a network of its own: {done.stderr.strip()}")
    return done.stdout


def own_network():
    """Opens the loopback of a network that is ours alone."""
    if os.readlink("/proc/self/ns/net") == os.readlink(f"/proc/{os.getppid()}/ns/net"):
        raise SystemExit("expected a network of its own: unshare --net")
    told("ip", "link", "set", "lo", "up")


class Wall:
    """Lets everything through until it is told otherwise. `is_open`: it then drops nothing, whatever it is told."""

    def __init__(self, port, is_open=False):
        verdict = "accept" if is_open else "drop"
        told("nft", f"""
            table {TABLE} {{
                set silent {{ type ipv4_addr; }}
                counter dropped {{ }}
                chain in {{
                    type filter hook input priority 0;
                    ip daddr @silent tcp dport {port} counter name dropped {verdict};
                    ip saddr @silent tcp sport {port} counter name dropped {verdict};
                }}
            }}""")

    def drop(self, address):
        told("nft", f"add element {TABLE} silent {{ {address} }}")

    def pass_on(self, address):
        told("nft", f"delete element {TABLE} silent {{ {address} }}")

    @property
    def dropped(self):
        """How many packets so far."""
        return int(told("nft", "list", "counter", *TABLE.split(), "dropped").split("packets")[1].split()[0])


class Wire:
    """The way of one node, straight to the server."""

    def __init__(self, wall, address, port, authority):
        self.wall, self.host, self.port, self.authority, self._is_silent = wall, address, port, authority, False

    def __exit__(self, *_):
        self.flow()

    def address(self, database):
        return f"postgres://{OWNER}@{self.host}:{self.port}/{database}?sslrootcert={self.authority}"

    def fall_silent(self):
        self.wall.drop(self.host)
        self._is_silent = True

    def flow(self):
        if self._is_silent:
            self.wall.pass_on(self.host)
            self._is_silent = False
