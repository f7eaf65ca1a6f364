"""The house of the app's tests: servers, what stands before them, and phones; faults are planted on the way if asked for."""

import functools
import importlib.util
import json
import re
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

from house import PHONE, House
from middle import Middle
from phone import Phone

PERMISSIONS = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
FLAGS = ["--no-sandbox", *PERMISSIONS]
CENTRE_MOBILE = """
- id: practice-centre
  institution: serenazgo
  kind: mobile
  value: "900000000"
  label: Central de práctica.
  hours: 24x7
  order: 90
  verified: no
  source: known-practice
"""
IN_ENGLISH = """
- es: Central de práctica.
  en: Practice control centre.
"""


def cut_off(phone, middle):
    """No network on the phone, and nobody at the other end either."""
    phone.page.context.set_offline(True)
    middle.is_silent = True


class Street(House):
    """Everything that a theme asks for; what it starts is ended at the end."""

    def __init__(self, playwright, browser, *places):
        super().__init__(browser, *places)
        self.playwright, self.middles = playwright, []

    def __exit__(self, *all_):
        for middle in self.middles:
            middle.close()
        super().__exit__(*all_)

    @functools.cached_property
    def town_catalog(self):
        """A catalogue in which the control centre takes short messages: the real one knows no such number yet."""
        copy = self.folder / "town-catalog"
        shutil.copytree(self.catalog, copy)
        with (copy / "contacts/services.yaml").open("a") as lines:
            lines.write(CENTRE_MOBILE)
        with (copy / "translations/en/contacts.yaml").open("a") as lines:
            lines.write(IN_ENGLISH)
        return copy

    def between(self, server=None, **faults):
        """A way to a server that can be cut, counted and changed."""
        middle = Middle((server or self.open).port, **faults)
        self.middles.append(middle)
        return middle

    def own(self, catalog=None, **faults):
        """A server of its own and a way to it."""
        server = self.new_server(catalog)
        return server, self.between(server, **faults)

    @contextmanager
    def phone(self, middle, before="", night=False, size=PHONE, **more):
        """A phone that was never here. `before` is a script that runs before every page; a fault, mostly."""
        context = self.browser.new_context(**looks(size, night), **more)
        try:
            yield self.held(context, middle, before)
        finally:
            context.close()

    @contextmanager
    def owned(self, middle, profile, before="", **more):
        """A phone whose profile lies in a folder: it can be carried away, and taken up again."""
        context = self.playwright.chromium.launch_persistent_context(
            profile, executable_path=self.program, args=FLAGS, **looks(PHONE, False), **more)
        try:
            yield self.held(context, middle, before)
        finally:
            context.close()

    def held(self, context, middle, before):
        if before:
            context.add_init_script(before)
        return Phone(context.new_page(), middle.address)

    @property
    def program(self):
        return str(self.chromium)

    def route(self, *situations):
        """What the command line says of situations: (district, facts, hour) each; the same engine without a browser."""
        found = []
        for district, facts, hour in situations:
            named = [part for name, value in facts.items() for part in ("--fact", f"{name}={value}")]
            done = subprocess.run([self.ruta, "route", "--catalog", self.catalog, "--district", district, "--at", hour, "--json",
                                   *named], capture_output=True, check=True)
            found.append(json.loads(done.stdout))
        return found


def looks(size, night):
    return {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": "dark" if night else "light", "locale": "es-PE",
            "timezone_id": "America/Lima", "has_touch": True}


def journal(server):
    """id of a report → (how often it was taken as new, its last content), as the journal has it."""
    rows = server.read("SELECT name, payload FROM journal_event WHERE name LIKE 'sighting-%' ORDER BY position")
    found = {}
    for name, payload in rows:
        report = json.loads(payload).get("report")
        if report:
            times = found.get(report["id"], (0, None))[0]
            found[report["id"]] = (times + (name == "sighting-reported"), report)
    return found


def settled(server, ids):
    """Sentences on reports that were lost or taken twice."""
    kept = journal(server)
    for name in ids:
        times = kept.get(name, (0, None))[0]
        if not times:
            yield f"lost: report {name}"
        elif times > 1:
            yield f"doubled: report {name}, {times} times"
    for name in set(kept) - set(ids):
        yield f"doubled: a report that nobody sent, {name}"


def attempted(*finders):
    """Findings of several parts; one that breaks is a finding, and the rest still run."""
    for find in finders:
        yield from find()


@functools.cache
def districts(catalog):
    """The codes of all districts."""
    return sorted(re.findall(r'ubigeo: "(\d{6})"', (catalog / "territory/districts.yaml").read_text()))


def judges(theme):
    """The judges of a theme of the other browser tests, which this one shares: what is right there is right here."""
    file = Path(__file__).parent.parent / "browser" / f"test_{theme}.py"
    spec = importlib.util.spec_from_file_location(f"browser_{theme}", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
