#!/usr/bin/env python3
"""Drops packets between a node and PostgreSQL, which no side is told of, and looks at what people are told.

    unshare --net python3 silence.py path/to/ruta [--only WORD] [--plant open]

Runs in a network of its own: two nodes, each with an address of its own to one server over TLS. A commit is held at the
server by waiting for a standby that is not there, so that the silence begins in the middle of it.

Closing line: "N held, M failed". Exit 0 if all held, 1 otherwise.

--plant open   the wall drops nothing: every sentence must then fail (exit 1).
"""

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path

from nodes import AFTER_A_CUT, STANDSTILL, Street, require, tell_all  # isort: skip  sets the paths

from certificates import certificate, kept_by
from database import Postgres
from house import House, all_started, beside
from ledger import Case
from postgres import account_of_server, until
from program import Phone
from sentences import Sentences
from street import is_readable
from wall import ADDRESSES, Wall, Wire, own_network

LATE = 2  # seconds
# Ten seconds of a commit, five of silence, and what a question to give up takes where nobody hears it (tcp_user_timeout).
UNANSWERED = 40  # seconds until somebody is told that a report is not kept
SAYS_SO = 25  # seconds until a node says that it keeps nothing: ten of silence, five of a new knock, and a busy machine
NOBODY = "nobody"
SENTENCES = Sentences()
holds = SENTENCES.holds


class Commit:
    """One report at one node, whose COMMIT the server has carried out and not yet answered."""

    def __init__(self, street, node):
        self.street, self.node, self.server = street, node, street.house.postgres.server
        self.case = Case(street.draw.randbytes(16).hex(), street.draw)
        self.attempt = self.case.answer({"danger": "no", "age": "doubted"})
        street.told[self.case.identity] = self.case
        self.answer, self.seconds = None, None

    def __enter__(self):
        self.server.set("synchronous_standby_names", NOBODY)
        self._thread = beside(lambda: self.send(self.node))
        until(lambda: self.server.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") == [["1"]],
              "a commit waits at the server")
        return self

    def __exit__(self, *_):
        self.server.set("synchronous_standby_names", "")

    def release(self):
        """The server has committed and sends its answer."""
        self.server.set("synchronous_standby_names", "")
        until(lambda: self.server.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'") == [["0"]],
              "no commit waits at the server")

    def send(self, node):
        """Sends the report to a node and keeps what is said."""
        began = time.perf_counter()
        status, code, page = Phone(node.port).report(self.case.fields(self.attempt, "calls"))
        if code:
            self.case.note(self.attempt, code)
        self.answer, self.seconds = (status, code, page), time.perf_counter() - began
        return code

    def wait(self, seconds):
        self._thread.join(seconds)
        require(self.answer is not None, f"nobody was told anything within {seconds} s")
        return self.answer

    @property
    def times(self):
        """How often the report stands in the journal."""
        house = self.street.house
        return house.postgres.rows(house.database, "count(*)", "journal_event WHERE name = 'sighting-reported' AND "
                                   f"replace(case_id, '-', '') = '{self.case.identity}'")[0][0]


class Silence(Street):
    """The street with two nodes, and what was told outside of its crowd."""

    def __init__(self, house, seed, wall):
        super().__init__(house, seed)
        self.wall, self.told = wall, {}

    def found(self):
        require(self.house.found().stop() == 0, "the first node did not stop in order")
        self.nodes = [self.house.add("one"), self.house.add("two")]
        all_started(*self.nodes)
        return self

    @property
    def cases(self):
        return self.crowd.cases | self.told


@holds("an answer to a COMMIT that is two seconds late is waited for, and the report is acknowledged and there once")
def late(street):
    node, dropped = street.nodes[0], street.wall.dropped
    with Commit(street, node) as commit:
        node.crossing.fall_silent()
        commit.release()
        time.sleep(LATE)
        require(commit.answer is None, "a report was acknowledged before the answer to its COMMIT came")
        node.crossing.flow()
        _, code, _ = commit.wait(UNANSWERED)
    require(street.wall.dropped > dropped, "no packet was dropped")
    require(code and commit.times == 1, f"acknowledged as {code}, {commit.times} times in the journal")
    require("postgres-commit-unanswered" not in node.server.said, "an answer that came late was taken for one that never comes")
    street.must_be_whole()
    return f"acknowledged after {commit.seconds:.1f} s, {street.wall.dropped - dropped} packets dropped"


