"""What programs are promised. Every function raises `Broken` with the promise that was not kept."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import hsds
import jsonschema_rs
from register import run

LISTS = ("organizations", "services", "service_at_locations", "taxonomies", "taxonomy_terms")
GUARDED = ("/api/fhir/ServiceRequest", "/api/fhir/Task", "/api/htcds", "/api/calendar.ics")
REQUEST_WORDS = {"draft", "active", "on-hold", "revoked", "completed"}
TASK_OF = {"drafted": "draft", "called": "requested", "sent": "requested", "delivered": "received", "acknowledged": "received",
           "accepted": "accepted", "custody-received": "in-progress", "on-hold": "on-hold", "rejected": "rejected",
           "recalled": "cancelled", "done": "completed"}


class Broken(AssertionError):
    """A promise that was not kept."""


def promise(holds, what):
    if not holds:
        raise Broken(what)


def document(site, port=None):
    """The description is whole, and each of its examples is what its schema says."""
    answer = site.ask("/api/openapi.json", port=port)
    promise(answer.status == 200, f"the document is answered with {answer.status}")
    whole = answer.json
    promise(whole["openapi"] == "3.1.0", "the document is no OpenAPI 3.1")
    examples = 0
    for path, item in whole["paths"].items():
        for method, operation in item.items():
            for media, content in operation["responses"]["200"]["content"].items():
                if "example" not in content:
                    continue
                schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **content["schema"],
                          "components": whole["components"]}
                validator = jsonschema_rs.validator_for(schema, validate_formats=True)
                wrong = [f"{error.instance_path}: {error.message[:120]}" for error in validator.iter_errors(content["example"])]
                promise(not wrong, f"{method} {path}: the example breaks its schema: {wrong[:2]}")
                examples += 1
    promise(examples >= 15, f"only {examples} examples")
    return f"{len(whole['paths'])} addresses, {examples} examples"


def directory(site, port=None):
    """The public directory keeps the rules of HSDS, page by page, and says nothing of where a shelter is."""
    root = site.ask("/api/hsds", port=port).json
    promise({"version", "profile", "openapi_url"} <= set(root) and root["version"] == "3.0", "the root is no root of HSDS")
    lists, whole = {}, {}
    for name in LISTS:
        lists[name], page = [], 1
        while True:
            answer = site.ask(f"/api/hsds/{name}?per_page=20&page={page}", port=port)
            promise(answer.status == 200, f"{name} is answered with {answer.status}")
            shown = answer.json
            promise(shown["page_number"] == page and shown["size"] == len(shown["contents"]), f"{name}: a page miscounts")
            lists[name] += shown["contents"]
            if shown["last_page"]:
                break
            page += 1
        promise(shown["total_items"] == len(lists[name]), f"{name}: the total is another")
        lines = site.ask(f"/api/hsds/{name}?format=ndjson&full=true" if name in LISTS[:3] else f"/api/hsds/{name}?format=ndjson",
                         port=port)
        whole[name] = [json.loads(line) for line in lines.body.splitlines()]
        promise([thing["id"] for thing in whole[name]] == [thing["id"] for thing in lists[name]], f"{name}: the stream is another list")
        for thing in whole[name][:3]:
            one = site.ask(f"/api/hsds/{name}/{thing['id']}", port=port)
            promise(one.status == 200 and one.json == thing, f"{name}: one is not what the list says")
        promise(site.ask(f"/api/hsds/{name}/{hsds.name_id('no', name)}", port=port).status == 404, f"{name}: what is not there is found")
    wrong = list(hsds.publication_faults(whole)) + [fault for name in LISTS for thing in lists[name]
                                                    for fault in hsds.shelter_faults(thing)]
    promise(not wrong, f"HSDS: {wrong[:3]}")
    for thing in whole["organizations"]:
        ident = thing["organization_identifiers"][0]["identifier"]
        promise(thing["id"] == hsds.name_id("institution", ident), "an id is not the one of its name")
    search = site.ask("/api/hsds/services", method="POST", body=json.dumps({"search": "COMISARIA"}), port=port).json
    promise(0 < search["total_items"] < len(lists["services"]), "a search by POST finds nothing, or everything")
    return ", ".join(f"{len(things)} {name}" for name, things in lists.items())


def files(site, folder):
    """The files of the command are what the interface says."""
    code, _, said = run(site.ruta, site.catalog, "hsds", folder)
    promise(code == 0, f"hsds: {said}")
    lists = {name: json.loads((Path(folder) / f"{name}.json").read_text()) for name in LISTS}
    wrong = list(hsds.publication_faults(lists))
    promise(not wrong, f"HSDS files: {wrong[:3]}")
    for name in LISTS[:3]:
        lines = site.ask(f"/api/hsds/{name}?format=ndjson&full=true").body.splitlines()
        promise([json.loads(line) for line in lines] == lists[name], f"{name}: the file is another")
    return f"{len(lists)} files"


def doors(site, port=None):
    """Without a live key nothing of a unit is answered; what is another's and what never was look the same."""
    unit = site.units[0]
    dead = [None, "x", "ruta_" + "a" * 43, site.key(unit, days=-1), site.key(unit, revoked=True)]
    for path in GUARDED:
        for key in dead:
            answer = site.ask(path, key, port=port)
            promise(answer.status == 401, f"{path}: a key that is none is answered with {answer.status}")
            promise("www-authenticate" in answer.headers, f"{path}: nobody says what is missing")
    small = site.key(unit, scopes="calendar")
    for path in GUARDED[:3]:
        promise(site.ask(path, small, port=port).status == 404, f"{path}: a key for something else opens it")
    for path, wrong in (("/api/hsds/services", "nobody=1"), ("/api/fhir/Task", "page=1"), ("/api/calendar.ics", "a=b")):
        promise(site.ask(f"{path}?{wrong}", site.keys[unit], port=port).status == 400, f"{path}: an unknown parameter is passed over")
    return f"{len(dead)} dead keys at {len(GUARDED)} doors"


