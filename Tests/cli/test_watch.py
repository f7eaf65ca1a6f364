"""Watching a house: figures at a port of their own, readiness, a log without content, and the doctor.

Disks that lie or fail are those of the tests that kill (Tests/kill/disk.c): the program is asked as it is.
"""

import atexit
import http.client
import json
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from program import RUTA, CommandCase, folder, ruta, surroundings

sys.path.append(str(Path(__file__).resolve().parents[1] / "kill"))
from disk import ToldDisk  # noqa: E402

HOSTILE = ["/casos/" + "ab" * 16, "/%C3%91usta%20Pr%C3%A1ctica", "/../../etc/passwd", "/%00%0d%0aSet-Cookie:x",
           "/directorio?distrito=%C3%91usta%20Pr%C3%A1ctica%20Quispe", "/salud%22%7Dplanted%201"]


class Watched:
    """A server with a port for its figures; both ports are read from what it says."""

    def __init__(self, data, **environment):
        self.process = subprocess.Popen([RUTA, "serve", "--port", "0", "--practice", "--data", str(data)], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
                                        env=surroundings(RUTA_METRICS_PORT="0", **environment))
        self.watch = threading.Timer(300, self.process.kill)
        self.watch.start()
        said = ""
        while "/metrics" not in said or len(re.findall(r"http://\S+:\d+", said)) < 2:
            line = self.process.stdout.readline().decode()
            if not line:
                raise RuntimeError(said + self.process.stderr.read().decode())
            said += line
        self.figures = int(re.search(r":(\d+)/metrics", said)[1])
        self.port = int(re.search(r"http://\S+:(\d+)$", said, re.M)[1])

    def ask(self, path, port=None, method="GET", body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", port or self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Type", "application/x-www-form-urlencoded")
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors="replace")
        finally:
            connection.close()

    def scrape(self):
        status, text = self.ask("/metrics", self.figures)
        return text if status == 200 else ""

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        out, err = self.process.communicate(timeout=60)
        self.watch.cancel()
        return out.decode() + err.decode()


@contextmanager
def watched(data, **environment):
    server = Watched(data, **environment)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.kill()
            server.process.communicate()
        server.watch.cancel()


def filled(place):
    data = place / "ruta.sqlite"
    done = ruta("practice", "fill", "--cases", "12", "--data", str(data))
    assert done.code == 0, done.warning
    return data