@holds("an answer to a COMMIT that never comes is not acknowledged, and the same report at another node is there once")
def never(street):
    node, other = street.nodes
    with Commit(street, node) as commit:
        node.crossing.fall_silent()
        commit.release()
        status, code, page = commit.wait(UNANSWERED)
        seconds = commit.seconds
        require(code is None and is_readable(status, page), f"a report without an answer was told HTTP {status}, {code}")
        require("postgres-commit-unanswered" in node.server.said, "the log does not say that a commit was not answered")
        require(commit.send(other), "the other node does not acknowledge the same report")
        require(commit.times == 1, f"the report is {commit.times} times in the journal")
        node.crossing.flow()
    back = street.until(lambda: street.acknowledges(node), AFTER_A_CUT, "it did not come back")
    street.must_be_whole()
    return f"told after {seconds:.1f} s, back after {back:.1f} s"


@holds("a node whose packets to the database are dropped says that it keeps nothing, others go on, and it comes back by itself")
def silent(street):
    node, other = street.nodes
    with street.crowd:
        street.more_acknowledged(20)
        dropped = street.wall.dropped
        node.crossing.fall_silent()
        heard = {}
        asking = beside(lambda: heard.update(health=says_so(node)))
        telling = beside(lambda: heard.update(page=report(node)))
        others = street.more_acknowledged(STANDSTILL)
        for thread in (asking, telling):
            thread.join(UNANSWERED)
        require(len(heard) == 2, f"within {UNANSWERED} s only {sorted(heard)} was answered")
        require(heard["health"] <= SAYS_SO, f"it says that it is well, {heard['health']:.0f} s after it reached nothing")
        status, page, seconds = heard["page"]
        require(is_readable(status, page), f"what it says cannot be read: HTTP {status}")
        require(street.acknowledges(other), "the silence at one node is felt at the other")
        require(street.wall.dropped > dropped, "no packet was dropped")
        node.crossing.flow()
        back = street.until(lambda: street.acknowledges(node), AFTER_A_CUT, "it did not come back")
        street.more_acknowledged(20)
    _, acknowledged = street.must_be_whole()
    return (f"others waited {others:.1f} s, /salud said so after {heard['health']:.1f} s, a report after {seconds:.1f} s, "
            f"back after {back:.1f} s, {acknowledged} acknowledged")


def says_so(node):
    """Seconds until it says that it keeps nothing, however long one answer takes; more than allowed where it never does."""
    began, isWell = time.perf_counter(), True
    while isWell and time.perf_counter() - began <= SAYS_SO:
        isWell = Phone(node.port, patience=UNANSWERED).health()
        time.sleep(0.2 if isWell else 0)
    return time.perf_counter() - began


def report(node):
    """What somebody is told who reports there, and after how many seconds."""
    began = time.perf_counter()
    status, _, page = Phone(node.port, patience=UNANSWERED).report({"from": "start", "to": "calls", "report": "0" * 32, "shown": 1})
    return status, page, time.perf_counter() - began


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="only the checks whose name contains this")
    parser.add_argument("--plant", choices=["open"])
    options = parser.parse_args()
    own_network()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        folder.chmod(0o755)
        key, paper = (kept_by(account_of_server(), file) for file in certificate(folder, "server", *ADDRESSES))
        settings = {"listen_addresses": ",".join(ADDRESSES), "ssl": "on", "ssl_key_file": key, "ssl_cert_file": paper}
        with Postgres(settings, ["hostssl all all 127.0.0.0/8 trust"]) as postgres:
            held, failed = run(options, postgres, folder)
    print(f"{held} held, {failed} failed")
    return 0 if held and not failed else 1


def run(options, postgres, folder):
    wall = Wall(postgres.port, is_open=options.plant == "open")
    addresses = iter([ADDRESSES[0], *ADDRESSES])  # the first node is gone when the two begin
    house = House(options.ruta, postgres, folder, way=lambda port: Wire(wall, next(addresses), port, folder / "server.crt"))
    street = Silence(house, options.seed, wall)
    with house:
        street.found()
        return tell_all(SENTENCES, options.only, street)


if __name__ == "__main__":
    sys.exit(main())
