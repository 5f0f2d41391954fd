-- Live sites. Times are milliseconds since 1970, UTC.

CREATE TABLE sites (
  id TEXT PRIMARY KEY,
  scenario TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

-- What a site's state was made of, in the order it was applied: said from outside, or done by plans.
CREATE TABLE site_words (
  site TEXT NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, number)
);

-- Each plan with the scenario it is the answer to. made_at is of the site's clock.
CREATE TABLE site_plans (
  site TEXT NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  inputs TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (site, number)
);
CREATE INDEX site_plans_by_time ON site_plans (site, made_at, number);
