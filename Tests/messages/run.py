#!/usr/bin/env python3
"""Sends real messages through real servers and looks at what arrives, at the case, and at the outbox.

    run.py RUTA CATALOG [--plant]

A practice town is started beside a mail server that requires STARTTLS and a login, and a gateway for short messages and
webhooks. A unit proves its addresses, referrals are sent to it, and the servers refuse, cut the line, answer late or go
away; the program is killed between sending and writing it down. Waits are not waited for: the clock of a message is moved
in the data file, as time would.

With --plant one fault after the other is put into the way, and the check that is there for it must find it.
"""

import base64
import json
import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE, HERE.parent / "browser", HERE.parent / "canary"):
    sys.path.insert(0, str(folder))

from cryptography.exceptions import InvalidSignature  # noqa: E402
from gateway import TOKEN, Gateway, Receiver, Replayed, who_wakes  # noqa: E402
from journey import Forms, Member  # noqa: E402
from mailbox import PASSWORD, USER, Mailbox, text  # noqa: E402
from town import Town  # noqa: E402

PATIENCE = 25
UNREACHED = "Ningún mensaje llegó. Llame ahora y anote quién contestó."  # stands beside every referral that nobody could be told of
LATE = 6.0  # seconds that a slow mail server takes; a gate waits for thirty
REFERENCE = r"[0-9A-Z]{4}-[0-9A-Z]{4}"
PLAIN = re.compile(
    rf"(Tiene 1 tarea|Tiene 1 tarea sin responder|Hay 1 tarea vencida|Detenga 1 tarea|Hay 1 respuesta)\. Ref\. {REFERENCE}\.")
CODE = re.compile(r"Su código es (\d{6})\.")


class Wrong(Exception):
    """What was expected did not come."""


def expect(truth, said):
    if not truth:
        raise Wrong(said)


