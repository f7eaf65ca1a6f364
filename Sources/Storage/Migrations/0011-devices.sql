-- The phones of the street: who may send, what came from them, what was handed over; and which catalogues were in force.

CREATE TABLE device (
    device_id     INTEGER NOT NULL PRIMARY KEY CHECK (device_id BETWEEN 1 AND 4294967295),
    label         TEXT    NOT NULL CHECK (label <> ''),
    unit          TEXT    NOT NULL CHECK (unit <> ''),
    public_key    BLOB    NOT NULL UNIQUE CHECK (length(public_key) = 65),
    invited_by    TEXT    NOT NULL CHECK (invited_by <> ''),
    enrolled_ms   INTEGER NOT NULL,
    expires_ms    INTEGER NOT NULL CHECK (expires_ms > enrolled_ms),
    revoked_by    TEXT    CHECK (revoked_by <> ''),
    revoked_ms    INTEGER,
    CHECK ((revoked_by IS NULL) = (revoked_ms IS NULL))
) STRICT;

CREATE INDEX device_by_unit ON device (unit, enrolled_ms);

-- The secret itself is never stored: only its SHA-256.
CREATE TABLE device_invitation (
    lookup      TEXT    NOT NULL PRIMARY KEY CHECK (length(lookup) = 64),
    label       TEXT    NOT NULL CHECK (label <> ''),
    unit        TEXT    NOT NULL CHECK (unit <> ''),
    days        INTEGER NOT NULL CHECK (days BETWEEN 1 AND 90),
    invited_by  TEXT    NOT NULL CHECK (invited_by <> ''),
    invited_ms  INTEGER NOT NULL,
    expires_ms  INTEGER NOT NULL,
    device_id   INTEGER REFERENCES device (device_id)
) STRICT;

-- What is known of a sealed report beside what the journal keeps; the detail is sealed to the unit.
CREATE TABLE device_report (
    case_id     TEXT    NOT NULL PRIMARY KEY CHECK (length(case_id) = 32),
    packet_hash TEXT    NOT NULL CHECK (length(packet_hash) = 64),
    device_id   INTEGER,
    made_ms     INTEGER NOT NULL,
    sent_ms     INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    marks       TEXT    NOT NULL,
    unit        TEXT    CHECK (unit <> ''),
    detail      BLOB,
    CHECK (detail IS NULL OR unit IS NOT NULL)
) STRICT;

CREATE TABLE device_handover (
    handover_id TEXT    NOT NULL PRIMARY KEY CHECK (length(handover_id) = 32),
    case_id     TEXT    NOT NULL CHECK (length(case_id) = 32),
    from_device INTEGER NOT NULL,
    to_device   INTEGER NOT NULL,
    post        TEXT    NOT NULL CHECK (post <> ''),
    offered_ms  INTEGER NOT NULL,
    answered_ms INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    packet_hash TEXT    NOT NULL CHECK (length(packet_hash) = 64),
    conflict    TEXT    NOT NULL
) STRICT;

CREATE INDEX device_handover_by_case ON device_handover (case_id, received_ms);

CREATE TABLE catalog_edition (
    hash     TEXT    NOT NULL PRIMARY KEY CHECK (hash <> ''),
    version  TEXT    NOT NULL CHECK (version <> ''),
    since_ms INTEGER NOT NULL
) STRICT;

ALTER TABLE case_row ADD COLUMN is_duress INTEGER NOT NULL DEFAULT 0 CHECK (is_duress IN (0, 1));
