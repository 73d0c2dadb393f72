-- Counts an account's passwords: a session signed in under an earlier one ends.
ALTER TABLE account ADD COLUMN credentials int NOT NULL DEFAULT 0;

-- Who signed in when, and failed attempts on an existing account. No address and no device: they are not needed to
-- tell an owner "this was not me". Append-only.
CREATE TABLE sign_in (
  zone_id    bigint NOT NULL,
  id         bigint GENERATED ALWAYS AS IDENTITY,
  account_id bigint NOT NULL,
  at         timestamptz NOT NULL,
  success    boolean NOT NULL,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, account_id) REFERENCES account ON DELETE CASCADE
);
CREATE INDEX sign_in_account ON sign_in (zone_id, account_id, id DESC);
CALL isolate_by_zone('sign_in');
CALL hide_from_enterprises('sign_in');
REVOKE UPDATE, DELETE ON sign_in FROM mujian_app;

CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);
