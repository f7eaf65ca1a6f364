"""The sentences of the samples in `deploy/`: what people behind a proxy notice of a node that is lost, and what they must not."""

import http.client
import threading
import time
from contextlib import contextmanager

from bad_world import TEL
from desks import Line, asked, holds, require
from house import beside
from program import Phone
from proxies import Caddy, Nginx

PAUSE = 0.05  # seconds between two requests of somebody on the street
PACE = 0.25  # seconds between two pages of a desk: a session may ask five times a second
PASSED_OVER = 15  # seconds that a report may take while a node stands still: five until nginx asks another, and a busy machine


class Stream:
    """People who ask through a proxy for as long as the block lasts, and what of it failed at the first try."""

    def __init__(self, town, proxy, desk):
        self.failed, self.done = [], 0
        self._over, self._threads = threading.Event(), []
        self._works = [
            (PAUSE, "report", lambda: town.report(proxy.port, proxy.tls)),
            (PAUSE, "page", lambda: town.status(desk, None, "/", proxy.tls, proxy.port) == 200),
            (PACE, "desk", lambda: town.status(desk, None, "/cola", proxy.tls, proxy.port) == 200)]

    def __enter__(self):
        self._threads = [beside(lambda work=work: self._ask(*work)) for work in self._works]
        return self

    def __exit__(self, *_):
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _ask(self, pause, what, work):
        while not self._over.wait(pause):
            try:
                isDone = work()
            except (OSError, http.client.HTTPException) as error:
                isDone = False
                what = f"{what} ({type(error).__name__})"
            self.done += 1
            if not isDone:
                self.failed.append(what)


@contextmanager
def standing(town, kind, folder):
    """A proxy in front of the nodes, once it answers."""
    with kind(town.nodes, town.folder / folder, town.plant) as proxy:
        began = time.perf_counter()
        while not is_well(proxy):
            require(time.perf_counter() - began < 30, f"{kind.name} does not answer: {proxy.said[-600:]}")
            time.sleep(0.1)
        yield proxy


def is_well(proxy):
    try:
        with asked(proxy.port, "GET", "/salud", {}, tls=proxy.tls) as answer:
            answer.read()
            return answer.status == 200
    except (OSError, http.client.HTTPException):
        return False


def behind(town, kind):
    """Pages, reports, a session, the open line; then one node is killed under it, started, and stopped in order."""
    one, other = town.nodes
    with standing(town, kind, kind.name) as proxy:
        desk = town.at_work(one)
        line = Line(proxy.port, desk.cookie, proxy.tls)
        time.sleep(1.2)
        began = time.perf_counter()
        require(town.report(proxy.port, proxy.tls), "a report behind the proxy was not acknowledged")
        waited = line.wait(began)
        for _ in range(6):
            require(town.status(desk, None, port=proxy.port, tls=proxy.tls) == 200, "the session is not known at a node")
            time.sleep(PACE)
        other.kill()
        shown = sum(town.status(desk, None, path="/", port=proxy.port, tls=proxy.tls) == 200 for _ in range(10))
        require(shown == 10, f"{10 - shown} of 10 pages were lost with a node")
        kept = sum(town.report(proxy.port, proxy.tls) for _ in range(6))
        require(kept >= kind.keeps, f"only {kept} of 6 reports were kept after a node was lost")
        other.start()
        with Stream(town, proxy, desk) as stream:
            time.sleep(1)
            require(other.stop() == 0, "it did not stop in order")
            other.start()
            time.sleep(1)
        require(not stream.failed, f"{len(stream.failed)} of {stream.done} failed while a node was stopped: {stream.failed[:5]}")
        return (f"heard after {1000 * waited:.0f} ms; {kept} of 6 reports kept at the first try after a kill; "
                f"none of {stream.done} requests failed while a node was stopped and started")


@holds("behind the sample of Caddy a report, a session and an open line work; a killed node is passed over, a stopped one unnoticed")
def caddy(town):
    return behind(town, Caddy)


@holds("behind the sample of nginx a report, a session and an open line work; a killed node is passed over, a stopped one unnoticed")
def nginx(town):
    return behind(town, Nginx)


@holds("behind nginx a desk does not notice that one node is cut off from the database")
def nginx_half_cut(town):
    one, other = town.nodes
    with standing(town, Nginx, "half-cut") as proxy:
        desk = town.at_work(one)
        other.crossing.cut()
        try:
            said = []
            for _ in range(8):
                said.append(town.status(desk, None, port=proxy.port, tls=proxy.tls))
                time.sleep(PACE)
            alone = town.status(desk, other)
        finally:
            other.crossing.mend()
        require(alone >= 500, f"a node that is cut off gave the page of a desk: HTTP {alone}")
        require(set(said) == {200}, f"with one node cut off a desk was told {said}")


@holds("behind nginx every report is kept at the first try while one node stands still")
def nginx_half_still(town):
    other = town.nodes[1]
    with standing(town, Nginx, "half-still") as proxy:
        other.hold_still()
        try:
            began = time.perf_counter()
            kept = sum(town.report(proxy.port, proxy.tls) for _ in range(4))
            took = time.perf_counter() - began
        finally:
            other.let_go()
        require(kept == 4 and took < PASSED_OVER, f"{kept} of 4 reports were kept, after {took:.0f} s")
    return f"4 reports within {took:.1f} s"


def all_cut_off(town, kind):
    with standing(town, kind, f"{kind.name}-cut") as proxy:
        for node in town.nodes:
            node.crossing.cut()
        try:
            began = time.perf_counter()
            while any(Phone(node.port).health() for node in town.nodes):
                require(time.perf_counter() - began < 40, "a node that reaches no database says that it is well")
            for _ in range(6):
                is_well(proxy)  # as the pages of the desks do: every node counts as failed then
                with asked(proxy.port, "GET", "/", {}, tls=proxy.tls) as answer:
                    page = answer.read().decode()
                require(answer.status == 200 and TEL.search(page), f"the page with the numbers was not given: HTTP {answer.status}")
                time.sleep(0.5)
        finally:
            for node in town.nodes:
                node.crossing.mend()


@holds("where no node can reach the database, Caddy still gives the page with the numbers")
def caddy_cut_off(town):
    all_cut_off(town, Caddy)


@holds("where no node can reach the database, nginx still gives the page with the numbers")
def nginx_cut_off(town):
    all_cut_off(town, Nginx)
