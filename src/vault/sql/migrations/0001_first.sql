-- The vault's first form. A statement ends with a semicolon at a line's end. "sealed" columns hold what a suite of
-- src/seal closed; all others may be read by whoever holds the disk, so nothing personal stands in them but the
-- names for signing in.

CREATE TABLE device (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    last_sequence INTEGER NOT NULL DEFAULT 0,
    last_digest TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
    name TEXT PRIMARY KEY,
    profile BLOB NOT NULL, -- sealed
    signed_in_at TEXT NOT NULL,
    wrong_tries INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- One active key per operator. Others are those of passwords that changed while the old one was not at hand.
CREATE TABLE operator_key (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operator TEXT NOT NULL REFERENCES operator (name),
    active INTEGER NOT NULL,
    salt BLOB NOT NULL,
    passes INTEGER NOT NULL,
    memory INTEGER NOT NULL,
    wrapped BLOB NOT NULL, -- sealed
    made_at TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX operator_key_active ON operator_key (operator) WHERE active = 1;

-- Destroying a row here is destroying the case: everything of it is sealed with this key.
CREATE TABLE case_key (
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL REFERENCES operator (name),
    operator_key INTEGER NOT NULL REFERENCES operator_key (id),
    wrapped BLOB NOT NULL, -- sealed
    PRIMARY KEY (case_id, operator)
) STRICT, WITHOUT ROWID;

CREATE TABLE case_number (
    case_id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE case_serial (
    day TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    case_id TEXT PRIMARY KEY,
    operator TEXT NOT NULL,
    body BLOB NOT NULL, -- sealed
    updated_at TEXT NOT NULL,
    filed INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Fields left since the draft was last saved whole, in their order.
CREATE TABLE draft_edit (
    case_id TEXT NOT NULL REFERENCES draft (case_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    body BLOB NOT NULL, -- sealed
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;

-- The id is also the name of the sealed file.
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL,
    meta BLOB NOT NULL, -- sealed
    uploaded INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX document_case ON document (case_id, operator);

CREATE TABLE outbox (
    sequence INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL,
    kind TEXT NOT NULL,
    content BLOB NOT NULL, -- sealed
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'durable', 'taken-back')),
    enqueued_at TEXT NOT NULL,
    tried_at TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    problem_key TEXT NOT NULL DEFAULT '',
    problem BLOB, -- sealed
    receipt TEXT NOT NULL DEFAULT '',
    durable_at TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator)
) STRICT;

CREATE INDEX outbox_case ON outbox (case_id, sequence);
CREATE INDEX outbox_state ON outbox (state, sequence);

CREATE TABLE case_view (
    case_id TEXT NOT NULL,
    operator TEXT NOT NULL,
    revision INTEGER NOT NULL,
    body BLOB NOT NULL, -- sealed
    PRIMARY KEY (case_id, operator),
    FOREIGN KEY (case_id, operator) REFERENCES case_key (case_id, operator) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE changes_cursor (
    operator TEXT PRIMARY KEY REFERENCES operator (name),
    cursor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
