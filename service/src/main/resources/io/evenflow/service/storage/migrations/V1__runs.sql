-- Read by SQLite and PostgreSQL alike. Times are milliseconds since 1970, UTC; truth is 0 or 1.

-- One row: whoever submits locks it, so that the queue's bound holds and numbers follow each other.
CREATE TABLE gate (
  id INTEGER PRIMARY KEY,
  accepted BIGINT NOT NULL
);
INSERT INTO gate (id, accepted) VALUES (1, 0);

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  scenario TEXT NOT NULL,
  method TEXT NOT NULL,
  relative_gap DOUBLE PRECISION NOT NULL,
  time_limit_seconds DOUBLE PRECISION NOT NULL,
  accepted_at BIGINT NOT NULL,
  started_at BIGINT,
  finished_at BIGINT,
  -- Counts claims; with the owner it is the fence: only who holds both may write.
  attempt INTEGER NOT NULL,
  lease_owner TEXT,
  lease_until BIGINT,
  cancel INTEGER NOT NULL,
  stage TEXT,
  objective DOUBLE PRECISION,
  bound DOUBLE PRECISION,
  outcome TEXT,
  sentence TEXT,
  maybe TEXT,
  idempotency_key TEXT UNIQUE,
  digest TEXT NOT NULL,
  CHECK ((status = 'running') = (lease_owner IS NOT NULL)),
  CHECK ((lease_owner IS NULL) = (lease_until IS NULL)),
  CHECK ((status IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);
CREATE INDEX runs_by_status ON runs (status, number);

-- What is large, apart from what is listed: scenario, result, schedule, uncontrolled.
CREATE TABLE documents (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (run, kind)
);

-- What happened to a run, numbered from 1 within it.
CREATE TABLE events (
  run TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  status TEXT NOT NULL,
  stage TEXT,
  objective DOUBLE PRECISION,
  bound DOUBLE PRECISION,
  PRIMARY KEY (run, number)
);
