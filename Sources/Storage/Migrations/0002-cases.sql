-- The chain of each case beside the chain of the whole journal, and what the lists show.
--
-- case_row, obligation_row and referral_row are read from the journal and from the rules of the catalogue, and
-- can be made anew at any time. A clock without an end has end_ms = 9223372036854775807, so that it comes last.

ALTER TABLE journal_event
    ADD COLUMN case_hash TEXT NOT NULL DEFAULT '' CHECK (length(case_hash) IN (0, 64));

DROP TABLE street_report;

CREATE TABLE register_meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE case_row (
    case_id          TEXT    NOT NULL PRIMARY KEY,
    reference        TEXT    NOT NULL UNIQUE CHECK (length(reference) = 9),
    version          INTEGER NOT NULL,
    reports          INTEGER NOT NULL CHECK (reports >= 1),
    reporter         TEXT,
    stands_in        TEXT    NOT NULL,
    municipality     TEXT,
    district         TEXT    CHECK (length(district) = 6),
    level            TEXT    NOT NULL,
    harm             INTEGER NOT NULL CHECK (harm BETWEEN 0 AND 4),
    owner            TEXT,
    people           INTEGER NOT NULL CHECK (people >= 0),
    is_open          INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    opened_ms        INTEGER NOT NULL,
    next_kind        TEXT,
    next_institution TEXT,
    next_subject     TEXT,
    next_start_ms    INTEGER,
    next_due_ms      INTEGER,
    next_is_paused   INTEGER CHECK (next_is_paused IN (0, 1)),
    next_climbed     INTEGER CHECK (next_climbed BETWEEN 1 AND 5),
    next_end_ms      INTEGER NOT NULL,
    place_seen_ms    INTEGER,
    FOREIGN KEY (case_id, version) REFERENCES journal_event (case_id, version),
    CHECK ((next_kind IS NULL) = (next_start_ms IS NULL)),
    CHECK (place_seen_ms IS NULL OR district IS NOT NULL)
) STRICT;

CREATE INDEX case_row_by_queue ON case_row (stands_in, is_open, harm, next_end_ms, opened_ms, case_id);
CREATE INDEX case_row_by_reporter ON case_row (reporter, opened_ms, case_id);
CREATE INDEX case_row_by_place ON case_row (stands_in, place_seen_ms, district) WHERE place_seen_ms IS NOT NULL;
CREATE INDEX case_row_by_state ON case_row (is_open, case_id);

CREATE TABLE obligation_row (
    case_id         TEXT    NOT NULL REFERENCES case_row (case_id),
    obligation      TEXT    NOT NULL CHECK (obligation <> ''),
    kind            TEXT    NOT NULL,
    institution     TEXT    NOT NULL,
    unit            TEXT,
    person          TEXT,
    referral        TEXT,
    subject         TEXT    NOT NULL,
    rule            TEXT,
    start_ms        INTEGER NOT NULL,
    legal_due_ms    INTEGER,
    target_due_ms   INTEGER,
    paused_until_ms INTEGER,
    end_ms          INTEGER NOT NULL,
    climbed         INTEGER CHECK (climbed BETWEEN 1 AND 5),
    next_rung       INTEGER CHECK (next_rung BETWEEN 1 AND 5),
    next_rung_ms    INTEGER,
    harm            INTEGER NOT NULL CHECK (harm BETWEEN 0 AND 4),
    PRIMARY KEY (case_id, obligation),
    CHECK ((next_rung IS NULL) = (next_rung_ms IS NULL))
) STRICT;

CREATE INDEX obligation_row_by_unit ON obligation_row (unit, end_ms, case_id, obligation);
CREATE INDEX obligation_row_by_harm ON obligation_row (harm, end_ms, case_id, obligation);
CREATE INDEX obligation_row_by_institution ON obligation_row (institution, harm, end_ms, case_id, obligation);
CREATE INDEX obligation_row_by_rung ON obligation_row (next_rung_ms, case_id, obligation);

CREATE TABLE referral_row (
    case_id     TEXT    NOT NULL REFERENCES case_row (case_id),
    referral    TEXT    NOT NULL CHECK (length(referral) = 32),
    place       INTEGER NOT NULL,
    step        TEXT    NOT NULL,
    institution TEXT    NOT NULL,
    unit        TEXT,
    state       TEXT    NOT NULL,
    sent_ms     INTEGER NOT NULL,
    due_ms      INTEGER,
    end_ms      INTEGER NOT NULL,
    ended_ms    INTEGER,
    PRIMARY KEY (case_id, referral)
) STRICT;

CREATE INDEX referral_row_open ON referral_row (unit, end_ms, sent_ms, case_id, referral) WHERE ended_ms IS NULL;
CREATE INDEX referral_row_ended ON referral_row (unit, ended_ms, case_id, referral) WHERE ended_ms IS NOT NULL;
