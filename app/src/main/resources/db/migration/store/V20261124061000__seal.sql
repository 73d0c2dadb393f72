-- What the sealer needs beside the tables: how many audit rows a seal covers (so that a check can say whether
-- some are missing, inserted or altered), and which zones wait.
ALTER TABLE seal ADD COLUMN audit_count bigint NOT NULL CHECK (audit_count >= 0);

-- A change is opened by begin_change alone, which also puts it down for the sealer.
REVOKE INSERT ON change FROM mujian_app;

-- The chain reads a change's rows in the order of their ids, a million of them without sorting.
DROP INDEX audit_change;
CREATE INDEX audit_change ON audit (zone_id, change_id, id);

-- Zone ids only, whatever the transaction's scope: the sealer then takes each zone in a scope of its own.
CREATE FUNCTION zones_to_seal() RETURNS SETOF bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT DISTINCT zone_id FROM unsealed ORDER BY zone_id $$;
