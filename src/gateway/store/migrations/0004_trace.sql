-- Who did and saw what (src/trace): the gateway's own chain, written in the transaction of what it tells.
CREATE TABLE trace (
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    digest TEXT NOT NULL,                    -- SHA-256 of the text
    text   TEXT NOT NULL
) STRICT;
CREATE TRIGGER trace_is_not_changed BEFORE UPDATE ON trace
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
CREATE TRIGGER trace_is_not_deleted BEFORE DELETE ON trace
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;

-- The chains of desks, as they were brought.
CREATE TABLE desk_trace (
    device TEXT NOT NULL REFERENCES devices(id),
    number INTEGER NOT NULL,
    at     TEXT NOT NULL,
    digest TEXT NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (device, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER desk_trace_is_not_changed BEFORE UPDATE ON desk_trace
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
CREATE TRIGGER desk_trace_is_not_deleted BEFORE DELETE ON desk_trace
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;

-- What the gateway has signed of how far a chain had come.
CREATE TABLE trace_heads (
    chain     TEXT NOT NULL,                 -- "gateway", or a device
    number    INTEGER NOT NULL,
    digest    TEXT NOT NULL,
    at        TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;
