"""The tab dies at random moments: no answer that was given after the first step is lost."""

import json
import random
import time

import targets
from phone import SHELL, VIEW, Phone, facts_of
from street import journal
from suite import Suite

suite = Suite()
DEATHS, SEED = 200, 20261128
SETTLED = 250  # milliseconds; an answer older than this counts as given, on a machine that the browser shares with the server
PATIENCE = 90  # seconds without a report that goes out; one may wait for its minute of quiet
MOST_TAPS, MOST_GAP, MOST_SPAN = 6, 120, 800  # a hand as fast as none, and how long after it the tab may still live
DEATH = "/muerte"
CHOICES = {"fact.age": ("minor", "doubted", "adult"), "fact.in-flagrante": ("yes", "no"), "people": ("one", "two", "three-or-more")}

# From the calls on, which stand only when the report is kept, the page taps by itself. At its hour it says in one breath what was
# given and how long ago, and taps no more: what was under way then is under way when the tab dies.
DIES = """async ([taps, death, way]) => {
  const there = async selector => { for (;;) { const found = document.querySelector(selector); if (found) return found;
    await new Promise(done => setTimeout(done, 1)) } };
  const go = async view => { (await there(`button[name=to][value=${view}]`)).click(); await there(`main[data-view=${view}]`) };
  await go('calls');
  const report = (await there('[data-report]')).dataset.report, given = [];
  await go('seen');
  let isOver = false;
  setTimeout(() => {
    isOver = true;
    const told = new XMLHttpRequest(), now = performance.now();
    told.open('POST', way, false);
    told.send(JSON.stringify({ report, given: given.map(([name, value, at]) => [name, value, now - at]) }));
  }, death);
  for (const [name, value, gap] of taps) {
    await new Promise(done => setTimeout(done, gap));
    if (isOver) return;
    if (name === 'sent') { document.querySelector('button[name=to][value=sent]').click(); return }
    document.querySelector(`input[name="${name}"][value="${value}"]`).click();
    given.push([name, value, performance.now()]);
  }
}"""
FORGETFUL = """const put = IDBObjectStore.prototype.put; let writes = 0;
IDBObjectStore.prototype.put = function (value, ...rest) {
  if (value && value.envelope && ++writes > 2) return this.get('none'); return put.call(this, value, ...rest) };"""
LATE = """const encrypt = SubtleCrypto.prototype.encrypt; SubtleCrypto.prototype.encrypt = async function (...all) {
  await new Promise(done => setTimeout(done, 1500)); return encrypt.apply(this, all) };"""


def hand(dice):
    """Taps on answers, changed minds among them, and the moment of death in milliseconds."""
    taps = [(name, dice.choice(CHOICES[name]), dice.randrange(MOST_GAP)) for name in dice.choices(list(CHOICES), k=MOST_TAPS)]
    if dice.random() < 0.3:
        taps.append(("sent", "", dice.randrange(MOST_GAP)))
    return taps, dice.randrange(sum(gap for *_, gap in taps) + MOST_SPAN)


def lived(context, middle, dice, number):
    """One report up to the death of its tab: its id, and (name, value, age) of every answer that was given."""
    page = context.new_page()
    page.goto(middle.address + SHELL, wait_until="commit")
    page.wait_for_selector(VIEW.format("start"), state="attached")
    taps, death = hand(dice)
    page.evaluate(f"all => void ({DIES})(all)", [taps, death, DEATH])
    if not middle.wait(lambda all_: len(middle.passed(DEATH)) > number):
        raise AssertionError(f"expected tab {number} to come to its end")
    with page.expect_event("crash", timeout=10_000):
        try:
            page.goto("chrome://crash", wait_until="commit")
        except Exception:
            pass
    page.close()
    told = json.loads(middle.passed(DEATH)[-1].body)
    return told["report"], told["given"]


def died(home, deaths, before=""):
    """Findings on answers that were lost over many deaths."""
    server, middle = home.own(is_roaming=True)
    middle.answers[DEATH] = 200, {}
    dice, all_given = random.Random(SEED), {}
    context = home.browser.new_context(viewport={"width": 360, "height": 640}, locale="es-PE", timezone_id="America/Lima")
    try:
        if before:
            context.add_init_script(before)
        phone = Phone(context.new_page(), middle.address).install()
        phone.district()
        phone.again().page.close()
        for number in range(deaths):
            report, given = lived(context, middle, dice, number)
            all_given[report] = given
        phone = Phone(context.new_page(), middle.address).open().to("reports")
        until_sent(phone, server, all_given)
    finally:
        context.close()
    answers = [age for given in all_given.values() for *_, age in given]
    suite.notes.append(f"{len(all_given)} tabs died, {len(answers)} answers given, {sum(age < SETTLED for age in answers)} of them under way")
    if len(all_given) < deaths:
        yield f"expected {deaths} reports of their own, found {len(all_given)}"
    yield from lost(journal(server), all_given)


def until_sent(phone, server, wanted):
    """Sends what the tabs left on the phone, for as long as it becomes less: the server takes a report a second from one address."""
    left, until = None, 0
    while True:
        now = phone.pending(), len(set(wanted) - set(journal(server)))
        if not any(now):
            return
        if now != left:
            left, until = now, time.monotonic() + PATIENCE
        elif time.monotonic() > until:
            raise AssertionError(f"expected every report to be sent, found {now[0]} waiting and {now[1]} unknown to the server")
        phone.send_all()
        phone.page.wait_for_timeout(250)


def lost(kept, all_given):
    for report, given in all_given.items():
        if report not in kept:
            yield f"lost: the whole report {report}"
            continue
        last = kept[report][1]
        found = {**facts_of(last), "people": last.get("people"), "district": last.get("district")}
        for name, values in right(given).items():
            if found.get(name) not in values:
                yield f"lost: {name} = {' or '.join(values)} of report {report}, found {found.get(name)}"


def right(given):
    """What may stand in a report: of each name the last answer that was given, or one that was under way when the tab died."""
    values = {"district": ["150135"]}
    for name, value, age in given:
        name = name.removeprefix("fact.")
        if age >= SETTLED:
            values[name] = [value]
        elif name in values:
            values[name].append(value)
    return values


@suite.test("two hundred tabs die, and every answer arrives")
def every_answer(home):
    found = list(died(home, DEATHS))
    targets.measured("U12", f"{len(found)} of the answers of {DEATHS} tabs lost", not found)
    return found


@suite.plant("a phone that keeps only the first answers", "lost")
def forgets(home):
    return list(died(home, 6, FORGETFUL))


@suite.plant("a phone that takes a second and a half to seal", "lost")
def late(home):
    return list(died(home, 6, LATE))
