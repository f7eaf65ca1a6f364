#!/usr/bin/env python3
"""Makes Tests/app/samples: what the phone and the server say to each other, made by neither of them.

    app_samples.py           writes the samples; needs the Python package `cryptography`, so no check runs it
    app_samples.py --check   compares what is there with what would be written

Every key is invented and stands in clear. The forms are those of docs/street-app.md.
"""

import base64
import hashlib
import json
import pathlib
import struct
import sys
import zlib

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from sealing import labeled_expand, labeled_extract

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "app" / "samples"
KEM = b"KEM" + struct.pack(">H", 0x10)
SPOKEN = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def b64u(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def key(scalar):
    return ec.derive_private_key(int.from_bytes(scalar, "big"), ec.SECP256R1())


def point(private):
    return private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def key_id(public):
    return hashlib.sha256(public).hexdigest()[:16]


def pair(scalar):
    """A key in the forms that WebCrypto (jwk) and swift-crypto (scalar) read."""
    public = point(key(scalar))
    return {
        "id": key_id(public), "public": b64u(public), "scalar": scalar.hex(),
        "jwk": {"crv": "P-256", "d": b64u(scalar), "kty": "EC", "x": b64u(public[1:33]), "y": b64u(public[33:])},
    }


def sign(private, text):
    der = private.sign(text.encode(), ec.ECDSA(hashes.SHA256(), deterministic_signing=True))
    r, s = decode_dss_signature(der)
    return b64u(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


def hpke(receiver, ephemeral, info, associated, plain, key_length=32):
    """RFC 9180, base mode, first message: the encapsulated key, and ciphertext with tag."""
    suite = b"HPKE" + struct.pack(">HHH", 0x10, 1, 2 if key_length == 32 else 1)
    encapsulated = point(ephemeral)
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), receiver)
    agreed = ephemeral.exchange(ec.ECDH(), public)
    shared = labeled_expand(KEM, labeled_extract(KEM, b"", b"eae_prk", agreed), b"shared_secret",
                            encapsulated + receiver, 32)
    context = (b"\0" + labeled_extract(suite, b"", b"psk_id_hash", b"")
               + labeled_extract(suite, b"", b"info_hash", info))
    schedule = labeled_extract(suite, shared, b"secret", b"")
    aead = labeled_expand(suite, schedule, b"key", context, key_length)
    nonce = labeled_expand(suite, schedule, b"base_nonce", context, 12)
    return encapsulated, AESGCM(aead).encrypt(nonce, plain, associated)


def rfc9180():
    """RFC 9180, appendix A.3.1, sequence number 0: AES-128, the one suite of the appendix with this KEM and KDF."""
    recipient = bytes.fromhex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2")
    ephemeral = bytes.fromhex("4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb")
    info, associated, plain = b"Ode on a Grecian Urn", b"Count-0", b"Beauty is truth, truth beauty"
    public = point(key(recipient))
    assert public.hex() == (
        "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d"
        "128aafd68a2ce72ea0")
    encapsulated, box = hpke(public, key(ephemeral), info, associated, plain, key_length=16)
    assert box.hex() == (
        "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434")
    return {
        "source": "RFC 9180, appendix A.3.1, sequence number 0 (AES-128-GCM)", "recipient": pair(recipient),
        "ephemeral": pair(ephemeral), "info": info.hex(), "associated": associated.hex(), "plain": plain.hex(),
        "enc": encapsulated.hex(), "box": box.hex(), "aead": "AES-128-GCM",
    }


INTAKE = bytes(range(1, 33))
DEVICE = bytes(range(33, 65))
OFFICER = bytes(range(65, 97))
BUNDLE = bytes(range(97, 129))
NEXT_BUNDLE = bytes(range(129, 161))
EPHEMERAL = bytes(range(161, 193))
REPORT_ID = "5f1d0c2b7a9e4836b1c4d2e3f4a5b6c7"
DEVICE_ID = "00001177"
OFFICER_ID = "00002b3c"
AT = 1_795_489_200_000
CATALOG = {"hash": hashlib.sha256(b"an invented catalogue").hexdigest(), "version": "2026.11.1"}


def phone_code(report):
    bits = int(report[:5], 16)
    return "".join(SPOKEN[bits >> shift & 31] for shift in (15, 10, 5, 0))


def content():
    return {
        "calls": [{"answered": "yes", "at": AT + 60_000, "step": "notify-police"},
                  {"answered": "unknown", "at": AT + 90_000, "step": "notify-prosecutor"}],
        "catalog": CATALOG, "detail": "Puerta azul, «segundo piso».", "district": "150101",
        "facts": {"age": "doubted", "danger": "no", "sexual-exploitation": "yes"}, "flags": ["duress"],
        "level": "immediate", "made": AT, "people": "two", "sent": AT + 240_000,
        "signs": [], "steps": ["notify-police", "notify-prosecutor"],
    }


