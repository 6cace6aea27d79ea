-- What was refused for good: the desk keeps the operation, so its number is no gap in what came from there.
CREATE TABLE refusals (
    device   TEXT NOT NULL REFERENCES devices(id),
    sequence INTEGER NOT NULL,
    digest   TEXT NOT NULL,                  -- SHA-256 of the bytes
    problem  TEXT NOT NULL,                  -- its key
    at       TEXT NOT NULL,
    PRIMARY KEY (device, sequence)
) STRICT, WITHOUT ROWID;

-- Everything up to this number has come.
ALTER TABLE devices ADD COLUMN contiguous INTEGER NOT NULL DEFAULT 0;
