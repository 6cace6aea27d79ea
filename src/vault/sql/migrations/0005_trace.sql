-- Who did and saw what at this desk (src/trace), and what the gateway has signed of how far this chain ("its device")
-- and its own ("gateway") had come. Ids and names alone, readable by whoever holds the disk, as the names for signing in.
CREATE TABLE trace (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    digest TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TRIGGER trace_is_not_changed BEFORE UPDATE ON trace
    BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;

CREATE TABLE trace_heads (
    chain TEXT NOT NULL,
    number INTEGER NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;

-- Only what the gateway has signed for leaves.
CREATE TRIGGER trace_is_kept BEFORE DELETE ON trace
    WHEN NOT EXISTS (SELECT 1 FROM trace_heads JOIN device ON chain = id WHERE number >= old.number)
    BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