def report(device):
    intake, name = key(INTAKE), device or "-"
    plain = canonical(content())
    filled = plain.encode() + b" " * (-len(plain.encode()) % 256)
    associated = f"ruta-report-1\n{REPORT_ID}\n{name}"
    enc, box = hpke(point(intake), key(EPHEMERAL), b"ruta-report-1", associated.encode(), filled)
    signed = f"{associated}\n{b64u(enc)}\n{b64u(box)}"
    packet = {"box": b64u(box), "device": device, "enc": b64u(enc), "id": REPORT_ID, "intake": key_id(point(intake)),
              "sig": sign(key(DEVICE), signed) if device else None, "v": 1}
    return {
        "intake": pair(INTAKE), "ephemeral": pair(EPHEMERAL), "device": pair(DEVICE), "info": "ruta-report-1",
        "associated": associated, "signed": signed, "plain": plain, "padded": len(filled), "content": content(),
        "code": phone_code(REPORT_ID), "packet": canonical(packet),
    }


def ecdsa():
    text = "ruta-report-1\nuna firma de práctica"
    return {"key": pair(DEVICE), "text": text, "signature": sign(key(DEVICE), text)}


def bundle():
    inside = canonical({"districts": [], "made": AT, "version": "2026.11.1"})
    digest = hashlib.sha256(inside.encode()).hexdigest()
    signed = f"ruta-bundle-1\n2026.11.1\n{AT}\n{digest}"
    following = pair(NEXT_BUNDLE)

    def text(scalar, succession):
        public = point(key(scalar))
        header = {"format": 1, "hash": digest, "key": key_id(public), "made": AT, "signature": sign(key(scalar), signed),
                  "version": "2026.11.1"}
        if succession:
            header["succession"] = succession
        return f"{canonical(header)}\n{inside}\n"

    link = {"key": following["public"], "signature": sign(key(BUNDLE), f"ruta-succession-1\n{following['public']}")}
    return {"key": pair(BUNDLE), "next": following, "signed": signed, "bundle": text(BUNDLE, None),
            "successor": text(NEXT_BUNDLE, [link])}


def sms():
    secret, device, nonce = bytes(range(7, 39)), bytes.fromhex(DEVICE_ID), bytes.fromhex("0000002a")
    minutes = AT // 60_000
    plain = (150_101).to_bytes(3, "big") + struct.pack(">I", minutes) + bytes([2 + 128]) + bytes.fromhex(REPORT_ID[:12])
    sealed = AESGCM(secret).encrypt(device + nonce + bytes(4), plain, None)
    body = device + nonce + sealed[:14] + sealed[14:22]
    return {"key": b64u(secret), "keyHex": secret.hex(), "device": DEVICE_ID, "number": int(DEVICE_ID, 16), "nonce": nonce.hex(),
            "report": REPORT_ID, "code": phone_code(REPORT_ID), "district": "150101", "minutes": minutes, "urgency": 2,
            "duress": True, "plain": plain.hex(), "body": f"SG {phone_code(REPORT_ID)} {b64u(body)}"}


def frames(head, text, size=120):
    parts = [text[start:start + size] for start in range(0, len(text), size)]
    check = f"{zlib.crc32(text.encode()):08x}"
    return [f"{head}/{place + 1}/{len(parts)}/{check}/{part}" for place, part in enumerate(parts)]


def handover():
    guard, officer = pair(DEVICE), pair(OFFICER)
    offer = canonical({
        "at": AT + 1_800_000, "code": phone_code(REPORT_ID), "district": "150101", "from": DEVICE_ID,
        "id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "key": guard["public"], "people": "two", "report": REPORT_ID, "v": 1})
    answer = canonical({
        "at": AT + 1_860_000, "by": OFFICER_ID, "key": officer["public"],
        "offer": hashlib.sha256(offer.encode()).hexdigest(), "post": "comisaria-centro", "v": 1})
    signatures = sign(key(DEVICE), offer), sign(key(OFFICER), answer)
    packet = {"answer": answer, "answerSignature": signatures[1], "offer": offer, "offerSignature": signatures[0], "v": 1}
    return {"guard": guard, "officer": officer, "offer": offer, "offerSignature": signatures[0], "answer": answer,
            "answerSignature": signatures[1], "packet": canonical(packet),
            "offerFrames": frames("RH1", f"{offer}.{signatures[0]}"),
            "answerFrames": frames("RC1", f"{answer}.{signatures[1]}")}


SAMPLES = {
    "hpke-rfc9180.json": rfc9180, "report.json": lambda: report(DEVICE_ID), "report-unsigned.json": lambda: report(None),
    "ecdsa.json": ecdsa, "bundle.json": bundle, "sms.json": sms, "handover.json": handover,
}

if __name__ == "__main__":
    different = 0
    for name, make in SAMPLES.items():
        text = json.dumps(make(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        if "--check" not in sys.argv:
            FOLDER.mkdir(parents=True, exist_ok=True)
            (FOLDER / name).write_text(text)
        elif (FOLDER / name).read_text() != text:
            different += 1
            print(f"app_samples: {name} is not what this program writes")
    sys.exit(1 if different else 0)