def referrals(site, port=None):
    """Every unit finds its own referrals, in the words of FHIR, and no other's."""
    seen = {}
    for unit in site.units:
        found = []
        for kind in ("ServiceRequest", "Task"):
            offset, total = 0, 1
            while offset < total:
                bundle = site.ask(f"/api/fhir/{kind}?_count=50&_offset={offset}", site.keys[unit], port=port).json
                total, offset = bundle["total"], offset + 50
                found += [entry["resource"] for entry in bundle["entry"]]
        tasks = {task["id"]: task for task in found if task["resourceType"] == "Task"}
        requests = {request["id"]: request for request in found if request["resourceType"] == "ServiceRequest"}
        promise(set(tasks) == set(requests), f"{unit}: a request without its task")
        own = dict(site.read("SELECT referral, state FROM referral_row WHERE unit = ?", unit))
        promise(set(tasks) <= set(own), f"{unit} sees a referral of another unit")
        for ident, task in tasks.items():
            promise(task["status"] == TASK_OF[own[ident]], f"a task says {task['status']} of {own[ident]}")
            promise(requests[ident]["status"] in REQUEST_WORDS, "a request has a word that is none")
            promise(task["focus"]["reference"] == f"ServiceRequest/{ident}", "a task is about another request")
            promise(task["for"] == requests[ident]["subject"], "a task and its request are about two cases")
            if task["status"] in ("rejected", "cancelled", "on-hold"):
                promise(task.get("statusReason", {}).get("text"), f"a task is {task['status']} and says no why")
        seen[unit] = set(tasks)
    promise(sum(map(len, seen.values())) > 20, "hardly a referral is seen")
    stranger, owner = next((a, b) for a in site.units for b in site.units if a != b and seen[b] - seen[a])
    ident = sorted(seen[owner])[0]
    foreign = site.ask(f"/api/fhir/Task/{ident}", site.keys[stranger], port=port)
    absent = site.ask(f"/api/fhir/Task/{'0' * 32}", site.keys[stranger], port=port)
    promise((foreign.status, foreign.body) == (404, absent.body), "another's referral does not look like one that never was")
    return f"{sum(map(len, seen.values()))} referrals of {len(seen)} units"


def calendars(site, port=None):
    """A calendar has codes, bodies and hours; no word of a case."""
    events = 0
    duties = {step for (step,) in site.read("SELECT DISTINCT subject FROM obligation_row")}
    for unit in site.units:
        answer = site.ask("/api/calendar.ics", site.keys[unit], port=port)
        promise(answer.headers["content-type"].startswith("text/calendar"), "no calendar")
        lines = answer.text.split("\r\n")
        promise(lines[0] == "BEGIN:VCALENDAR" and lines[-2:] == ["END:VCALENDAR", ""], "the calendar has no end")
        promise(all(len(line.encode()) <= 75 for line in lines), "a line is too long")
        for name in re.findall(r"^([A-Z-]+)[:;]", answer.text, re.M):
            promise(name in "BEGIN VERSION PRODID CALSCALE METHOD UID DTSTAMP DTSTART SUMMARY CLASS TRANSP END".split(),
                    f"a calendar says {name}")
        for title in re.findall(r"^SUMMARY:(.*?)\r$", answer.text, re.M):
            promise(re.match(r"[0-9A-Z]{4}-[0-9A-Z]{4} · [^·]+$", title), f"a title says more than code and body")
        for duty in duties:
            promise(duty not in answer.text, "a calendar names a duty")
        owed = site.read("SELECT count(*) FROM obligation_row WHERE unit = ? AND coalesce(legal_due_ms, target_due_ms) IS NOT NULL", unit)
        promise(answer.text.count("BEGIN:VEVENT") == owed[0][0], f"{unit} has other entries than duties")
        events += answer.text.count("BEGIN:VEVENT")
    promise(events > 5, "hardly a duty is in a calendar")
    return f"{events} entries"


