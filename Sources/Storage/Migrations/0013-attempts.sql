-- Tries of the last hour, so that whoever guesses waits as long at every node. Names are keyed hashes: no address, no account.

CREATE TABLE attempt (
    kind  TEXT    NOT NULL CHECK (kind <> ''),
    name  TEXT    NOT NULL CHECK (length(name) = 64),
    at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX attempt_by_name ON attempt (kind, name, at_ms);
CREATE INDEX attempt_by_time ON attempt (at_ms);
