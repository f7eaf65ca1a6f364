#!/usr/bin/env python3
"""Asks the interface for programs as programs do: every operation, with keys and without, good and hostile.

    run.py RUTA CATALOG [--plant]

With --plant a proxy tells one lie after the other, and the check that is there for it must find it.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import checks
from checks import Broken
from liar import Liar
from register import Site

CLOSED = ["/api/fhir/ServiceRequest", "/api/fhir/ServiceRequest/{id}", "/api/fhir/Task", "/api/fhir/Task/{id}", "/api/htcds",
          "/api/calendar.ics"]


def everything(site, folder):
    key = site.keys[site.units[0]]
    yield "document", lambda: checks.document(site)
    yield "directory", lambda: checks.directory(site)
    yield "files", lambda: checks.files(site, Path(folder) / "hsds")
    yield "doors", lambda: checks.doors(site)
    yield "referrals", lambda: checks.referrals(site)
    yield "calendars", lambda: checks.calendars(site)
    yield "rows", lambda: checks.rows(site, folder)
    yield "schemathesis with a key", lambda: checks.machine(site, key, 40)
    yield "schemathesis with a dead key", lambda: checks.machine(site, site.key(site.units[0], revoked=True), 10, only=CLOSED)
    yield "schemathesis without a key", lambda: checks.machine(site, None, 10, only=CLOSED)
    yield "silence", lambda: checks.silence(site)


def changed(path, change):
    """An answer at one path, changed as JSON."""
    def after(asked, status, headers, body):
        if status != 200 or not asked.split("?")[0].startswith(path):
            return status, headers, body
        return status, headers, change(body)
    return after


def as_json(change):
    def after(body):
        try:
            whole = json.loads(body)
        except ValueError:  # a stream of lines
            return b"".join(json.dumps(change(json.loads(line))).encode() + b"\n" for line in body.splitlines())
        return json.dumps(change(whole)).encode()
    return after


def located(thing):
    for found in thing.get("contents", [thing]):
        for attribute in found.get("attributes", []):
            if attribute["taxonomy_term"].get("code") == "shelter":
                found["phones"] = [{"id": found["id"], "number": "987654321"}]
    return thing


def nameless(thing):
    for found in thing.get("contents", [thing]):
        found.pop("name", None)
    return thing


def wrong_example(thing):
    thing["paths"]["/api/fhir/Task/{id}"]["get"]["responses"]["200"]["content"]["application/fhir+json"]["example"]["status"] = "lost"
    return thing


def lost_task(thing):
    for entry in thing.get("entry", []):
        entry["resource"]["status"] = "completed"
    return thing


def plants(site):
    """Each lie, how it is told, and the check that must find it."""
    units = site.units
    def with_key(path, headers):
        headers["Authorization"] = "Bearer " + site.keys[units[0]]
        return path
    def as_another(path, headers):
        if "Task" in path and headers.get("Authorization", "").endswith(site.keys[units[1]]):
            headers["Authorization"] = "Bearer " + site.keys[units[0]]
        return path
    def deaf(path, headers):
        return path.split("?")[0] if "nobody" in path else path
    def crash(path, status, headers, body):
        return (500, headers, body) if "search" in path else (status, headers, body)
    def told(body):
        return body.replace("SUMMARY:".encode(), "DESCRIPTION:la niña\r\nSUMMARY:".encode())
    def titled(body):
        return body.replace(" · ".encode(), " · Medida · ".encode())
    yield "an example that breaks its schema", {"after": changed("/api/openapi.json", as_json(wrong_example))}, checks.document
    yield "a service without a name", {"after": changed("/api/hsds/services", as_json(nameless))}, checks.directory
    yield "a shelter with a number", {"after": changed("/api/hsds/services", as_json(located))}, checks.directory
    yield "an unknown parameter passed over", {"before": deaf}, checks.doors
    yield "a key for everybody", {"before": with_key}, checks.doors
    yield "the referrals of another unit", {"before": as_another}, checks.referrals
    yield "a task in another state", {"after": changed("/api/fhir/Task", as_json(lost_task))}, checks.referrals
    yield "a calendar that tells", {"after": changed("/api/calendar.ics", told)}, checks.calendars
    yield "a title that tells", {"after": changed("/api/calendar.ics", titled)}, checks.calendars
    only = ["/api/hsds/services"]
    yield "an answer not of its schema", {"after": changed("/api/hsds/services", as_json(nameless))}, \
        lambda site, port: checks.machine(site, None, 5, port, only)
    yield "a crash on a question", {"after": crash}, lambda site, port: checks.machine(site, None, 5, port, only)
    yield "a door that schemathesis finds open", {"before": with_key}, \
        lambda site, port: checks.machine(site, None, 5, port, ["/api/htcds"])


def self_test(site):
    for name, lies, check in plants(site):
        honest = Liar(site.port)
        liar = Liar(site.port, **lies)
        try:
            check(site, port=honest.port)
            try:
                check(site, port=liar.port)
            except Broken:
                print(f"found   {name}", flush=True)
                continue
            sys.exit(f"self-test: not found: {name}")
        finally:
            honest.end()
            liar.end()
    print("test-api: all planted faults found")


def main():
    ruta, catalog = sys.argv[1:3]
    with tempfile.TemporaryDirectory(prefix="ruta-api-") as folder:
        site = Site(ruta, catalog, folder)
        try:
            if "--plant" in sys.argv:
                return self_test(site)
            failed = 0
            for name, check in everything(site, folder):
                start = time.monotonic()
                try:
                    said = check()
                    print(f"passed  {name}: {said} ({time.monotonic() - start:.1f} s)", flush=True)
                except Broken as broken:
                    failed += 1
                    print(f"FAILED  {name}: {broken}", flush=True)
            if failed:
                sys.exit(f"test-api: {failed} promises broken")
            print("test-api: every promise kept")
        finally:
            site.end()


main()
