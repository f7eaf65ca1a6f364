-- Units, accounts, invitations and sessions. Every secret stands here locked; whoever reads the table opens none.

CREATE TABLE unit (
    id           TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    institution  TEXT NOT NULL CHECK (institution <> ''),
    name         TEXT NOT NULL,
    municipality TEXT CHECK (length(municipality) = 6),
    districts    TEXT NOT NULL,
    public_key   BLOB NOT NULL CHECK (length(public_key) = 32),
    recovery     BLOB NOT NULL
) STRICT;

CREATE TABLE account (
    id            TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    unit          TEXT    NOT NULL REFERENCES unit (id),
    role          TEXT    NOT NULL CHECK (role <> ''),
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER,
    ended_at_ms   INTEGER,
    public_key    BLOB    NOT NULL CHECK (length(public_key) = 32),
    locked_key    BLOB    NOT NULL,
    sealed_factor BLOB    NOT NULL,
    wrapped_unit  BLOB    NOT NULL,
    last_step     INTEGER NOT NULL
) STRICT;

CREATE INDEX account_by_unit ON account (unit, id);

CREATE TABLE invitation (
    lookup        TEXT    NOT NULL PRIMARY KEY CHECK (length(lookup) = 64),
    account       TEXT    NOT NULL UNIQUE,
    unit          TEXT    NOT NULL REFERENCES unit (id),
    role          TEXT    NOT NULL CHECK (role <> ''),
    created_at_ms INTEGER NOT NULL,
    account_expires_at_ms INTEGER,
    locked        BLOB    NOT NULL,
    spoken        TEXT    NOT NULL CHECK (length(spoken) = 64),
    salt          BLOB    NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    tries         INTEGER NOT NULL CHECK (tries >= 0)
) STRICT;

CREATE TABLE session (
    lookup           TEXT    NOT NULL PRIMARY KEY CHECK (length(lookup) = 64),
    id               TEXT    NOT NULL UNIQUE,
    account          TEXT    NOT NULL REFERENCES account (id),
    form_token       TEXT    NOT NULL,
    locked_key       BLOB    NOT NULL,
    created_at_ms    INTEGER NOT NULL,
    seen_at_ms       INTEGER NOT NULL,
    fresh_until_ms   INTEGER,
    idle_limit_ms    INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_account ON session (account, created_at_ms);
