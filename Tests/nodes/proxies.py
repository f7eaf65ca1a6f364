"""Caddy and nginx as a house has them in front: the samples of `deploy/`, with only names, ports and paths put in."""

import re
import shutil
import ssl
import subprocess
import tempfile
from pathlib import Path

from program import ROOT, free_port

SAMPLE_NODES = ("127.0.0.1:8081", "127.0.0.1:8082")
NAME = "ruta.example"


class Proxy:
    """A reverse proxy of one's own in front of two nodes; `tls` says how to speak to it, nil where it speaks in clear.

    `left_out` is a pattern for each plant: what the sample is then without.
    """

    left_out = {}

    def __init__(self, nodes, folder, plant=None):
        self.port, self.folder, self.tls = free_port(), Path(folder), None
        self.folder.mkdir()
        self._plant = plant
        self._nodes = [f"127.0.0.1:{node.port}" for node in nodes]
        self._said = tempfile.TemporaryFile()
        self._process = None

    def __enter__(self):
        self._process = subprocess.Popen(self._command(), stdin=subprocess.DEVNULL, stdout=self._said, stderr=self._said,
                                         cwd=self.folder)
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(20)

    @property
    def said(self):
        self._said.seek(0)
        return self._said.read().decode(errors="replace")

    def _sample(self, name, changes):
        """The text of a sample with its names replaced; each must be there."""
        text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
        for wanted, instead in [*zip(SAMPLE_NODES, self._nodes), *changes]:
            if wanted not in text:
                raise RuntimeError(f"expected {wanted} in deploy/{name}")
            text = text.replace(wanted, instead)
        return re.sub(self.left_out[self._plant], "", text) if self._plant in self.left_out else text


class Caddy(Proxy):
    name, keeps = "Caddy", 5  # of six reports after a kill: what was on its way to a node is not sent twice

    def _command(self):
        file = self.folder / "Caddyfile"
        file.write_text(self._sample("Caddyfile", [(f"\n{NAME} {{", f"\nhttp://{NAME}:{self.port} {{\n\tbind 127.0.0.1")]))
        return [found("caddy"), "run", "--adapter", "caddyfile", "--config", str(file)]


class Nginx(Proxy):
    name, keeps = "nginx", 6
    left_out = {"deaf": r" http_500| http_503| non_idempotent|proxy_read_timeout 5s;", "short": r"(?m)^.* backup;$"}

    def _command(self):
        self._certify()
        site = self._sample("nginx.conf", [
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.port} ssl;"),
            ("/etc/ssl/ruta/full-chain.pem", f"{self.folder}/chain.pem"), ("/etc/ssl/ruta/key.pem", f"{self.folder}/key.pem")])
        folders = "".join(f"{kind}_temp_path {self.folder}/{kind};" for kind in
                          ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        file = self.folder / "nginx.conf"
        file.write_text(f"daemon off; pid {self.folder}/pid; error_log stderr crit;\n"
                        f"events {{ worker_connections 512; }}\nhttp {{ {folders}\n{site}\n}}\n")
        return [found("nginx"), "-p", str(self.folder), "-c", str(file), "-e", "stderr"]

    def _certify(self):
        subprocess.run([found("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                        "-days", "2", "-subj", f"/CN={NAME}", "-keyout", self.folder / "key.pem",
                        "-out", self.folder / "chain.pem"], check=True, capture_output=True)
        self.tls = ssl.create_default_context()
        self.tls.check_hostname, self.tls.verify_mode = False, ssl.CERT_NONE


def found(program):
    path = shutil.which(program) or shutil.which(program, path="/usr/sbin:/usr/bin")
    if not path:
        raise SystemExit(f"{program} is not installed: bin/setup test installs it")
    return path
