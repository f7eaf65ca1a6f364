-- The journal of street reports, which is the truth, and the list read from it, which can be made anew.
--
-- Written for SQLite. For PostgreSQL the driver changes four words: INTEGER, BLOB, TEXT and STRICT.

CREATE TABLE journal_event (
    position       INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    case_id        TEXT    NOT NULL CHECK (length(case_id) = 32),
    version        INTEGER NOT NULL CHECK (version >= 1),
    name           TEXT    NOT NULL CHECK (name <> ''),
    event_version  INTEGER NOT NULL CHECK (event_version >= 1),
    payload        TEXT    NOT NULL CHECK (payload <> ''),
    actor          TEXT    NOT NULL CHECK (actor <> ''),
    recorded_at_ms INTEGER NOT NULL,
    previous_hash  TEXT    NOT NULL CHECK (length(previous_hash) = 64),
    hash           TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
    UNIQUE (case_id, version)
) STRICT;

CREATE TABLE street_report (
    case_id         TEXT    NOT NULL PRIMARY KEY,
    reference       TEXT    NOT NULL UNIQUE CHECK (length(reference) = 9),
    district        TEXT    CHECK (length(district) = 6),
    level           TEXT    NOT NULL,
    catalog_version TEXT    NOT NULL,
    catalog_hash    TEXT    NOT NULL,
    claimed_at_ms   INTEGER,
    received_at_ms  INTEGER NOT NULL,
    amended_at_ms   INTEGER,
    version         INTEGER NOT NULL,
    FOREIGN KEY (case_id, version) REFERENCES journal_event (case_id, version),
    CHECK ((version = 1) = (amended_at_ms IS NULL))
) STRICT;

CREATE INDEX street_report_by_arrival ON street_report (received_at_ms, case_id);
