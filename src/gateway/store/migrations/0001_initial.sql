-- Instants are text as toText(Instant) gives them (UTC, milliseconds): they sort as they happened.

-- Single values by name: the hall as JSON, whether the demo hall was seeded.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE operators (
    name         TEXT PRIMARY KEY,           -- for signing in
    display_name TEXT NOT NULL,
    password     TEXT NOT NULL,              -- Argon2id, PHC string
    roles        TEXT NOT NULL,              -- names joined by commas
    department   TEXT NOT NULL DEFAULT '',   -- of approvers
    created_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Kept by the name that was tried, whether it exists or not, so that nobody can tell the two apart.
CREATE TABLE sign_in_failures (
    name         TEXT PRIMARY KEY,
    count        INTEGER NOT NULL,
    last_at      TEXT NOT NULL,
    locked_until TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
    id         TEXT PRIMARY KEY,
    first_seen TEXT NOT NULL,
    last_seen  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,             -- SHA-256; the token itself is nowhere
    operator   TEXT NOT NULL REFERENCES operators(name) ON DELETE CASCADE,
    device     TEXT NOT NULL REFERENCES devices(id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_operator ON sessions(operator);

CREATE TABLE cases (
    id          TEXT PRIMARY KEY,
    number      TEXT NOT NULL UNIQUE,
    bundle      TEXT NOT NULL,
    applicant   TEXT NOT NULL,
    window      TEXT NOT NULL,
    received_at TEXT NOT NULL,
    revision    INTEGER NOT NULL,            -- grows with every operation
    snapshot    TEXT NOT NULL                -- the state as JSON, without the history
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_by_time ON cases(received_at);

CREATE TABLE subcases (
    case_id     TEXT NOT NULL REFERENCES cases(id),
    matter      TEXT NOT NULL,
    department  TEXT NOT NULL,
    state       TEXT NOT NULL,
    received_at TEXT NOT NULL,
    due         TEXT NOT NULL,               -- a day, or empty while no limit runs
    PRIMARY KEY (case_id, matter)
) STRICT, WITHOUT ROWID;
CREATE INDEX subcases_by_department ON subcases(department, state);
CREATE INDEX subcases_by_state ON subcases(state);

-- The log. The rows are the idempotency keys as well, so nothing is ever taken out.
CREATE TABLE operations (
    position INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    device   TEXT NOT NULL REFERENCES devices(id),
    sequence INTEGER NOT NULL,
    case_id  TEXT NOT NULL REFERENCES cases(id),
    kind     TEXT NOT NULL,
    actor    TEXT NOT NULL,
    bytes    TEXT NOT NULL,                  -- as they came
    digest   TEXT NOT NULL,                  -- SHA-256 of the bytes
    receipt  TEXT NOT NULL,                  -- JSON
    UNIQUE (device, sequence)
) STRICT;
CREATE INDEX operations_by_case ON operations(case_id, position);
CREATE TRIGGER operations_are_not_changed BEFORE UPDATE ON operations
BEGIN SELECT RAISE(ABORT, 'operations are append-only'); END;
CREATE TRIGGER operations_are_not_deleted BEFORE DELETE ON operations
BEGIN SELECT RAISE(ABORT, 'operations are append-only'); END;

CREATE TABLE changes (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT NOT NULL,
    case_id  TEXT NOT NULL REFERENCES cases(id),
    matter   TEXT NOT NULL,                  -- empty: the whole case
    at       TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    sha256     TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,
    stored_at  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which department's part of which case refers to a document; department '' is the hall.
CREATE TABLE document_uses (
    sha256     TEXT NOT NULL REFERENCES documents(sha256),
    case_id    TEXT NOT NULL REFERENCES cases(id),
    department TEXT NOT NULL,
    PRIMARY KEY (sha256, case_id, department)
) STRICT, WITHOUT ROWID;

CREATE TABLE uploads (
    id         TEXT PRIMARY KEY,
    operator   TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    media_type TEXT NOT NULL,
    name       TEXT NOT NULL,
    length     INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