def rows(site, folder, port=None):
    """Cases as rows: the same out of the command and in again; twice is once; half a file is nothing."""
    place = Path(folder)
    code, out, said = run(site.ruta, site.catalog, "htcds", "export", "--data", site.data)
    promise(code == 0, f"export: {said}")
    first = place / "export.csv"
    first.write_bytes(out)
    table = list(csv.DictReader(io.StringIO(out.decode(), newline="")))
    promise(len(table[0]) == 84 + sum(name.startswith("x_") for name in table[0]), "the export has not 84 columns")
    for row in table:
        for name in ("prs_FirstName", "prs_SecondName", "prs_Birthdate", "prs_IdentityNumber", "prs_MobilePhone", "cco_CaseComment"):
            promise(row[name] == "", f"{name} left the house")
    for unit in site.units[:4]:
        for row in site.ask("/api/htcds", site.keys[unit], port=port).json:
            known = site.read("SELECT unit FROM referral_row WHERE referral = ?", row["x_referral_id"])
            promise(known == [(unit,)], f"{unit} gets a row of another unit")
    code, _, said = run(site.ruta, site.catalog, "htcds", "check", first)
    promise(code == 0, f"check of the own export: {said[:300]}")
    other = place / "other.sqlite"
    run(site.ruta, site.catalog, "database", "migrate", "--data", other)
    counts = []
    for _ in range(2):
        code, out, said = run(site.ruta, site.catalog, "htcds", "import", first, "--data", other)
        promise(code == 0, f"import: {said[:300]}")
        counts.append([int(number) for number in re.findall(r"\d+", out.decode().splitlines()[-1])])
    opened = {row["x_case_id"] for row in table if not row["cas_Status"].startswith("Closed")}
    promise(counts == [[len(opened), 0], [0, len(opened)]], f"an import counts {counts}, expected {len(opened)} new ones, then none")
    code, out, _ = run(site.ruta, site.catalog, "htcds", "export", "--data", other)
    shared = ("x_case_id", "x_district", "x_seen_at", "x_people", "x_facts", "x_signs", "hte_Date", "hte_City",
              "vic_TypeOfExploitation", "vic_MethodsOfControl", "x_reta_conducts", "x_reta_means")
    def told(rows):
        return {tuple(row[name] for name in shared) for row in rows if row["x_case_id"] in opened}
    promise(told(csv.DictReader(io.StringIO(out.decode(), newline=""))) == told(table), "what came back is not what went out")
    head = run(site.ruta, site.catalog, "journal", "head", "--data", other)[1]
    lines = first.read_bytes().decode().split("\r\n")
    bad = place / "bad.csv"
    bad.write_bytes("\r\n".join(lines[:1] + [line.replace(table[0]["x_case_id"], "N-1") for line in lines[1:2]] +
                               ["N-2" + "," * lines[0].count(",")]).encode())
    code, _, said = run(site.ruta, site.catalog, "htcds", "import", bad, "--data", other)
    promise(code == 65, f"a bad file ends with {code}")
    promise(run(site.ruta, site.catalog, "journal", "head", "--data", other)[1] == head, "a bad file was taken in by half")
    return f"{len(table)} rows, {len(opened)} open cases"


def machine(site, key, examples, port=None, only=None, checks="all"):
    """schemathesis asks everything that the document says, and what it does not say."""
    base = f"http://127.0.0.1:{port or site.port}"
    arguments = [str(Path(sys.executable).parent / "schemathesis"), "run", base + "/api/openapi.json", "--url", base, "--checks",
                 checks, "--max-examples", str(examples), "--seed", "20261123", "--phases", "examples,coverage,fuzzing",
                 "--no-color", "--generation-database", "none", "--rate-limit", "45/s", "--suppress-health-check", "all"]
    if key:
        arguments += ["--header", f"Authorization: Bearer {key}"]
    for path in only or ():
        arguments += ["--include-path", path]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=1_500, cwd="/tmp")
    promise(done.returncode == 0, "schemathesis:\n" + done.stdout[-6_000:] + done.stderr[-1_000:])
    counted = re.search(r"(\d+) generated", done.stdout)
    return f"{counted[1] if counted else 'many'} requests"


def silence(site):
    """No key and no search stands in the log."""
    said = site.said()
    for secret in list(site.keys.values()) + ["Bearer", "COMISARIA"]:
        promise(secret not in said, "the log says what was sent")
    return "nothing said"
