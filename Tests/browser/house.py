"""The house of the tests: the servers, the browser, and visits to pages, with faults planted on the way if asked for."""

import functools
import shutil
from contextlib import contextmanager

import town as towns
from register import Files
from server import Server, closed_catalog

PHONE = (360, 640)


class House:
    def __init__(self, browser, ruta, catalog, folder, pictures, registers=None):
        self.browser, self.ruta, self.catalog, self.folder, self.pictures = browser, ruta, catalog, folder, pictures
        self.registers = registers or Files()
        self.started = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if "with_windows" in self.__dict__:
            self.with_windows.close()
        for server in self.started:
            if server.process.poll() is None:
                server.kill()
        self.registers.end()

    @functools.cached_property
    def with_windows(self):
        """The whole Chromium, dearer to visit with: what a system shows beside a page, as a notice, the other has no place for."""
        return self.browser.browser_type.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])

    def new_server(self, catalog=None):
        """A server with an empty data file."""
        data = self.folder / f"{len(self.started)}.sqlite"
        server = Server(self.ruta, catalog or self.catalog, data, register=self.registers.of(data))
        self.started.append(server)
        return server

    @functools.cached_property
    def open(self):
        """The server that most visits go to."""
        return self.new_server()

    @functools.cached_property
    def closed(self):
        """A server whose calendar has a holiday now: what is shown at 22:15 is shown at any hour."""
        return self.new_server(closed_catalog(self.catalog, self.folder))

    @functools.cached_property
    def broken(self):
        """A server that can record nothing."""
        server = self.new_server()
        server.break_storage()
        return server

    @property
    def town_catalog(self):
        """The catalogue of every town."""
        return self.catalog

    @functools.cached_property
    def prepared_town(self):
        """The folder of the town that every town is a copy of."""
        folder = self.folder / "prepared-town"
        folder.mkdir()
        return towns.prepared(self.ruta, self.town_catalog, folder, self.registers)

    def new_town(self):
        """A practice town of its own, with all accounts and a session for each."""
        folder = self.folder / f"town-{len(self.started)}"
        town = towns.copied(self.ruta, self.town_catalog, self.prepared_town, folder, self.registers)
        self.started.append(town)
        return town

    @functools.cached_property
    def town(self):
        """The practice town that most visits of the desks go to."""
        return self.new_town()

    @contextmanager
    def visit(self, size=PHONE, night=False, script=True, css="", html=None, js="", language=None, browser=None, **more):
        """A page in a profile of its own, of the usual browser if no other is given.

        Faults: `css` is added to the stylesheet, `js` to the script, `html` is a function over every document. Beside a fault there
        is no service worker: what it fetches would be changed too, and after the end of the visit. `language` is the one that was
        chosen before; without it nobody chose.
        """
        workers = "block" if css or js or html else "allow"
        context = (browser or self.browser).new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if night else "light", service_workers=workers,
            java_script_enabled=script, locale="es-PE", timezone_id="America/Lima", **more)
        context.set_default_timeout(8000)
        if language:
            context.add_cookies([{"name": "ruta-idioma", "value": language, "domain": "127.0.0.1", "path": "/"}])
        if css:
            context.route("**/*.css", functools.partial(changed, lambda text: text + css))
        if js:
            context.route("**/*.js", functools.partial(changed, lambda text: text + ";" + js))
        if html:
            context.route(lambda address: "127.0.0.1" in address and "/assets/" not in address, functools.partial(changed, html))
        try:
            yield context.new_page()
        finally:
            context.close()


def changed(change, route):
    """Answers a request with what the server says, changed."""
    if route.request.resource_type == "eventsource":  # a stream has no end that could be waited for
        return route.continue_()
    response = route.fetch()
    headers = {name: value for name, value in response.headers.items()
               if name not in ("content-encoding", "content-length")}
    route.fulfill(status=response.status, headers=headers, body=change(response.text()))
