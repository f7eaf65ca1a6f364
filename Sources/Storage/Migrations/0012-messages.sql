-- Messages that are to leave, each written with the event that asks for it, and the addresses of the units.

CREATE TABLE unit_channel (
    channel_id    TEXT    NOT NULL PRIMARY KEY CHECK (length(channel_id) = 32),
    unit          TEXT    NOT NULL CHECK (unit <> ''),
    kind          TEXT    NOT NULL CHECK (kind IN ('email', 'sms', 'webhook')),
    address       TEXT    NOT NULL CHECK (address <> ''),
    audience      TEXT    NOT NULL CHECK (audience IN ('office', 'supervisor', 'superior')),
    place         INTEGER NOT NULL,
    added_ms      INTEGER NOT NULL,
    verified_ms   INTEGER,
    code          TEXT    CHECK (length(code) = 6),
    code_until_ms INTEGER,
    code_tries    INTEGER NOT NULL CHECK (code_tries >= 0),
    UNIQUE (unit, kind, address, audience),
    CHECK ((code IS NULL) = (code_until_ms IS NULL)),
    CHECK (verified_ms IS NULL OR code IS NULL)
) STRICT;

CREATE INDEX unit_channel_by_unit ON unit_channel (unit, place, channel_id);

CREATE TABLE message (
    message_id    TEXT    NOT NULL PRIMARY KEY CHECK (length(message_id) = 32),
    kind          TEXT    NOT NULL CHECK (kind IN ('task', 'reminder', 'overdue', 'stop', 'answer', 'code')),
    audience      TEXT    NOT NULL CHECK (audience IN ('office', 'supervisor', 'superior')),
    unit          TEXT    NOT NULL CHECK (unit <> ''),
    case_id       TEXT    CHECK (length(case_id) = 32),
    reference     TEXT,
    referral      TEXT    CHECK (length(referral) = 32),
    obligation    TEXT,
    only_by       TEXT    CHECK (length(only_by) = 32),
    state         TEXT    NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed', 'needless')),
    attempts      INTEGER NOT NULL CHECK (attempts >= 0),
    taken_up_at   INTEGER NOT NULL CHECK (taken_up_at >= 0),
    channel       TEXT    CHECK (channel IN ('email', 'sms', 'webhook')),
    outcome       TEXT,
    owes          TEXT    CHECK (owes IN ('delivered', 'undelivered')),
    has_warned    INTEGER NOT NULL CHECK (has_warned IN (0, 1)),
    created_ms    INTEGER NOT NULL,
    next_ms       INTEGER NOT NULL,
    deadline_ms   INTEGER NOT NULL,
    ended_ms      INTEGER,
    held_by       TEXT    CHECK (length(held_by) = 32),
    held_until_ms INTEGER,
    CHECK ((case_id IS NULL) = (reference IS NULL)),
    CHECK ((case_id IS NULL) = (kind = 'code')),
    CHECK ((only_by IS NULL) = (kind <> 'code')),
    CHECK ((ended_ms IS NULL) = (state = 'waiting')),
    CHECK ((held_by IS NULL) = (held_until_ms IS NULL)),
    CHECK (held_by IS NULL OR state = 'waiting')
) STRICT;

CREATE INDEX message_due ON message (next_ms, message_id) WHERE state = 'waiting';
CREATE INDEX message_untold ON message (message_id) WHERE owes IS NOT NULL;
CREATE INDEX message_by_state ON message (state, created_ms, message_id);
CREATE INDEX message_by_case ON message (case_id, referral, obligation);
CREATE INDEX message_by_end ON message (ended_ms) WHERE ended_ms IS NOT NULL;

CREATE TABLE message_attempt (
    message_id TEXT    NOT NULL REFERENCES message (message_id) ON DELETE CASCADE,
    attempt    INTEGER NOT NULL CHECK (attempt >= 1),
    channel_id TEXT    NOT NULL CHECK (length(channel_id) = 32),
    at_ms      INTEGER NOT NULL,
    outcome    TEXT    NOT NULL,
    is_final   INTEGER NOT NULL CHECK (is_final IN (0, 1)),
    PRIMARY KEY (message_id, attempt)
) STRICT;

-- Browsers that are woken; `wake` counts what they were to be woken for, so that none is lost beside one under way.
CREATE TABLE push_subscription (
    push_id       TEXT    NOT NULL PRIMARY KEY CHECK (length(push_id) = 32),
    account       TEXT    NOT NULL CHECK (account <> ''),
    address       TEXT    NOT NULL UNIQUE CHECK (address <> ''),
    added_ms      INTEGER NOT NULL,
    wake          INTEGER NOT NULL CHECK (wake >= 0),
    attempts      INTEGER NOT NULL CHECK (attempts >= 0),
    next_ms       INTEGER,
    held_by       TEXT    CHECK (length(held_by) = 32),
    held_until_ms INTEGER,
    CHECK ((held_by IS NULL) = (held_until_ms IS NULL))
) STRICT;

CREATE INDEX push_subscription_by_account ON push_subscription (account, added_ms);
CREATE INDEX push_subscription_due ON push_subscription (next_ms, push_id) WHERE next_ms IS NOT NULL;
