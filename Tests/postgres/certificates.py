"""Certificates of one's own, for servers that must prove who they are."""

import os
import subprocess


def certificate(folder, name, *addresses, authority=None):
    """A key and a certificate for addresses, signed by itself or by an authority of the same folder."""
    key, paper = folder / f"{name}.key", folder / f"{name}.crt"
    signed = [] if authority is None else ["-CA", folder / f"{authority}.crt", "-CAkey", folder / f"{authority}.key"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
         f"/CN={name}", "-addext", "subjectAltName=" + ",".join(f"IP:{address}" for address in addresses), "-keyout", key,
         "-out", paper, *signed], check=True, capture_output=True)
    return key, paper


def kept_by(account, file):
    """A copy that an account can read, and nobody else."""
    copy = file.with_name(f"own-{file.name}")
    copy.write_bytes(file.read_bytes())
    if os.getuid() == 0:
        os.chown(copy, account.pw_uid, account.pw_gid)
    copy.chmod(0o600)
    return copy
