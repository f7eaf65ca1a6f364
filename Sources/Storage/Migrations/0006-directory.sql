-- What people learned about contacts of the directory: calls, and changed numbers with their versions.

CREATE TABLE directory_call (
    call_id     TEXT    NOT NULL PRIMARY KEY CHECK (length(call_id) = 32),
    contact     TEXT    NOT NULL CHECK (contact <> ''),
    outcome     TEXT    NOT NULL
                CHECK (outcome = 'answered' OR outcome = 'no-answer' OR outcome = 'wrong-number'
                       OR outcome = 'out-of-service'),
    called_at_ms INTEGER NOT NULL,
    actor       TEXT    NOT NULL CHECK (actor <> ''),
    unit        TEXT    NOT NULL CHECK (unit <> '')
) STRICT;

CREATE INDEX directory_call_by_contact ON directory_call (contact, called_at_ms);

CREATE TABLE directory_change (
    change_id       TEXT    NOT NULL PRIMARY KEY CHECK (length(change_id) = 32),
    contact         TEXT    NOT NULL CHECK (contact <> ''),
    version         INTEGER NOT NULL CHECK (version >= 1),
    value           TEXT    NOT NULL CHECK (value <> ''),
    extension       TEXT    CHECK (extension <> ''),
    reason          TEXT    NOT NULL CHECK (reason <> ''),
    actor           TEXT    NOT NULL CHECK (actor <> ''),
    changed_at_ms   INTEGER NOT NULL,
    confirmed_by    TEXT    CHECK (confirmed_by <> actor),
    confirmed_at_ms INTEGER,
    UNIQUE (contact, version),
    CHECK ((confirmed_by IS NULL) = (confirmed_at_ms IS NULL))
) STRICT;

-- The reviews of emergency accesses are a handful among a million obligations.
CREATE INDEX obligation_row_glass ON obligation_row (harm, end_ms, case_id, obligation) WHERE kind = 'glass';
