"""`ruta serve`: its settings, its refusals and its end. What it serves is looked at elsewhere."""

import http.client
import os
import re
import signal
import socket
import subprocess
import threading

from program import RUTA, CommandCase, as_nobody, folder, ruta, surroundings


class Served:
    """A server of one's own: started, asked, and ended by its own id."""

    def __init__(self, *arguments, before=(), cwd=None, patience=30, **environment):
        self.process = subprocess.Popen([*before, RUTA, "serve", *arguments], cwd=cwd, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
                                        env=surroundings(**environment))
        self.watch = threading.Timer(patience, self.process.kill)
        self.watch.start()
        self.ready = self.said_until_ready()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.kill()
        self.process.communicate()
        self.watch.cancel()

    def said_until_ready(self):
        """Everything up to the line with the address; a new practice town says first that it prepares its accounts."""
        said = ""
        for line in iter(self.process.stdout.readline, b""):
            said += line.decode()
            if re.search(r"http://\S+:\d+$", said.strip()):
                break
        return said

    @property
    def port(self):
        return int(re.search(r"http://\S+:(\d+)$", self.ready.strip())[1])

    def page(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status
        finally:
            connection.close()

    def end(self, number):
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, self.ready + out.decode(), err.decode()


def taken_port():
    """A socket that listens, and its port."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    return taken, taken.getsockname()[1]


class SettingTests(CommandCase):
    def test_a_port_that_is_no_number(self):
        with folder() as place:
            self.assertRefused(ruta("serve", "--port", "abc", cwd=place), 64, "«abc»")

    def test_a_port_out_of_range(self):
        with folder() as place:
            for said in ("65536", "99999999", "-1"):
                with self.subTest(said):
                    self.assertRefused(ruta("serve", f"--port={said}", cwd=place), 78, f"«{said}»", "65535")
            for said in ("abc", "", "8080x", "-1", "65536", "8 0"):
                with self.subTest(f"RUTA_PORT={said}"):
                    self.assertRefused(ruta("serve", cwd=place, RUTA_PORT=said), 78, f"«{said}»", "65535")
            self.assertEqual(list(place.iterdir()), [])

    def test_https_is_yes_or_no(self):
        with folder() as place:
            self.assertRefused(ruta("serve", "--port", "0", cwd=place, RUTA_HTTPS="maybe"), 78, "RUTA_HTTPS", "maybe")

    def test_the_environment_is_honoured(self):
        taken, port = taken_port()
        taken.close()
        with folder() as place, Served(RUTA_PORT=port, RUTA_DATA=place / "mine.sqlite", cwd=place) as server:
            self.assertEqual(server.port, port)
            self.assertEqual(server.page(), 200)
            self.assertTrue((place / "mine.sqlite").exists())
            code, said, warned = server.end(signal.SIGTERM)
            self.assertEqual((code, warned), (0, ""))
            self.assertIn(str(place / "mine.sqlite"), said)

    def test_the_command_line_wins_over_the_environment(self):
        with folder() as place, Served("--port", "0", "--data", place / "said.sqlite", RUTA_PORT="abc",
                                       RUTA_DATA="/nowhere/x", cwd=place) as server:
            self.assertEqual(server.page(), 200)
            self.assertTrue((place / "said.sqlite").exists())

    def test_without_settings_it_keeps_to_this_machine(self):
        with folder() as place, Served(cwd=place, RUTA_PORT="0") as server:
            self.assertIn("http://127.0.0.1:", server.ready)
            self.assertTrue((place / "var" / "ruta.sqlite").exists())


class StartTests(CommandCase):
    def test_a_missing_folder_is_made(self):
        with folder() as place, Served("--port", "0", "--data", place / "a" / "b" / "ruta.sqlite") as server:
            self.assertEqual(server.page(), 200)
            self.assertTrue((place / "a" / "b" / "ruta.sqlite").exists())

    def test_a_busy_port(self):
        taken, port = taken_port()
        with taken, folder() as place:
            answer = ruta("serve", "--port", str(port), "--data", place / "ruta.sqlite")
            self.assertRefused(answer, 74, f"127.0.0.1:{port}", "--port")

    def test_a_host_that_is_not_ours(self):
        with folder() as place:
            answer = ruta("serve", "--host", "192.0.2.1", "--port", "0", "--data", place / "ruta.sqlite")
            self.assertRefused(answer, 74, "192.0.2.1")

    def test_a_host_of_ipv6_is_printed_as_an_address(self):
        with folder() as place, Served("--host", "::1", "--port", "0", "--data", place / "ruta.sqlite") as server:
            self.assertRegex(server.ready, r"http://\[::1\]:\d+")

    def test_a_folder_that_may_not_be_written(self):
        with folder() as place:
            os.chmod(place, 0o555)
            for name in ("ruta.sqlite", "new/ruta.sqlite"):
                with self.subTest(name):
                    done = subprocess.run([*as_nobody(), RUTA, "serve", "--port", "0", "--data", place / name],
                                          capture_output=True, timeout=30, env=surroundings())
                    self.assertEqual((done.returncode, done.stdout), (74, b""))
                    self.assertOneLine(done.stderr)
                    self.assertIn(str(place / name), done.stderr.decode())
            os.chmod(place, 0o755)

    def test_data_that_is_no_database(self):
        with folder() as place:
            (place / "text.sqlite").write_text("nothing of the kind\n" * 500)
            before = (place / "text.sqlite").read_bytes()
            answer = ruta("serve", "--port", "0", "--data", place / "text.sqlite")
            self.assertRefused(answer, 74, str(place / "text.sqlite"))
            self.assertEqual((place / "text.sqlite").read_bytes(), before)
            for path in (place, "/dev/null", "/dev/null/ruta.sqlite"):
                with self.subTest(str(path)):
                    mode = os.stat("/dev/null").st_mode, os.stat(place).st_mode
                    self.assertRefused(ruta("serve", "--port", "0", "--data", path), 74, str(path))
                    self.assertEqual((os.stat("/dev/null").st_mode, os.stat(place).st_mode), mode)


class EndTests(CommandCase):
    def test_asked_to_end_it_ends_well(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number.name), folder() as place, \
                    Served("--port", "0", "--data", place / "ruta.sqlite") as server:
                self.assertEqual(server.page(), 200)
                code, said, warned = server.end(number)
                self.assertEqual((code, warned), (0, ""))
                for words in ("Ctrl-C", "Catálogo"):
                    self.assertIn(words, said)
