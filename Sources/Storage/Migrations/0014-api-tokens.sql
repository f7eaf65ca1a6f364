-- The keys with which programs of an institution ask. The key itself is never stored: only its SHA-256.

CREATE TABLE api_token (
    token_id       TEXT    NOT NULL PRIMARY KEY CHECK (length(token_id) = 16),
    lookup         TEXT    NOT NULL UNIQUE CHECK (length(lookup) = 64),
    label          TEXT    NOT NULL CHECK (label <> ''),
    unit           TEXT    NOT NULL CHECK (unit <> ''),
    institution    TEXT    NOT NULL CHECK (institution <> ''),
    municipality   TEXT    CHECK (municipality <> ''),
    scopes         TEXT    NOT NULL CHECK (scopes <> ''),
    made_by        TEXT    NOT NULL CHECK (made_by <> ''),
    made_ms        INTEGER NOT NULL,
    expires_ms     INTEGER NOT NULL CHECK (expires_ms > made_ms),
    last_used_day  TEXT    CHECK (length(last_used_day) = 10),
    revoked_by     TEXT    CHECK (revoked_by <> ''),
    revoked_ms     INTEGER,
    CHECK ((revoked_by IS NULL) = (revoked_ms IS NULL))
) STRICT;

CREATE INDEX api_token_by_unit ON api_token (unit, made_ms);
