#!/usr/bin/env python3
"""Knocks at a server over TLS with a password: who is let in, and whom the program lets in.

    doors.py path/to/ruta [--plant trusting]

Each line is one sentence that must be true. Closing line: "N held, M failed"; exit 0 if all held, 1 otherwise.

--plant trusting   an address that asks libpq for no proof (`sslmode=require` on this machine) stands for a program
                   that takes whoever answers: it must be found to talk to a server with a strange certificate (exit 1).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from pair import NAME, OWNER, Postgres

from certificates import certificate, kept_by
from postgres import account_of_server

PASSWORD = "solo-para-pruebas"
# Not one of the names of this machine that need no proof, and yet of its loopback.
ELSEWHERE = "127.0.0.2"


class Door:
    """A server behind TLS that wants a password, and a program that knocks."""

    def __init__(self, binary, folder, proof):
        self.binary, self.folder, self.proof = binary, folder, proof
        for authority in ("authority", "stranger"):
            certificate(folder, authority, "127.0.0.9")
        key, paper = certificate(folder, "server", ELSEWHERE, authority="authority")
        self.server = Postgres(folder, "postgres", {
            "listen_addresses": f"127.0.0.1,{ELSEWHERE},127.0.0.3", "ssl": "on", "ssl_cert_file": self.kept(paper),
            "ssl_key_file": self.kept(key)}.items())
        self.server.make("hostssl all all 127.0.0.0/8 scram-sha-256")
        self.server.ask(f"ALTER ROLE {OWNER} PASSWORD '{PASSWORD}'")
        self.server.ask(f"CREATE DATABASE {NAME} OWNER {OWNER}")

    @staticmethod
    def kept(file):
        return kept_by(account_of_server(), file)

    def knock(self, host=ELSEWHERE, root="authority", password=PASSWORD, more=""):
        """Asks for the state of the database; returns the exit code and what was said."""
        file = self.folder / "password"
        file.write_text(f"{password}\n")
        address = f"postgres://{OWNER}@{host}:{self.server.port}/{NAME}?sslrootcert={self.folder}/{root}.crt{self.proof}{more}"
        done = subprocess.run(
            [self.binary, "database", "migrate", "--data", self.folder / "ruta.sqlite", "--database", address],
            capture_output=True, text=True, env={**os.environ, "RUTA_DATABASE_PASSWORD_FILE": str(file)})
        return done.returncode, done.stdout + done.stderr


SENTENCES = {
    "the right password over TLS to the right server is let in": lambda door: door.knock()[0] == 0,
    "the wrong password is not let in": lambda door: refused(door.knock(password="otra")),
    "a server whose certificate a stranger signed is not spoken to": lambda door: refused(door.knock(root="stranger")),
    "a server whose certificate is for another address is not spoken to": lambda door: refused(door.knock(host="127.0.0.3")),
    "a weaker proof over a network is refused before anybody is called":
        lambda door: refused(door.knock(more="&sslmode=require"), "postgres-without-tls"),
    "no refusal says the password": lambda door: PASSWORD not in door.knock(root="stranger")[1] + door.knock(host="127.0.0.3")[1],
}


def refused(knocked, code="postgres-no-connection"):
    exit_code, said = knocked
    return exit_code != 0 and code in said


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ruta", help="path of the ruta program")
    parser.add_argument("--plant", choices=["trusting"])
    options = parser.parse_args()
    # `hostaddr` of this machine makes the program leave the proof to the address.
    proof = "&sslmode=require&hostaddr=127.0.0.1" if options.plant else ""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        door = Door(options.ruta, Path(folder), proof)
        try:
            for sentence, holds in SENTENCES.items():
                is_held = holds(door)
                failed += not is_held
                print(f"{'held  ' if is_held else 'FAILED'} {sentence}")
        finally:
            door.server.kill()
    print(f"{len(SENTENCES) - failed} held, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
