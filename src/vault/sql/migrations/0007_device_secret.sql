-- Whether `wrapped` is sealed once more with what this machine's keyring holds (VaultSetup::deviceSecret).
ALTER TABLE operator_key ADD COLUMN bound INTEGER NOT NULL DEFAULT 0;
