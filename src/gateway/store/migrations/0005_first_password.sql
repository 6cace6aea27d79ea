-- Whether somebody else chose the password; those of before count as one's own.
ALTER TABLE operators ADD COLUMN first_password INTEGER NOT NULL DEFAULT 0 CHECK (first_password IN (0, 1));
