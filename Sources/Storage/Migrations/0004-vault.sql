-- The vault: wrapped keys, what has been shredded, the blind index, and the log of who opened what.
--
-- Nothing here is clear text of a person. A key of a compartment is wrapped to a unit; the key of a person is
-- sealed with it; the texts themselves stand, sealed, in the journal.

CREATE TABLE compartment_key (
    case_id     TEXT NOT NULL CHECK (length(case_id) = 32),
    compartment TEXT NOT NULL CHECK (compartment IN ('identity', 'matter', 'care')),
    unit        TEXT NOT NULL CHECK (unit <> ''),
    wrapped     BLOB NOT NULL,
    PRIMARY KEY (case_id, compartment, unit)
) STRICT;

CREATE TABLE person_key (
    person      TEXT NOT NULL CHECK (length(person) = 32),
    compartment TEXT NOT NULL CHECK (compartment IN ('identity', 'matter', 'care')),
    case_id     TEXT NOT NULL CHECK (length(case_id) = 32),
    sealed      BLOB NOT NULL,
    PRIMARY KEY (person, compartment)
) STRICT;

CREATE TABLE person_tombstone (
    person         TEXT    NOT NULL PRIMARY KEY CHECK (length(person) = 32),
    shredded_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE blind_key (
    unit    TEXT NOT NULL PRIMARY KEY CHECK (unit <> ''),
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE blind_index (
    unit    TEXT NOT NULL CHECK (unit <> ''),
    token   BLOB NOT NULL CHECK (length(token) = 32),
    case_id TEXT NOT NULL CHECK (length(case_id) = 32),
    person  TEXT NOT NULL CHECK (length(person) = 32),
    PRIMARY KEY (unit, token, case_id, person)
) STRICT;

CREATE INDEX blind_index_by_person ON blind_index (person);

CREATE TABLE audit_leaf (
    position       INTEGER NOT NULL PRIMARY KEY CHECK (position >= 1),
    recorded_at_ms INTEGER NOT NULL,
    actor          TEXT    NOT NULL CHECK (actor <> ''),
    unit           TEXT    NOT NULL CHECK (unit <> ''),
    action         TEXT    NOT NULL CHECK (action <> ''),
    objects        TEXT    NOT NULL,
    reason         TEXT    CHECK (reason <> ''),
    previous_hash  TEXT    NOT NULL CHECK (length(previous_hash) = 64),
    hash           TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE INDEX audit_leaf_by_actor ON audit_leaf (actor, action, recorded_at_ms);

-- What must be destroyed again after a restore is looked for at every start.
CREATE INDEX journal_event_of_shredding ON journal_event (position) WHERE name = 'person-shredded';
