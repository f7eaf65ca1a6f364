"""Request Tracker 5 of Debian on starman: the ticket system of police and computer emergency teams."""

import subprocess
from urllib.parse import quote, urlencode

from system import FACTS, NARRATIVE, NOTE, ORIGINALS, Line, System

PASSPHRASE = "bench-only-1"
SETTINGS = """Set($rtname, 'bench.test'); Set($Organization, 'bench.test');
Set($WebPath, ''); Set($WebDomain, '127.0.0.1'); Set($WebPort, {port});
Set($DatabaseType, 'Pg'); Set($DatabaseHost, '127.0.0.1'); Set($DatabasePort, '{database}');
Set($DatabaseName, 'rt5'); Set($DatabaseUser, 'rt_user'); Set($DatabasePassword, 'bench'); Set($DatabaseAdmin, '{owner}');
Set($LogToSyslog, undef); Set($LogToSTDERR, 'warning'); Set($LogToFile, undef);
Set($SendmailPath, '/bin/true'); Set($Timezone, 'UTC');
1;
"""
OF_QUEUE = "Queue='Referral'"


class RequestTracker(System):
    """Asked over REST 2 with the cookie of a session: a token would cost a bcrypt of 200 ms at every request."""

    name, package, account, database = "Request Tracker", "request-tracker5", "www-data", "rt5"
    needs = ("/usr/share/request-tracker5/libexec/rt-server", "/usr/bin/starman")
    root, first = "/usr/share/request-tracker5", "/NoAuth/Login.html"
    new_case, signed_in = "/Ticket/Create.html?Queue=Referral", b"logout"

    @property
    def environment(self):
        return {"RT_SITE_CONFIG": str(self.folder / "RT_SiteConfig.pm"), "RT_SITE_CONFIG_DIR": str(self.folder / "conf.d")}

    def set_up(self):
        (self.folder / "conf.d").mkdir()
        (self.folder / "RT_SiteConfig.pm").write_text(
            SETTINGS.replace("{port}", str(self.port)).replace("{database}", str(self.postgres.port)).replace("{owner}", "ruta"))
        database = ("rt-setup-database-5", "--dba", "ruta", "--dba-password", "", "--action")
        self.run(*database, "init")
        self.run(*database, "insert", "--datafile", self.shared("request_tracker_queue.pl"))
        self.run("perl", self.shared("request_tracker_seed.pl"), "passphrase", PASSPHRASE)

    def fill(self, cases):
        self.run("perl", self.shared("request_tracker_seed.pl"), "tickets", ORIGINALS)
        self.copy_rows("request_tracker_copies.sql", cases)

    def before_start(self):
        # What was compiled before would make the start look shorter than the first one is.
        subprocess.run(["rm", "-rf", "/var/cache/request-tracker5/mason_data/obj"], check=True)

    def command(self):
        return self.as_account("starman", "--listen", f"127.0.0.1:{self.port}", "--workers", self.lines_at_once, "--preload-app",
                               "--env", "deployment", "/usr/share/request-tracker5/libexec/rt-server")

    def line(self):
        """A connection with a session of its own, since requests of one session wait for each other."""
        entering = Line(self.port, {})
        headers, _ = entering.ask("POST", "/NoAuth/Login.html", urlencode({"user": "root", "pass": PASSPHRASE}),
                                  {"Content-Type": "application/x-www-form-urlencoded"}, (200, 302))
        cookie = headers["Set-Cookie"].split(";")[0]
        return Line(self.port, {"Cookie": cookie, "Accept": "application/json", "Referer": f"http://127.0.0.1:{self.port}/"})

    def known(self, line):
        """Cases to read, and some of its own to write to."""
        found = line.json("GET", f"/REST/2.0/tickets?query={quote(OF_QUEUE)}&per_page=100&orderby=id&order=DESC")
        self.total, self.cases = found["total"], [int(item["id"]) for item in found["items"]]
        self.mine = [self.report(line, number) for number in range(8)]

    def report(self, line, _):
        return int(line.json("POST", "/REST/2.0/ticket", {
            "Queue": "Referral", "Subject": "Bench case", "Requestor": "desk1@bench.test", "Content": NARRATIVE,
            "ContentType": "text/plain", "CustomFields": FACTS})["id"])

    def read(self, line, number):
        line.json("GET", f"/REST/2.0/ticket/{self.cases[number % len(self.cases)]}")

    def case_page(self, line, number):
        line.page(f"/Ticket/Display.html?id={self.cases[number % len(self.cases)]}", self.signed_in)

    def queue(self, line, number):
        query = f"{OF_QUEUE} AND Status='new' AND CF.{{District}}='D{1 + number % 20}' AND CF.{{Sex}}!='unknown'"
        found = line.json("GET", f"/REST/2.0/tickets?query={quote(query)}&per_page=50&orderby=Created&order=DESC"
                                 "&fields=Subject,Status,Created,Owner,Requestor&fields[Owner]=Name")
        if len(found["items"]) != 50:
            raise SystemExit(f"expected 50 tickets, found {len(found['items'])}")

    def note(self, line, number):
        line.ask("POST", f"/REST/2.0/ticket/{self.mine[number % len(self.mine)]}/comment",
                 {"Content": NOTE, "ContentType": "text/plain"})

    def first_page(self, line, _):
        line.page(self.new_case, self.signed_in)
