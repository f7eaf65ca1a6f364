"""What is handed over and checked elsewhere: `ruta dossier`, its check and its signature, and `ruta receipt verify`."""

import hashlib
import json
import shutil
import signal
import sqlite3
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from program import CommandCase, folder, ruta
from sealing import base64url
from test_serve import Served


def started(data, *more):
    """A server that has run once: its signing key is there."""
    with Served("--port", "0", "--data", data, *more, patience=300) as server:
        server.end(signal.SIGTERM)


def keys(data, path):
    path.write_bytes(ruta("receipt", "key", "--data", data).out)
    return path


def new_key(data, old):
    """The key changes as docs/tasks/set-a-house-up.md says; `old` gets the lines of both."""
    line = ruta("receipt", "key", "--data", data).out
    data.with_name(data.name + ".signing-key").unlink()
    started(data)
    old.write_bytes(b"# until 2026\n" + line + b"\n" + ruta("receipt", "key", "--data", data).out)
    return old


def receipt(seed):
    """A receipt signed by another program, with the seed of a house (Tests/oracle/sealing.py makes the golden one)."""
    signer = Ed25519PrivateKey.from_private_bytes(seed)
    key_id = hashlib.sha256(b"ruta-receipt-key" + signer.public_key().public_bytes_raw()).digest()[:8]
    signed = (b"\1\3K7Q2-M3X9\1" + bytes(range(16)) + b"\3upe" + struct.pack(">qq", 1_795_000_000_123, 4_711)
              + bytes(range(32)) + key_id)
    return f"RUTA1.{base64url(signed)}.{base64url(signer.sign(signed))}"


