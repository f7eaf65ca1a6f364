"""The control centre of a town: it enrols and revokes phones on the page /equipos, and takes cases in, as an operator does."""

import html
import re

from journey import Forms, Member

PLACE = "/equipos"
SECRET = re.compile(r"/calle#alta=([A-Za-z0-9_-]{20,24})")


class Centre:
    def __init__(self, town, who="operator"):
        self.town, self.member = town, Member(town, who)

    def form(self, *wanted):
        """The first form of the page whose address or fields have all these words."""
        page = self.member.page(PLACE)
        for form in Forms(page).forms:
            names = " ".join([form["action"], *form["fields"], *form["choices"], *map(str, form["fields"].values())])
            if all(word in names for word in wanted):
                return form
        raise AssertionError(f"expected a form with {wanted} on {PLACE}, found {[one['fields'] for one in Forms(page).forms]}")

    def enrol(self, label, days=30):
        """What the QR of a new enrolment adds to the address of the app."""
        form = self.form("equipo", "dias")
        status, place, page = self.member.send(form, equipo=label, dias=str(days))
        if place:
            status, _, page = self.member.ask("GET", place)
        found = SECRET.search(html.unescape(page))
        if not found:
            raise AssertionError(f"expected the address of an enrolment, found {status}")
        return f"#alta={found.group(1)}"

    def take(self, report):
        """Takes a case in, and adds its one person, as the centre does while the patrol is still out."""
        for act in ("tomar", "persona"):
            page = self.member.page(f"/casos/{report}")
            form = next(one for one in Forms(page).forms if one["fields"].get("acto") == act)
            status, _, _ = self.member.send(form)
            if status != 303:
                raise AssertionError(f"expected the act {act} to be taken, found {status}")

    def revoke(self, label):
        """Revokes the device with a label."""
        page = self.member.page(PLACE)
        row = next(part for part in re.split(r"(?=<li)", page) if f">{label}<" in part and "<form" in part)
        form = next(form for form in Forms(row).forms if "numero" in form["fields"])
        status, place, _ = self.member.send(form)
        if status not in (200, 303):
            raise AssertionError(f"expected {label} to be revoked, found {status}")

    def read_message(self, body):
        """What the page says that an SMS says."""
        status, place, page = self.member.send(self.form("mensaje"), mensaje=body)
        if place:
            page = self.member.page(place)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.unescape(page)))
