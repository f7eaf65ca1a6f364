"""The town that the tests of the desks stand on: its accounts enter by their door, with script and without."""

from suite import Suite

suite = Suite()
HOMES = {"operator": "/cola", "case-manager": "/cola", "officer": "/bandeja", "coordinator": "/tablero",
         "administrator": "/cuentas", "auditor": "/bitacora", "privacy-officer": "/emergencias",
         "sereno": "/mis-avisos", "analyst": "/mi-cuenta"}


@suite.test("every role arrives at its own first page, and the session of the cookie serves it")
def homes(home):
    for role, path in HOMES.items():
        with home.town.visit(home, role) as page:
            answer = page.goto(home.town.address + path)
            if answer.status != 200 or not page.locator("header.bar form button").count():
                yield f"expected {path} for {role}, found {answer.status} at {page.url.removeprefix(home.town.address)}"


def entering(home, script, passphrase=None, **more):
    with home.visit(script=script, **more) as page:
        home.town.enter(page, "OP-02", passphrase)
        if not page.url.endswith("/cola"):
            yield f"expected the queue after entering, found {page.url.removeprefix(home.town.address)}"
            return
        page.locator("header.bar form button").click()
        page.wait_for_load_state()
        page.goto(home.town.address + "/cola")
        if page.locator("input[autocomplete=username]").count() != 1:
            yield "expected the door again after leaving"


@suite.test("an operator enters and leaves, with script")
def with_script(home):
    return entering(home, True)


@suite.test("an operator enters and leaves, without script")
def without_script(home):
    return entering(home, False)


@suite.plant("a wrong passphrase", "expected the queue after entering")
def wrong_passphrase(home):
    return entering(home, True, passphrase="no-es-la-clave-de-nadie")


@suite.plant("a leaving that leaves nothing", "expected the door again")
def stays(home):
    return entering(home, True, js="addEventListener('submit', event => event.target.action.endsWith('/salir') && "
                                   "event.preventDefault(), true)")
