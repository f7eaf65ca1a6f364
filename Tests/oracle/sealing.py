#!/usr/bin/env python3
"""Makes the samples of Tests/SealingTests/GoldenTests.swift with another library and its own HPKE.

    sealing.py     prints one sample a line; needs the Python package `cryptography`, so no check runs it

A stored form never changes: a new version byte gets new samples here and in the test, and the old ones stay.
"""

import base64
import hashlib
import hmac
import struct
import unicodedata

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

SUITE_KEM = b"KEM" + struct.pack(">H", 0x20)
SUITE = b"HPKE" + struct.pack(">HHH", 0x20, 1, 3)
SPOKEN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READABLE = "2346789ABCDEFGHJKMNPQRTUVWXYZ"


def netstrings(*fields):
    return b"".join(b"%d:%s," % (len(field.encode()), field.encode()) for field in fields)


def padded(plain):
    filled = struct.pack(">I", len(plain)) + plain
    return filled + b"\0" * ((64 - len(filled) % 64) % 64)


def extract(salt, secret):
    return hmac.new(salt or b"\0" * 32, secret, hashlib.sha256).digest()


def expand(key, info, count):
    out, block, number = b"", b"", 1
    while len(out) < count:
        block = hmac.new(key, block + info + bytes([number]), hashlib.sha256).digest()
        out, number = out + block, number + 1
    return out[:count]


def labeled_extract(suite, salt, label, secret):
    return extract(salt, b"HPKE-v1" + suite + label + secret)


def labeled_expand(suite, key, label, info, count):
    return expand(key, struct.pack(">H", count) + b"HPKE-v1" + suite + label + info, count)


def hpke(receiver, ephemeral, info, associated, plain):
    """RFC 9180, base mode, one message: the encapsulated key and the ciphertext."""
    encapsulated = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(receiver))
    secret = labeled_expand(SUITE_KEM, labeled_extract(SUITE_KEM, b"", b"eae_prk", shared), b"shared_secret",
                            encapsulated + receiver, 32)
    context = (b"\0" + labeled_extract(SUITE, b"", b"psk_id_hash", b"")
               + labeled_extract(SUITE, b"", b"info_hash", info))
    schedule = labeled_extract(SUITE, secret, b"secret", b"")
    key = labeled_expand(SUITE, schedule, b"key", context, 32)
    nonce = labeled_expand(SUITE, schedule, b"base_nonce", context, 12)
    return encapsulated + ChaCha20Poly1305(key).encrypt(nonce, plain, associated)


def check_hpke():
    """RFC 9180, appendix A.2.1, sequence number 0."""
    ephemeral = X25519PrivateKey.from_private_bytes(
        bytes.fromhex("f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600"))
    found = hpke(bytes.fromhex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"), ephemeral,
                 b"Ode on a Grecian Urn", b"Count-0", b"Beauty is truth, truth beauty")
    assert found[32:].hex() == ("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28")


def base32(data):
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "".join(SPOKEN[int(bits[start:start + 5], 2)] for start in range(0, len(bits), 5))


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def envelope(key, nonce, plain, context):
    head = b"\1\1" + hashlib.sha256(b"ruta-key-id" + key).digest()[:8]
    return head + nonce + AESGCM(key).encrypt(nonce, padded(plain), head + context)


def short_code(digest):
    values = [(digest[2 * place] << 8 | digest[2 * place + 1]) % 29 for place in range(7)]
    total = sum((place + 1) * value for place, value in enumerate(values))
    check = next(value for value in range(29) if (total + 8 * value) % 29 == 0)
    text = "".join(READABLE[value] for value in values + [check])
    return f"{text[:4]}-{text[4:]}"


def sealed(context):
    key, nonce, plain = bytes(range(32)), bytes(range(100, 112)), "Persona de práctica 1".encode()
    secret = bytes(range(50, 82))
    unit = X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()
    ephemeral = X25519PrivateKey.from_private_bytes(bytes(range(120, 152)))
    info = netstrings("ruta-hpke-1") + context
    yield "envelope", envelope(key, nonce, plain, context).hex()
    yield "unit public", unit.hex()
    for name, kind, inside in [("wrapped key", b"\1\1", key), ("sealed text", b"\1\2", padded(plain)),
                               ("wrapped pair", b"\1\3", bytes(range(7, 39)))]:
        yield name, (kind + hpke(unit, ephemeral, info, kind, inside)).hex()

    salt = bytes(range(16))
    head = b"\1\1" + bytes([4, 8, 1]) + salt
    typed = unicodedata.normalize("NFC", "cañón y mañana").encode()
    derived = hashlib.scrypt(typed, salt=salt, n=16, r=8, p=1, dklen=64)
    drawn = hmac.new(derived[32:], head + context + secret, hashlib.sha256).digest()[:12]
    yield "passphrase", (head + drawn + AESGCM(derived[:32]).encrypt(drawn, secret, head + context)).hex()

    paper = bytes(range(200, 220))
    text = base32(paper) + base32(hashlib.sha256(b"ruta-recovery-check" + paper).digest()[:5])[:4]
    yield "recovery", "-".join(text[start:start + 4] for start in range(0, 36, 4))
    derived = expand(extract(b"", paper), b"ruta-recovery-1", 32)
    yield "recovery lock", envelope(derived, nonce, secret, context).hex()


def tokens():
    key, salt, link = bytes(range(32)), bytes(range(16)), bytes(range(32, 64))
    for field, value in [("name", "maria lopez"), ("document", "12345678")]:
        yield f"blind {field}", hmac.new(key, netstrings("ruta-blind-1", field, value), hashlib.sha256).hexdigest()
    yield "link text", base64url(link)
    for use in ["link", "session"]:
        yield f"{use} lookup", hashlib.sha256(netstrings(f"ruta-{use}-lookup-1") + link).hexdigest()
        yield f"{use} key", expand(extract(b"", link), f"ruta-{use}-key-1".encode(), 32).hex()
    yield "spoken", hmac.new(salt, netstrings("ruta-spoken-1", "ref", "042137"), hashlib.sha256).hexdigest()


def receipt():
    signer = Ed25519PrivateKey.from_private_bytes(bytes(range(60, 92)))
    public = signer.public_key().public_bytes_raw()
    key_id = hashlib.sha256(b"ruta-receipt-key" + public).digest()[:8]
    signed = (b"\1\3K7Q2-M3X9\1" + bytes(range(16)) + b"\3upe" + struct.pack(">qq", 1_795_000_000_123, 4_711)
              + bytes(range(32)) + key_id)
    yield "receipt key", f"RUTA-RECEIPT-KEY-1 {base64url(public)}"
    yield "receipt key id", key_id.hex()
    yield "receipt", f"RUTA1.{base64url(signed)}.{base64url(signer.sign(signed))}"
    yield "short code", short_code(hashlib.sha256(signed).digest())


if __name__ == "__main__":
    check_hpke()
    place = netstrings("ruta-context-1", "person", "case", "identity", "name")
    for name, sample in [*sealed(place), *tokens(), *receipt()]:
        print(f"{name}: {sample}")