@cache
def practised():
    """A filled house whose practice accounts were made: once, since their passphrases are heavy by intent."""
    place = Path(tempfile.mkdtemp(prefix="ruta-watch-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    with watched(filled(place)) as server:
        server.end()
    return place


def lived(place):
    """A copy of that house."""
    for file in practised().iterdir():
        (shutil.copytree if file.is_dir() else shutil.copy)(file, place / file.name)
    return place / "ruta.sqlite"


def report(server):
    """A report of the street; the status and the page."""
    fields = {"from": "start", "report": "ab" * 16, "shown": int(time.time() * 1000), "to": "calls", "district": "150135", "fact.danger": "no"}
    return server.ask("/", method="POST", body=urllib.parse.urlencode(fields).encode())


def samples(text):
    """Every sample of a scrape, read by the grammar of the format."""
    found = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, labels, value = re.fullmatch(r'([a-z_]+)(\{(?:[a-z]+="[^"\\\n]*",?)+\})? (\S+)', line).groups()
            found[name + (labels or "")] = float(value)
    return found


class FigureTests(CommandCase):
    def test_a_scrape_counts_by_pattern_and_never_by_address(self):
        with folder() as place, watched(lived(place)) as server:
            for path in HOSTILE:
                server.ask(path)
            server.ask("/entrar", method="POST", body=b"cuenta=%C3%91usta&clave=Quispe&codigo=123456")
            text = server.scrape()
            found = samples(text)
            self.assertEqual(found['ruta_request_seconds_count{method="GET",page="/casos/:case",status="303"}'], 1)
            self.assertGreaterEqual(sum(value for name, value in found.items() if 'page="other"' in name), 1)
            self.assertNotRegex(text, r"(?i)usta|quispe|passwd|planted|[0-9a-f]{16}")
            self.assertEqual(found["ruta_database_up"], 1)
            self.assertEqual(found["ruta_writes_stopped"], 0)
            self.assertGreater(found["ruta_journal_entries"], 12)
            self.assertIn("ruta_queue_cases", found)
            for line in (line for line in text.splitlines() if line.startswith("# TYPE")):
                self.assertRegex(line, r"^# TYPE [a-z_]+ (?:counter|gauge|histogram)$")

    def test_commits_and_journal_grow_with_a_report(self):
        with folder() as place, watched(lived(place)) as server:
            before = samples(server.scrape())
            status, page = report(server)
            after = samples(server.scrape())
            self.assertEqual(status, 200)
            self.assertRegex(page, r'class="(?:bigcode|saved)"')
            for name in ("ruta_journal_entries", "ruta_commits_total", "ruta_reads_total"):
                self.assertGreater(after[name], before[name])
            self.assertGreater(after["ruta_write_seconds_total"], 0)
            self.assertEqual(after['ruta_request_seconds_count{method="POST",page="/",status="200"}'], 1)

    def test_the_pages_have_no_figures_and_the_figures_no_pages(self):
        with folder() as place, watched(lived(place)) as server:
            self.assertEqual(server.ask("/metrics")[0], 404)
            self.assertEqual(server.ask("/", server.figures)[0], 404)

    def test_the_port_is_open_on_the_loopback_alone(self):
        with folder() as place, watched(lived(place)) as server:
            wanted = f"{server.figures:04X}"
            open_at = [line.split()[1] for table in ("tcp", "tcp6") for line in open(f"/proc/{server.process.pid}/net/{table}")
                       if line.split()[3] == "0A" and line.split()[1].endswith(":" + wanted)]
            self.assertEqual(open_at, [f"0100007F:{wanted}"])

    def test_a_port_that_is_none_is_refused(self):
        with folder() as place:
            self.assertRefused(ruta("serve", "--port", "0", cwd=place, RUTA_METRICS_PORT="abc"), 78, "RUTA_METRICS_PORT")


class ReadinessTests(CommandCase):
    def test_a_house_that_is_well_is_ready(self):
        with folder() as place, watched(lived(place)) as server:
            status, text = server.ask("/listo")
            self.assertEqual((status, json.loads(text)), (200, {"status": "ready", "why": []}))

    def test_each_fault_is_said_in_words(self):
        faults = {"database": "ALTER TABLE case_row RENAME TO taken_away", "schema": "DELETE FROM schema_migration WHERE version = "
                  "(SELECT max(version) FROM schema_migration)"}
        for code, planted in faults.items():
            with self.subTest(code), folder() as place:
                data = lived(place)
                with watched(data) as server:
                    connection = sqlite3.connect(data, timeout=20)
                    connection.execute(planted)
                    connection.commit()
                    connection.close()
                    self.assertNotReady(server, code)

    def test_a_disk_that_failed_once_stops_the_house_and_is_said(self):
        with folder() as place:
            disk = ToldDisk(place)
            with watched(lived(place), **disk.environment) as server:
                self.assertEqual(server.ask("/listo")[0], 200)
                disk.tell("fail")
                self.assertNotIn('class="bigcode"', report(server)[1])
                # What failed once is not believed again, although the disk is well.
                disk.take_back("fail")
                self.assertNotReady(server, "stopped")
                self.assertNotIn('class="bigcode"', report(server)[1])

    def test_a_journal_that_was_rolled_back_is_not_ready(self):
        with folder() as place:
            data = lived(place)
            with watched(data) as server:
                server.end()
            connection = sqlite3.connect(data, timeout=20)
            for table in ("referral_row", "obligation_row", "case_row", "device_report"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("DELETE FROM journal_event WHERE position > 3")
            connection.commit()
            connection.close()
            with watched(data) as server:
                self.assertNotReady(server, "journal")

    def assertNotReady(self, server, code):
        status, text = server.ask("/listo")
        why = json.loads(text)["why"]
        self.assertEqual(status, 503)
        self.assertIn(code, [fault["code"] for fault in why])
        for fault in why:
            self.assertRegex(fault["text"], r"^[A-ZÁÉÍÓÚ].*[a-z)]\.$")


class LogTests(CommandCase):
    def test_nothing_that_is_sent_stands_in_the_log(self):
        with folder() as place:
            data = lived(place)
            with watched(data) as server:
                headers = {"User-Agent": "Quispe-agent", "Referer": "http://x/Quispe", "Cookie": "ruta-sesion=Quispe"}
                for path in HOSTILE:
                    server.ask(path, headers=headers)
                for path in ("/", "/entrar", "/comprobar", "/acuse", "/app/avisos"):
                    server.ask(path, method="POST", body=b"texto=%C3%91usta+Quispe&clave=Quispe&cuenta=Quispe%0d%0aplanted", headers=headers)
                # What fails inside must say so without what was sent.
                connection = sqlite3.connect(data, timeout=20)
                connection.execute("ALTER TABLE case_row RENAME TO taken_away")
                connection.commit()
                connection.close()
                server.ask("/listo?Quispe")
                server.ask("/recibo", method="POST", body=b"code=Quispe", headers=headers)
                said = server.end()
            self.assertNotRegex(said, r"(?i)usta|quispe|passwd|planted|" + "ab" * 16)


class DoctorTests(CommandCase):
    def test_the_doctor_says_what_to_do_and_ends_with_1(self):
        with folder() as place:
            data = filled(place)
            answer = ruta("doctor", "--data", str(data))
            self.assertEqual(answer.code, 1)
            self.assertRegex(answer.text, rf"(?m)^MAL +Llaves: falta {re.escape(str(data))}\.signing-key\. .*respaldo")
            self.assertRegex(answer.text, r"(?m)^no se sabe +Respaldo: ")
            for line in answer.text.splitlines():
                self.assertRegex(line, r"^(?:bien|MAL|no se sabe) +[A-Z]\w+: .*\.$")

    def test_a_disk_that_says_too_soon_that_it_is_done_is_found(self):
        with folder() as place:
            data, disk = filled(place), ToldDisk(place)
            disk.tell("lie")
            answer = ruta("doctor", "--json", "--data", str(data), **disk.environment)
            self.assertEqual([found["state"] for found in answer.json if found["subject"] == "disk"], ["bad"])
            self.assertRegex(ruta("doctor", "--data", str(data), **disk.environment).text, r"(?m)^MAL +Disco: ")

    def test_json_has_the_same_findings(self):
        with folder() as place:
            data = filled(place)
            answer = ruta("doctor", "--json", "--data", str(data))
            self.assertEqual(answer.code, 1)
            self.assertEqual({found["subject"] for found in answer.json},
                             {"disk", "space", "clock", "keys", "journal", "versions", "queues", "backup"})
            self.assertLessEqual({found["state"] for found in answer.json}, {"good", "bad", "unknown"})

    def test_a_house_with_its_keys_and_a_backup_lacks_neither(self):
        with folder() as place:
            data = lived(place)
            with watched(data) as server:
                server.end()
            recipient = ruta("backup", "key", str(place / "key")).text
            (place / "recipients").write_text(recipient)
            made = ruta("backup", "--to", str(place / "backups"), "--recipients", str(place / "recipients"), "--data", str(data))
            self.assertEqual(made.code, 0, made.warning)
            answer = ruta("doctor", "--json", "--data", str(data), "--backups", str(place / "backups"))
            state = {found["subject"]: found["state"] for found in answer.json}
            self.assertEqual({state[subject] for subject in ("keys", "journal", "versions", "backup")}, {"good"})


class BackupWordTests(CommandCase):
    def test_a_key_is_never_written_over(self):
        with folder() as place:
            self.assertEqual(ruta("backup", "key", str(place / "key")).code, 0)
            self.assertRefused(ruta("backup", "key", str(place / "key")), 2, "Ya hay")

    def test_no_backup_without_a_recipient(self):
        with folder() as place:
            data = filled(place)
            (place / "none").write_text("# nobody\n")
            refused = ruta("backup", "--to", str(place / "backups"), "--recipients", str(place / "none"), "--data", str(data))
            self.assertRefused(refused, 2, "ningún destinatario")
            self.assertFalse((place / "backups").exists())