def until(look, said, patience=PATIENCE):
    """What a look gives, as soon as it gives something."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if found := look():
            return found
        time.sleep(0.1)
    raise Wrong(f"waited in vain: {said}")


class Post:
    """The town, its servers, and what the people of the test do."""

    def __init__(self, ruta, catalog, folder, encryption="yes"):
        self.ruta, self.folder = ruta, Path(folder)
        self.mailbox, self.gateway = Mailbox(folder, requires_tls=encryption == "yes"), Gateway()
        for name, line in (("mail.password", PASSWORD), ("sms.authorization", TOKEN)):
            file = self.folder / name
            file.touch(0o600)
            file.write_text(line + "\n")
        os.environ.update({
            "RUTA_MAIL_SERVER": f"smtp://127.0.0.1:{self.mailbox.port}", "RUTA_MAIL_FROM": "avisos@ruta.example",
            "RUTA_MAIL_USER": USER, "RUTA_MAIL_PASSWORD_FILE": str(self.folder / "mail.password"),
            "RUTA_MAIL_AUTHORITIES": str(self.mailbox.authorities), "RUTA_MAIL_ENCRYPTION": encryption,
            "RUTA_SMS_URL": f"http://127.0.0.1:{self.gateway.port}/sms",
            "RUTA_SMS_BODY": '{"to":{to},"text":{text},"id":{id}}',
            "RUTA_SMS_AUTHORIZATION_FILE": str(self.folder / "sms.authorization"),
            "RUTA_WEBHOOK_ORIGINS": f"http://127.0.0.1:{self.gateway.port}",
            "RUTA_PUSH_ORIGINS": f"http://127.0.0.1:{self.gateway.port}", "RUTA_PUSH_CONTACT": "avisos@ruta.example",
        })
        (self.folder / "town").mkdir()
        self.town = Town(ruta, catalog, self.folder / "town")
        self.operator = Member(self.town, "operator")
        self.officer = self.unit = None
        self.used = set()

    def close(self):
        self.town.kill()
        self.mailbox.close()
        self.gateway.close()
        for name in [name for name in os.environ if name.startswith(("RUTA_MAIL", "RUTA_SMS", "RUTA_WEBHOOK", "RUTA_PUSH"))]:
            del os.environ[name]

    def sql(self, statement, *values):
        connection = sqlite3.connect(self.town.data, timeout=20)
        try:
            rows = connection.execute(statement, values).fetchall()
            connection.commit()
            return rows
        finally:
            connection.close()

    def hurry(self):
        """Lets the wait of every message of the unit pass; a try that is under way is left to itself."""
        self.sql("UPDATE message SET next_ms = 0 WHERE state = 'waiting' AND unit = ? AND held_by IS NULL", self.unit)

    def end_claims(self):
        """Lets the time pass for which nobody else touches what a dead program was sending."""
        self.sql("UPDATE message SET held_until_ms = 0 WHERE held_by IS NOT NULL")

    def message(self, referral):
        found = self.sql("SELECT message_id, state, outcome FROM message WHERE referral = ? AND kind = 'task'", referral)
        return found[0] if found else None

    def settled(self, referral, state):
        """Waits until the message of a referral has a state, hurrying it on."""
        def look():
            found = self.message(referral)
            if found and found[1] == state:
                return found
            self.hurry()
            return None
        return until(look, f"a message that is {state}; it is {self.message(referral)}")

    def state(self, referral):
        return self.sql("SELECT state FROM referral_row WHERE referral = ?", referral)[0][0]

    def refer(self):
        """Sends one referral to a unit that has an officer; returns the ids of the case and of the referral."""
        cases = dict.fromkeys(re.findall(r"caso=([0-9a-f]{32})", self.operator.page("/cola")))
        for case in cases:
            page = self.operator.page(f"/casos/{case}/derivar")
            for form in (form for form in Forms(page).forms if "visto" in form["fields"]):
                for name in form["fields"]:
                    step = name.removeprefix("paso-")
                    unit = self.recipient(form["choices"].get(f"va-{step}", []))
                    if step == name or not unit or (case, step) in self.used:
                        continue
                    self.used.add((case, step))
                    kept = {key: value for key, value in form["fields"].items() if not key.startswith("paso-")}
                    chosen = {**kept, name: "yes", f"va-{step}": unit, "etapa": "revisar"}
                    if unit != form["choices"][f"va-{step}"][0]:
                        chosen[f"motivo-{step}"] = "closer-service"  # another than the first one needs a reason
                    if self.send_reviewed(form["action"], chosen):
                        return case, form["fields"][f"id-{step}"]
        raise Wrong("no case of the queue can be referred to a unit with an officer")

    def send_reviewed(self, address, chosen):
        """Whether a choice was sent, with what the page of who will see what adds to it."""
        _, _, page = self.operator.ask("POST", address, chosen)
        reviewed = next((form for form in Forms(page).forms if "revisado" in form["fields"]), None)
        if reviewed is None:
            return False
        return self.operator.ask("POST", address, {**chosen, **reviewed["fields"], "etapa": "enviar"})[0] == 303

    def recipient(self, values):
        """The value of a unit in a list of recipients: the one of the test, or the first with an officer."""
        for value in values:
            if not value.startswith("u."):
                continue
            unit = value[2:]
            if self.unit in (None, unit) and (card := self.card(unit)):
                if self.unit is None:
                    self.unit, self.officer = unit, Member(self.town, card.account)
                return value
        return None

    def card(self, unit):
        """The first officer of a unit; none where it has none."""
        named = self.sql("SELECT name FROM unit WHERE id = ?", unit)
        return next((card for card in self.town.cards if card.role == "officer" and (card.unit,) in named), None)

    def act(self, verb, channel, **more):
        page = self.officer.page("/mi-unidad")
        form = next(form for form in Forms(page).forms if form["fields"].get("acto") == verb
                    and channel in (None, form["fields"]["direccion"]))
        return form["fields"]["direccion"], self.officer.send(form, **more)

    def add(self, kind, address, digits):
        """Adds an address and brings back the digits that arrived there."""
        channel, (status, _, _) = self.act("anadir", None, via=kind, donde=address, **{"a-quien": "office"})
        expect(status == 200, f"adding {kind} was answered with {status}")
        code = until(digits, f"the code for {kind}")
        status = self.act("comprobar", channel, cifras=code)[1][0]
        expect(status == 200, f"the digits that arrived by {kind} were answered with {status}")
        return channel


def mailed_code(post):
    found = [CODE.fullmatch(text(mail)) for mail in post.mailbox.mails]
    return next((match.group(1) for match in found if match), None)


def told_code(texts):
    found = [CODE.fullmatch(said) for said in texts]
    return next((match.group(1) for match in found if match), None)


def addresses(post):
    post.refer()  # finds the unit
    mail = post.add("email", "guardia@unidad.example", lambda: mailed_code(post))
    expect(post.mailbox.logins >= 1, "the mail server saw no login")
    expect(all(mail.tls for mail in post.mailbox.mails), "a mail came without encryption")
    return mail


def plain_mail(post):
    case, referral = post.refer()
    post.settled(referral, "delivered")
    mail = post.mailbox.mails[-1]
    said = text(mail)
    expect(PLAIN.fullmatch(said), f"a mail says more than it may: {len(said)} characters")
    expect(re.fullmatch(rf"Tiene 1 tarea\. Ref\. {REFERENCE}", str(mail["Subject"])), "a subject says more than it may")
    expect(mail["Auto-Submitted"] == "auto-generated" and mail["Reply-To"] is None, "headers that invite an answer")
    expect(mail.tls, "a mail came without encryption")
    until(lambda: post.state(referral) == "delivered", "the referral that says delivered")
    page = post.operator.page(f"/casos/{case}")
    expect("le llegó" in page, "the page of the case does not say that it arrived")


def refused_then_taken(post):
    post.mailbox.faults = ["451"]
    _, referral = post.refer()
    post.settled(referral, "delivered")
    outcomes = [row[0] for row in post.sql(
        "SELECT outcome FROM message_attempt WHERE message_id = ? ORDER BY attempt", post.message(referral)[0])]
    expect(outcomes == ["smtp-451", "taken"], f"the tries were {outcomes}")


def late_answer(post):
    """A server that takes its time keeps no page waiting, and the mail comes once."""
    before = len(post.mailbox.mails)
    post.mailbox.faults = [LATE]
    _, referral = post.refer()
    until(lambda: not post.mailbox.faults, "the mail server that answers late")
    started = time.monotonic()
    post.operator.page("/cola")
    expect(time.monotonic() - started < LATE / 2, "a page waited for the mail server")
    identity = post.settled(referral, "delivered")[0]
    came = [mail for mail in post.mailbox.mails[before:] if identity in mail["Message-ID"]]
    expect(len(came) == 1, f"the mail came {len(came)} times")


def cut_line(post):
    """The server took it and the line was cut: it comes again, and its id says so."""
    before = len(post.mailbox.mails)
    post.mailbox.faults = ["drop"]
    _, referral = post.refer()
    identity = post.settled(referral, "delivered")[0]
    came = [mail["Message-ID"] for mail in post.mailbox.mails[before:] if identity in mail["Message-ID"]]
    expect(len(came) == 2 and len(set(came)) == 1, f"the mail came {len(came)} times with {len(set(came))} ids")


def next_channel(post):
    post.add("sms", "+51987654321", lambda: told_code(sms["text"] for sms in post.gateway.sms))
    post.mailbox.faults = ["550"]
    _, referral = post.refer()
    identity = post.settled(referral, "delivered")[0]
    sms = next(sms for sms in post.gateway.sms if sms["id"] == identity)
    expect(sms["to"] == "+51987654321" and sms["key"] == identity, "the short message has another receiver or id")
    expect(PLAIN.fullmatch(sms["text"]), "a short message says more than it may")
    hop = post.sql("SELECT channel FROM message WHERE message_id = ?", identity)
    expect(hop == [("sms",)], f"it arrived by {hop}")


def signed_call(post, receiver):
    hook = f"http://127.0.0.1:{post.gateway.port}/hook"
    channel = post.add("webhook", hook, lambda: told_code(
        json.loads(body)["text"] for _, body in post.gateway.hooks))
    expect(post.act("primero", channel)[1][0] == 200, "the address could not be put first")
    before = len(post.gateway.hooks)
    _, referral = post.refer()
    identity = post.settled(referral, "delivered")[0]
    headers, body = next(call for call in post.gateway.hooks[before:] if call[0]["Ruta-Id"] == identity)
    took = receiver.take(headers, body, time.time())
    expect(PLAIN.fullmatch(took["text"]), "a call says more than it may")
    fresh = Receiver(receiver.raw)  # which has not seen the call
    for who, changed, now, said, refusal in (
            (receiver, headers, time.time(), "a copy", Replayed),
            (fresh, {**headers, "Ruta-Id": "0" * 32}, time.time(), "another id", InvalidSignature),
            (fresh, headers, time.time() + 3_600, "an old call", Replayed)):
        try:
            who.take(changed, body, now)
        except refusal:
            continue
        raise Wrong(f"the receiver took {said}")
    return channel


def cut_call(post, receiver):
    """The receiver took it and the line was cut: the second call has the same id, and the receiver knows it."""
    before = len(post.gateway.hooks)
    post.gateway.faults = ["drop"]
    _, referral = post.refer()
    identity = post.settled(referral, "delivered")[0]
    calls = [call for call in post.gateway.hooks[before:] if call[0]["Ruta-Id"] == identity]
    expect(len(calls) == 2, f"the call came {len(calls)} times")
    receiver.take(*calls[0], time.time())
    try:
        receiver.take(*calls[1], time.time())
    except Replayed:
        return
    raise Wrong("the receiver took the second call as another message")


def killed_between(post, channel, forget=False):
    """Killed after the gateway took it and before anybody wrote that down."""
    before = len(post.gateway.hooks)
    post.gateway.faults = [3.0]
    _, referral = post.refer()
    until(lambda: post.sql("SELECT 1 FROM message WHERE referral = ? AND attempts = 1", referral), "the first try")
    time.sleep(0.5)  # the request is under way; the answer takes three seconds
    post.town.kill()
    expect(post.message(referral)[1] == "waiting", "it was written down before the gateway answered")
    until(lambda: len(post.gateway.hooks) > before, "the call that the dead program made")
    if forget:
        post.sql("DELETE FROM message WHERE referral = ?", referral)
    post.town.restart()
    post.end_claims()
    identity = post.settled(referral, "delivered")[0]
    came = [headers["Ruta-Id"] for headers, _ in post.gateway.hooks[before:] if headers["Ruta-Id"] == identity]
    expect(len(came) == 2, f"the call came {len(came)} times")


def nobody_there(post, administrator):
    """Every way is down: the case says so, a person may try again, and then it arrives."""
    post.mailbox.faults = ["451"] * 50
    post.gateway.faults = [503] * 100
    case, referral = post.refer()
    before = post.operator.page(f"/casos/{case}").count(UNREACHED)

    def warned():
        post.hurry()
        return post.operator.page(f"/casos/{case}").count(UNREACHED) == before + 1
    until(warned, "the page of the case that says that nobody could be reached", 60)
    expect("No se pudo avisar" in post.operator.page("/cola"), "the queue does not say that nobody could be reached")
    post.sql("UPDATE message SET deadline_ms = 1, next_ms = 0 WHERE referral = ?", referral)
    until(lambda: post.message(referral)[1] == "failed", "the dead letter")
    post.mailbox.faults, post.gateway.faults = [], []
    identity = post.message(referral)[0]
    page = administrator.page("/mensajes")
    form = next(form for form in Forms(page).forms if form["fields"].get("mensaje") == identity)
    expect(case not in page, "the page of the outbox leads into a case")
    expect(administrator.send(form)[0] == 200, "the dead letter could not be taken up")
    post.settled(referral, "delivered")
    until(lambda: post.state(referral) == "delivered", "the referral that says delivered")
    # The thread keeps what happened, and other referrals of the case may still wait for somebody.
    expect(post.operator.page(f"/casos/{case}").count(UNREACHED) == before, "the page still says to call")


def woken(post, plant):
    """A browser is woken beside every message, with nothing in it; one that is gone is forgotten."""
    maker = f"http://127.0.0.1:{post.gateway.port}"

    def account(verb, **more):
        page = post.officer.page("/mi-cuenta")
        form = next(form for form in Forms(page).forms if form["fields"].get("hacer") == verb)
        return page, post.officer.send(form, **more)[0]
    page, status = account("avisar", donde=maker + "/push/here")
    expect(status == 200, f"a browser was answered with {status}")
    expect(account("avisar", donde="http://127.0.0.1:9/push/x")[1] == 422, "a maker whom the house does not call was kept")
    expect(account("avisar", donde=maker + "/push/gone")[1] == 200, "a second browser was not kept")
    before = len(post.gateway.pushes)
    _, referral = post.refer()
    post.settled(referral, "delivered")
    until(lambda: {path for path, _, _ in post.gateway.pushes[before:]} == {"/push/here", "/push/gone"}, "the pushes")
    _, headers, body = next(push for push in post.gateway.pushes[before:] if push[0] == "/push/here")
    expect(body == b"" and headers["Content-Length"] == "0", "something came with a push")
    known = {"Host", "Authorization", "TTL", "Topic", "Urgency", "Content-Length", "Connection"}
    expect({name.title() for name in headers} <= {name.title() for name in known}, f"a push has {set(headers) - known}")
    key = re.search('data-push="([^"]+)"', page)[1]
    claims = who_wakes(headers, "B" + key[1:-4] + "AAAA" if plant == "push" else key)
    expect(claims["aud"] == maker and claims["sub"] == "mailto:avisos@ruta.example", "a push names another maker or mailbox")
    expect(0 < claims["exp"] - time.time() <= 86_400, "a token is good for more than a day")
    until(lambda: not post.sql("SELECT 1 FROM push_subscription WHERE address LIKE '%/gone'"), "the end of a browser that is gone")
    expect(account("no-avisar")[1] == 200, "the browsers could not be taken away")
    expect(not post.sql("SELECT 1 FROM push_subscription"), "a browser stayed")


def wrong_settings(ruta, catalog, folder):
    said = {**os.environ, "RUTA_MAIL_SERVER": "x", "RUTA_SMS_URL": "x", "RUTA_WEBHOOK_ORIGINS": "x", "RUTA_PUSH_ORIGINS": "x"}
    ended = subprocess.run([ruta, "serve", "--port", "0", "--data", f"{folder}/w.sqlite", "--catalog", catalog],
                           env=said, capture_output=True, text=True, timeout=60)
    expect(ended.returncode == 78, f"a wrong setting ended with {ended.returncode}")
    for name in ("RUTA_MAIL_SERVER", "RUTA_SMS_URL", "RUTA_WEBHOOK_ORIGINS", "RUTA_PUSH_ORIGINS"):
        expect(name in ended.stderr, f"{name} was not said")


def receiver_of(ruta, post):
    line = subprocess.run([ruta, "receipt", "key", "--data", post.town.data], capture_output=True, text=True, check=True)
    key = line.stdout.split()[-1]
    raw = base64.urlsafe_b64decode(key + "=" * (-len(key) % 4))
    receiver = Receiver(raw)
    receiver.raw = raw
    return receiver


def story(ruta, catalog, plant=None):
    with tempfile.TemporaryDirectory(prefix="ruta-messages-") as folder:
        post = Post(ruta, catalog, folder, encryption="no" if plant == "clear" else "yes")
        post.mailbox.addition = " Es un caso de trata." if plant == "words" else ""
        try:
            done = []
            def step(name, act, *more):
                started = time.monotonic()
                found = act(*more)
                done.append(name)
                print(f"  {name}: {time.monotonic() - started:.1f} s", flush=True)
                return found
            step("an address is proved by mail", addresses, post)
            step("a mail says nothing, and the referral is delivered", plain_mail, post)
            if plant in ("clear", "words"):
                return
            step("refused for now, taken later", refused_then_taken, post)
            step("answered late: once, and no page waits", late_answer, post)
            step("cut after taking: twice with one id", cut_line, post)
            step("refused for good: the next channel", next_channel, post)
            step("a browser is woken, with nothing in it", woken, post, plant)
            receiver = receiver_of(ruta, post)
            if plant == "key":
                receiver = Receiver(secrets.token_bytes(32))
                receiver.raw = b"\0" * 32
            channel = step("a signed call, and its copies refused", signed_call, post, receiver)
            step("a call cut after taking: known the second time", cut_call, post, receiver)
            step("killed between sending and writing", killed_between, post, channel, plant == "lost")
            step("nobody there, and taken up again", nobody_there, post, Member(post.town, "administrator"))
        finally:
            post.close()
        wrong_settings(ruta, catalog, folder)
        print(f"test-messages: {len(done)} stories passed")


def planted(ruta, catalog):
    with tempfile.TemporaryDirectory(prefix="ruta-words-") as folder:
        talkative = Path(folder) / "Catalog"
        shutil.copytree(catalog, talkative)
        words = talkative / "texts/es/messages.yaml"
        words.write_text(words.read_text().replace("Tiene 1 tarea. Ref.", "Un caso de trata. Ref."))
        plants = [("template", "un aviso no puede decir", talkative), ("words", "says more", catalog), ("clear", "without encryption", catalog),
                  ("push", "InvalidSignature", catalog), ("key", "InvalidSignature", catalog), ("lost", "waited in vain", catalog)]
        for plant, word, shelf in plants:
            try:
                story(ruta, str(shelf), plant)
            except Exception as found:  # noqa: BLE001: the kind is part of what is found
                said = f"{type(found).__name__} {found}".strip()
                if word not in said:
                    raise
                print(f"found   {plant}: {said}", flush=True)
                continue
            raise SystemExit(f"test-messages: the planted fault '{plant}' was not found")
    print("test-messages: all planted faults found")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        raise SystemExit(__doc__)
    try:
        (planted if sys.argv[3:] else story)(sys.argv[1], sys.argv[2])
    except Wrong as wrong:
        raise SystemExit(f"test-messages: {wrong}")
