"""Redmine of Debian on puma: what a town hall without money takes, on the stack of Rails and PostgreSQL."""

import re
import shutil
from pathlib import Path
from urllib.parse import urlencode

from system import FACTS, NARRATIVE, NOTE, ORIGINALS, Line, System

INSTANCE = "ruta-bench"
PASSPHRASE = "bench-only-1"
DATABASE = """production: {adapter: postgresql, database: redmine, host: 127.0.0.1, port: {port}, username: ruta, encoding: utf8, pool: 8}
"""
MAIL = """default:
  email_delivery:
    delivery_method: :sendmail
    sendmail_settings:
      location: /bin/true
      arguments: ""
"""
ALL = "/issues.json?project_id=referral&status_id=*"


class Redmine(System):
    """Asked over its JSON interface with the key of an account; its pages with the cookie of a session."""

    name, package, account, database = "Redmine", "redmine", "www-data", "redmine"
    needs = ("/usr/share/redmine/config.ru", "/usr/bin/puma")
    root, first = "/usr/share/redmine", "/login"
    new_case, signed_in = "/projects/referral/issues/new", b"/logout"
    processes = 2

    @property
    def environment(self):
        return {"HOME": str(self.folder / "redmine/tmp"), "REDMINE_INSTANCE": INSTANCE, "RAILS_ENV": "production",
                "REDMINE_LANG": "en", "SCHEMA": "/dev/null"}

    def set_up(self):
        place = self.folder / "redmine"
        for name in ("config", "log", "files", "tmp/pids", "public/plugin_assets"):
            (place / name).mkdir(parents=True)
        (place / "config/database.yml").write_text(DATABASE.replace("{port}", str(self.postgres.port)))
        (place / "config/configuration.yml").write_text(MAIL)
        (place / "config/secret_key.txt").write_text("0" * 64)  # of a system that lives for one bench
        for path in (place, *place.rglob("*")):
            shutil.chown(path, self.account, self.account)
        instance = Path("/var/lib/redmine") / INSTANCE
        instance.unlink(missing_ok=True)
        instance.symlink_to(place)
        self.postgres.ask("CREATE DATABASE redmine")
        self.rails("rake", "db:migrate")
        self.rails("rake", "redmine:load_default_data")
        self.key = self.rails("rails", "runner", self.shared("redmine_setup.rb"), PASSPHRASE).split()[-1]

    def __exit__(self, *unused):
        super().__exit__(*unused)
        (Path("/var/lib/redmine") / INSTANCE).unlink(missing_ok=True)

    def rails(self, *command):
        return self.run(*self.as_account("bundle", "exec", *command), folder=self.root)

    def fill(self, cases):
        self.rails("rails", "runner", self.shared("redmine_seed.rb"), ORIGINALS)
        self.copy_rows("redmine_copies.sql", cases)

    def command(self):
        return self.as_account("puma", "-e", "production", "-b", f"tcp://127.0.0.1:{self.port}", "-w", self.processes, "-t",
                               f"{self.lines_at_once}:{self.lines_at_once}", "--preload", "config.ru")

    def line(self):
        """A connection with the key of an account for the interface, and the cookie of a session for the pages."""
        entering = Line(self.port, {})
        headers, page = entering.ask("GET", "/login")
        token = re.search(rb'name="authenticity_token" value="([^"]+)"', page)[1].decode().replace("&amp;", "&")
        headers, _ = entering.ask("POST", "/login", urlencode(
            {"username": "admin", "password": PASSPHRASE, "authenticity_token": token}),
            {"Content-Type": "application/x-www-form-urlencoded", "Cookie": headers["Set-Cookie"].split(";")[0]}, (302,))
        return Line(self.port, {"X-Redmine-API-Key": self.key, "Cookie": headers["Set-Cookie"].split(";")[0]})

    def known(self, line):
        """Cases to read, the numbers of the fields, and some cases of its own to write to."""
        found = line.json("GET", ALL + "&limit=100&sort=id:desc")
        self.total, self.cases = found["total_count"], [issue["id"] for issue in found["issues"]]
        self.fields = {field["name"]: field["id"] for field in line.json("GET", "/custom_fields.json")["custom_fields"]}
        self.priority = line.json("GET", "/enumerations/issue_priorities.json")["issue_priorities"][0]["id"]
        self.mine = [self.report(line, number) for number in range(8)]

    def report(self, line, _):
        facts = [{"id": self.fields[name], "value": value} for name, value in FACTS.items()]
        return line.json("POST", "/issues.json", {"issue": {
            "project_id": "referral", "subject": "Bench case", "description": NARRATIVE, "priority_id": self.priority,
            "custom_fields": facts}})["issue"]["id"]

    def read(self, line, number):
        line.json("GET", f"/issues/{self.cases[number % len(self.cases)]}.json")

    def case_page(self, line, number):
        line.page(f"/issues/{self.cases[number % len(self.cases)]}", self.signed_in)

    def queue(self, line, number):
        found = line.json("GET", "/issues.json?project_id=referral&status_id=open&limit=50&sort=created_on:desc"
                                 f"&cf_{self.fields['District']}=D{1 + number % 20}&cf_{self.fields['Sex']}=!unknown")
        if len(found["issues"]) != 50:
            raise SystemExit(f"expected 50 issues, found {len(found['issues'])}")

    def note(self, line, number):
        line.ask("PUT", f"/issues/{self.mine[number % len(self.mine)]}.json", {"issue": {"notes": NOTE}})

    def first_page(self, line, _):
        line.page(self.new_case, self.signed_in)
