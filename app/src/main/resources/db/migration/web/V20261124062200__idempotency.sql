-- Which POSTs were done, for a day. A zone table without audit: the work's own change is audited.
CREATE TABLE idempotency (
  zone_id      bigint NOT NULL,
  account_id   bigint NOT NULL,
  key          text NOT NULL,
  request_hash bytea NOT NULL,
  made         bigint,                       -- the id of what was made
  at           timestamptz NOT NULL,
  PRIMARY KEY (zone_id, account_id, key)
);
CREATE INDEX idempotency_at ON idempotency (zone_id, at);
CALL isolate_by_zone('idempotency');
CALL hide_from_enterprises('idempotency');
