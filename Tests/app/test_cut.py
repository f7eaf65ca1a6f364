"""The way to the server is cut after every single byte of the exchange, up and down: nothing lost, nothing doubled."""

import json
from collections import Counter

from middle import Cut
from street import settled
from suite import Suite

suite = Suite()
PATH = "/app/avisos"
LEAST = 1000  # bytes of an exchange: less, and something was not counted
REPORTS = 48  # every one lives through every 48th cut; together they live through all
SHARE, FEW = 97, 3  # a plant lives through every 97th byte, with three reports and three seconds for each
PATIENCE = 60  # seconds for one report

# One page makes report after report, each without a network at first. Then the network is back, and every pause of the sender
# passes at once: the clock of the page jumps over it. The deadline of a request stays what it is.
LIVES = """const wait = window.setTimeout, day = Date.now, ask = window.fetch, deadline = 30000;
let ahead = 0, isAway = false, isFast = false;
Date.now = () => day.call(Date) + ahead;
window.setTimeout = (act, ms, ...rest) => !isFast || ms < 1000 || ms === deadline ? wait(act, ms, ...rest)
  : wait(() => { ahead += ms; act(...rest) }, 0);
window.fetch = (...all) => isAway && all[0] === '/app/avisos' ? Promise.reject(new TypeError('away')) : ask(...all);
window.live = async seconds => {
  const until = performance.now() + 1000 * seconds;
  const there = async selector => {
    for (;;) {
      const found = document.querySelector(selector);
      if (found) return found;
      if (performance.now() > until) throw new Error(`expected ${selector}`);
      await new Promise(done => wait(done, 1));
    }
  };
  const to = async (way, view) => { (await there(way)).click(); await there(`main[data-view=${view}]`) };
  ahead = 0; isFast = false; isAway = true;
  if (!document.querySelector('main[data-view=start]')) await to('[data-go=start]', 'start');
  for (const view of ['calls', 'seen', 'sent']) await to(`button[name=to][value=${view}]`, view);
  const report = (await there('[data-report]')).dataset.report;
  isAway = false; isFast = true;
  document.dispatchEvent(new Event('visibilitychange'));
  let fault = null;
  try { await there(`[data-report="${report}"][data-state=received]`) } catch (late) { fault = late.message }
  isFast = false;
  return [report, fault];
};
window.lives = async (count, seconds) => {
  const all = [];
  while (all.length < count) { all.push(await live(seconds)); if (all[all.length - 1][1]) break }
  return all;
}"""


def planned(up, down, reports, share=1):
    """The cuts of every report of many: its part of those going up, then of those coming down, then none.

    The longest first: the first answer to a report has a byte more than the further ones.
    """
    step = reports * share
    for number in range(0, step, share):
        rising, falling = range(number, up, step), reversed(range(number, down, step))
        yield [*(Cut(PATH, True, at) for at in rising), *(Cut(PATH, False, at) for at in falling), None]


def measured(phone, middle):
    """How many bytes a report goes up with, and its answer comes down with; and the report."""
    ((report, fault),) = phone.script("([seconds]) => lives(1, seconds)", [PATIENCE])
    if fault:
        raise AssertionError(fault)
    one = middle.passed(PATH, "POST")[-1]
    return one.up, one.down, report


def cut_everywhere(home, changes=(), share=1, reports=REPORTS, patience=PATIENCE):
    """Findings on reports that were lost or doubled over all cuts, and on bytes that no cut fell on."""
    server, middle = home.own(changes=list(changes), is_roaming=True)
    with home.phone(middle, LIVES) as phone:
        phone.install()
        up, down, first = measured(phone, middle)
        before = len(middle.exchanges)
        middle.cuts = [(PATH, cut) for cuts in planned(up, down, reports, share) for cut in cuts]
        lived = phone.script("([count, seconds]) => lives(count, seconds)", [reports, patience])
    yield from (fault for _, fault in lived if fault)
    ids = [first, *(report for report, _ in lived)]
    passed = [one for one in middle.exchanges[before:] if one.path == PATH]
    if share == 1:
        yield from uncovered(passed, up, down)
        suite.notes.append(f"{up} bytes up and {down} down, each cut once: {len(passed)} exchanges of {len(ids)} reports")
    yield from settled(server, ids)


def uncovered(passed, up, down):
    """Bytes that no cut fell on, going up and coming down in a receipt."""
    if up + down < LEAST:
        yield f"expected an exchange of at least {LEAST} bytes, found {up + down}"
    rising = Counter(one.up for one in passed if not one.status)
    falling = Counter(one.down for one in passed if one.status == 200 and one.is_cut)
    refused = Counter(one.status for one in passed if one.status not in (0, 200))
    if refused:
        yield f"expected no other answers than receipts, found {dict(refused)}"
    for way, cut, count in (("up", rising, up), ("down", falling, down)):
        missing = sorted(set(range(count)) - set(cut))
        if missing:
            yield f"expected a cut after each of {count} bytes {way}, found none after {missing[:5]} and {len(missing)} in all"


@suite.test("cut at every byte of the exchange, both ways, nothing is lost and nothing doubled")
def every_byte(home):
    return cut_everywhere(home)


def module(name, old, new):
    """A fault in a module of the app, planted on the way."""
    def change(text):
        if old not in text:
            raise AssertionError(f"expected '{old}' in {name}")
        return text.replace(old, new)
    return f"/app/*{name}", change


@suite.plant("a way that says received before the server has it", "lost")
def says_received(home):
    server, middle = home.own()
    with home.phone(middle) as phone:
        phone.install()
        phone.page.context.set_offline(True)
        report = phone.open().sent()
        middle.answers[PATH] = 200, {"code": "AAAA-AAAA", "id": report, "receivedAt": 1, "repeat": False, "remarks": []}
        phone.page.context.set_offline(False)
        phone.deliver(report)
    return list(settled(server, [report]))


@suite.plant("a phone that takes half an answer for a receipt", "lost")
def believes_half(home):
    receipt = json.dumps({"code": "AAAA-AAAA", "receivedAt": 1, "remarks": []})
    took = f"if (!answer) return {{ row: Object.assign({{}}, row, {{ state: 'received', receipt: {receipt} }}), gate, effect: '' }};"
    return list(cut_everywhere(home, [module("outbox.js", "if (!answer) return later();", took)], SHARE, FEW, FEW))


@suite.plant("a phone that draws a new id for every try", "doubled")
def new_ids(home):
    again = "await post(world, '/app/avisos', envelope); if (!answer) { const one = window.journey; one.id = id.replace(/^.{8}/, " \
            "Math.random().toString(16).slice(2, 10).padEnd(8, '0')); await one.save(0) }"
    return list(cut_everywhere(home, [
        module("journey.js", "this.id = freshId();", "this.id = freshId(); window.journey = this;"),
        module("sender.js", "await post(world, '/app/avisos', envelope);", again)], SHARE, FEW, FEW))


@suite.plant("bytes that no cut falls on", "expected a cut after each")
def not_all(home):
    server, middle = home.own(is_roaming=True)
    with home.phone(middle, LIVES) as phone:
        phone.install()
        up, down, _ = measured(phone, middle)
        middle.cuts = [(PATH, Cut(PATH, True, at)) for at in range(3)]
        phone.script("([seconds]) => lives(1, seconds)", [PATIENCE])
    return list(uncovered([one for one in middle.exchanges if one.path == PATH], up, down))