class ReceiptTests(CommandCase):
    def test_right_altered_other_and_old_key(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            started(data)
            text = receipt((place / "ruta.sqlite.signing-key").read_bytes())
            known = keys(data, place / "house.keys")
            right = ruta("receipt", "verify", text, "--key", known)
            self.assertGiven(right)
            for word in ("K7Q2-M3X9", "upe", "4711", "2026-11-18 06:06"):
                self.assertIn(word, right.text)
            # Copied from paper, with line breaks and spaces in it.
            self.assertEqual(ruta("receipt", "verify", f"{text[:40]} \n{text[40:]}", "--key", known).out, right.out)
            for at in (7, 30, len(text) // 2, len(text) - 3):
                altered = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1:]
                with self.subTest(at):
                    answer = ruta("receipt", "verify", altered, "--key", known)
                    self.assertEqual((answer.code, answer.err), (1, b""), answer.text)
                    self.assertNotIn("K7Q2", answer.text)
            (place / "other").mkdir()
            started(place / "other" / "ruta.sqlite")
            other = keys(place / "other" / "ruta.sqlite", place / "other.keys")
            self.assertEqual(ruta("receipt", "verify", text, "--key", other).code, 1)
            both = new_key(data, place / "both.keys")
            self.assertEqual(ruta("receipt", "verify", text, "--key", keys(data, place / "new.keys")).code, 1)
            self.assertEqual(ruta("receipt", "verify", text, "--key", both).out, right.out)

    def test_the_golden_receipt_of_another_program(self):
        with folder() as place:
            golden = receipt(bytes(range(60, 92)))
            key = place / "keys"
            key.write_text("RUTA-RECEIPT-KEY-1 Hdvx9Mi6v94huyGReAZy59Nspep9L_w8nTaSrUbwuvE\n")
            self.assertGiven(ruta("receipt", "verify", golden, "--key", key))

    def test_a_file_that_holds_no_keys(self):
        with folder() as place:
            for name, content in (("nowhere", None), ("words", b"nada\n"), ("bytes", b"\xff\xfe")):
                if content:
                    (place / name).write_bytes(content)
                with self.subTest(name):
                    self.assertRefused(ruta("receipt", "verify", "RUTA1.a.b", "--key", place / name), 64, name)


class DossierTests(CommandCase):
    def test_made_read_checked_and_signed(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            reference = self.filled(data)
            page = ruta("dossier", reference, "--data", data)
            self.assertGiven(page)
            self.assertIn(reference, page.text)
            made = ruta("dossier", reference, "--json", "--data", data)
            self.assertGiven(made)
            body = made.json["dossier"]
            self.assertEqual((body["format"], body["case"]), ("ruta-dossier-1", reference))
            self.assertTrue(body["referrals"] and body["owed"], "a case in which somebody kept silent")
            canonical = json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
            self.assertEqual(made.json["sha256"], hashlib.sha256(canonical).hexdigest())
            file = place / "file.json"
            file.write_bytes(made.out)
            known = keys(data, place / "house.keys")
            self.assertIn(made.json["sha256"], ruta("dossier", "--check", file).text)
            signed = ruta("dossier", "--check", file, "--key", known)
            self.assertGiven(signed)
            # Another layout of the same values is the same file.
            file.write_text(json.dumps(made.json, indent=7, ensure_ascii=False))
            self.assertEqual(ruta("dossier", "--check", file, "--key", known).out, signed.out)
            both = new_key(data, place / "both.keys")
            self.assertEqual(ruta("dossier", "--check", file, "--key", both).out, signed.out)
            self.assertIn("firma", self.warned(file, keys(data, place / "new.keys")))

    def test_altered_unsigned_and_of_another_house(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            made = ruta("dossier", self.filled(data), "--json", "--data", data).json
            known = keys(data, place / "house.keys")
            file = place / "file.json"
            for name, change in (("events", lambda body: body.update(events=body["events"] + 1)),
                                 ("owed", lambda body: body.update(owed=[])),
                                 ("chain", lambda body: body.update(chainEnd="0" * 64))):
                with self.subTest(name):
                    forged = json.loads(json.dumps(made))
                    change(forged["dossier"])
                    file.write_text(json.dumps(forged))
                    self.assertRefused(ruta("dossier", "--check", file), 65)
                    # Whoever makes the hash anew as well cannot sign it.
                    canonical = json.dumps(forged["dossier"], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
                    forged["sha256"] = hashlib.sha256(canonical.encode()).hexdigest()
                    file.write_text(json.dumps(forged))
                    self.assertGiven(ruta("dossier", "--check", file))
                    self.warned(file, known)
            file.write_text(json.dumps({key: value for key, value in made.items() if key != "signature"}))
            self.warned(file, known)
            file.write_text(json.dumps(made))
            (place / "other").mkdir()
            started(place / "other" / "ruta.sqlite")
            self.warned(file, keys(place / "other" / "ruta.sqlite", place / "other.keys"))
            file.write_text("{}")
            self.assertRefused(ruta("dossier", "--check", file), 65)
            self.assertRefused(ruta("dossier", "--check", place / "nowhere"), 66, "nowhere")

    def test_no_such_case_and_no_such_database(self):
        with folder() as place:
            data = place / "ruta.sqlite"
            self.filled(data)
            for reference in ("2222-2222", "nada", ""):
                with self.subTest(reference):
                    self.assertRefused(ruta("dossier", reference, "--data", data), 66)
            self.assertRefused(ruta("dossier", "2222-2222"), 66)
            self.assertRefused(ruta("dossier", "--data", data), 64)
            self.assertRefused(ruta("dossier", "2222-2222", "--data", place / "nowhere"), 66, "nowhere")

    def filled(self, data):
        """A town in which somebody has kept silent; the reference of the case that was told to most and owes most."""
        ruta("practice", "fill", "--cases", "60", "--data", data)
        started(data, "--practice")
        connection = sqlite3.connect(f"file:{data}?mode=ro", uri=True)
        found = connection.execute(
            "SELECT reference FROM case_row c WHERE is_open = 1 AND EXISTS (SELECT 1 FROM obligation_row o WHERE "
            "o.case_id = c.case_id AND o.climbed IS NOT NULL) ORDER BY (SELECT count(*) FROM referral_row r WHERE "
            "r.case_id = c.case_id) DESC, reference LIMIT 1").fetchone()
        connection.close()
        return found[0]

    def warned(self, file, key):
        """The file is whole, and its signature is not one of these keys; returns what was warned."""
        answer = ruta("dossier", "--check", file, "--key", key)
        self.assertEqual(answer.code, 65, answer.text)
        self.assertOneLine(answer.err)
        return answer.warning
