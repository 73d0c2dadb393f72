-- The store's face to the modules whose rows carry a change's id: who did it, when, why, and since when it is
-- known (its seal's number and time; null while it awaits its seal). The reader's row-level security holds.
CREATE VIEW known_change WITH (security_invoker = true) AS
  SELECT c.zone_id, c.id AS change_id, c.at, c.account_id, c.who, c.why, s.number AS seal, s.at AS known_at
  FROM change c LEFT JOIN seal s ON s.zone_id = c.zone_id AND s.change_id = c.id;
GRANT SELECT ON known_change TO mujian_app;
