-- Who was still expected when a plan was made; null where nobody was.
ALTER TABLE site_plans ADD COLUMN newcomers TEXT;
