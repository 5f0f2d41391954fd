-- Whether all shall have the same share where energy is short: none or max-min.
ALTER TABLE runs ADD COLUMN fair TEXT NOT NULL DEFAULT 'none';
ALTER TABLE sites ADD COLUMN fair TEXT NOT NULL DEFAULT 'none';
