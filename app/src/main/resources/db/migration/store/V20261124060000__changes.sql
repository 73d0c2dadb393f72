-- Row-level security, recorded changes and the audit trail. Everything later stands on these.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO mujian_app, mujian_backup;

-- The zones that this transaction may see. Unset (or the '' that a finished transaction leaves) is none.
CREATE FUNCTION mujian_zones() RETURNS bigint[]
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('mujian.zones', true), ''), ',')::bigint[] $$;

-- The one enterprise that an enterprise's user may see; null for the committee's own people.
CREATE FUNCTION mujian_enterprise() RETURNS bigint
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('mujian.enterprise', true), '')::bigint $$;

-- Makes TARGET a zone table: seen and written only for the transaction's zones, its owner included.
CREATE PROCEDURE isolate_by_zone(target regclass)
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY zone_rows ON %s USING (zone_id = ANY ((SELECT mujian_zones())::bigint[]))', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO mujian_app', target);
END $$;

-- Narrows TARGET (a zone table) further: an enterprise's user sees only rows whose COLUMN_NAME is its enterprise.
CREATE PROCEDURE isolate_by_enterprise(target regclass, column_name text)
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE POLICY enterprise_rows ON %s AS RESTRICTIVE USING ((SELECT mujian_enterprise()) IS NULL OR %I = (SELECT mujian_enterprise()))',
    target, column_name);
END $$;

-- Hides TARGET (a zone table) from enterprise users altogether.
CREATE PROCEDURE hide_from_enterprises(target regclass)
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY committee_rows ON %s AS RESTRICTIVE USING ((SELECT mujian_enterprise()) IS NULL)', target);
END $$;

-- Makes TARGET a common table: read by all, written by administrators (checked by the program).
CREATE PROCEDURE share_with_all(target regclass)
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO mujian_app', target);
END $$;

-- One row for every writing transaction and zone. Zone 0 is the province's shared part.
CREATE TABLE change (
  zone_id    bigint NOT NULL,
  id         bigint GENERATED ALWAYS AS IDENTITY,
  at         timestamptz NOT NULL DEFAULT now(),
  account_id bigint NOT NULL,          -- 0: the program itself
  who        text NOT NULL,
  why        text NOT NULL CHECK (why <> ''),
  PRIMARY KEY (zone_id, id)
);
CALL isolate_by_zone('change');
CALL hide_from_enterprises('change');
REVOKE UPDATE, DELETE ON change FROM mujian_app;

-- What each change did to each row: null before is a new row, null after a deleted one.
-- An update keeps the fields that differ.
CREATE TABLE audit (
  zone_id    bigint NOT NULL,
  id         bigint GENERATED ALWAYS AS IDENTITY,
  change_id  bigint NOT NULL,
  table_name text NOT NULL,
  row_key    text NOT NULL,
  before     jsonb,
  after      jsonb,
  PRIMARY KEY (zone_id, id),
  FOREIGN KEY (zone_id, change_id) REFERENCES change
);
CREATE INDEX audit_change ON audit (zone_id, change_id);
CREATE INDEX audit_row ON audit (zone_id, table_name, row_key);
CALL isolate_by_zone('audit');
CALL hide_from_enterprises('audit');
REVOKE INSERT, UPDATE, DELETE ON audit FROM mujian_app;

-- The chain over the committed changes of a zone: number, and a hash that covers the one before.
CREATE TABLE seal (
  zone_id   bigint NOT NULL,
  number    bigint NOT NULL CHECK (number > 0),
  change_id bigint NOT NULL,
  at        timestamptz NOT NULL,
  hash      bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (zone_id, number),
  UNIQUE (zone_id, change_id),
  FOREIGN KEY (zone_id, change_id) REFERENCES change
);
CALL isolate_by_zone('seal');
CALL hide_from_enterprises('seal');
REVOKE UPDATE, DELETE ON seal FROM mujian_app;

-- Changes that await their seal; kept apart so that the sealer never searches.
CREATE TABLE unsealed (
  zone_id   bigint NOT NULL,
  change_id bigint NOT NULL,
  PRIMARY KEY (zone_id, change_id),
  FOREIGN KEY (zone_id, change_id) REFERENCES change
);
CALL isolate_by_zone('unsealed');
REVOKE INSERT, UPDATE ON unsealed FROM mujian_app;

-- Opens this transaction's change of ZONE and returns its id. Audited tables refuse writes without one.
CREATE FUNCTION begin_change(zone bigint, account bigint, who text, why text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE change_id bigint;
BEGIN
  IF zone <> ALL (coalesce(mujian_zones(), '{}')) THEN
    RAISE EXCEPTION 'zone % is outside this transaction', zone USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO change (zone_id, account_id, who, why) VALUES (zone, account, who, why) RETURNING id INTO change_id;
  INSERT INTO unsealed VALUES (zone, change_id);
  PERFORM set_config('mujian.change_' || zone, change_id::text, true);
  RETURN change_id;
END $$;

-- Columns whose values never enter the trail.
CREATE FUNCTION masked(fields jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN fields ?| '{password_hash,token_hash}'
    THEN fields || (SELECT jsonb_object_agg(key, '***') FROM jsonb_object_keys(fields) key WHERE key IN ('password_hash', 'token_hash'))
    ELSE fields END $$;

CREATE FUNCTION differing(fields jsonb, other jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(fields) WHERE value IS DISTINCT FROM other -> key $$;

CREATE FUNCTION current_change(zone bigint) RETURNS bigint
  LANGUAGE plpgsql STABLE AS $$
DECLARE change_id bigint := nullif(current_setting('mujian.change_' || zone, true), '')::bigint;
BEGIN
  IF change_id IS NULL THEN
    RAISE EXCEPTION 'a write in zone % outside a recorded change', zone USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN change_id;
END $$;

-- One statement-level trigger function, so that a bulk import pays one INSERT ... SELECT.
CREATE FUNCTION write_audit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit (zone_id, change_id, table_name, row_key, before, after)
    SELECT z.zone, c.change_id, TG_TABLE_NAME, coalesce(r.fields ->> 'id', r.fields ->> 'code'), NULL, masked(r.fields)
    FROM (SELECT to_jsonb(n) AS fields, row_number() OVER () AS i FROM new_rows n) r
    CROSS JOIN LATERAL (SELECT coalesce((r.fields ->> 'zone_id')::bigint, 0) AS zone) z
    JOIN (SELECT zone, current_change(zone) AS change_id FROM
           (SELECT DISTINCT coalesce((to_jsonb(n) ->> 'zone_id')::bigint, 0) AS zone FROM new_rows n) d) c ON c.zone = z.zone
    ORDER BY r.i;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit (zone_id, change_id, table_name, row_key, before, after)
    SELECT z.zone, current_change(z.zone), TG_TABLE_NAME, coalesce(r.fields ->> 'id', r.fields ->> 'code'), masked(r.fields), NULL
    FROM (SELECT to_jsonb(o) AS fields FROM old_rows o) r
    CROSS JOIN LATERAL (SELECT coalesce((r.fields ->> 'zone_id')::bigint, 0) AS zone) z;
  ELSE
    INSERT INTO audit (zone_id, change_id, table_name, row_key, before, after)
    SELECT n.zone, current_change(n.zone), TG_TABLE_NAME, n.key, masked(differing(o.fields, n.fields)), masked(differing(n.fields, o.fields))
    FROM (SELECT to_jsonb(x) AS fields, coalesce((to_jsonb(x) ->> 'zone_id')::bigint, 0) AS zone, coalesce(to_jsonb(x) ->> 'id', to_jsonb(x) ->> 'code') AS key FROM new_rows x) n
    JOIN (SELECT to_jsonb(x) AS fields, coalesce((to_jsonb(x) ->> 'zone_id')::bigint, 0) AS zone, coalesce(to_jsonb(x) ->> 'id', to_jsonb(x) ->> 'code') AS key FROM old_rows x) o
      USING (zone, key)
    WHERE o.fields IS DISTINCT FROM n.fields;
  END IF;
  RETURN NULL;
END $$;

-- Records every insert, update and delete of TARGET, whose key is (zone_id, id), id or code and never changes.
CREATE PROCEDURE audit_rows(target regclass)
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION write_audit()', target);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION write_audit()', target);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION write_audit()', target);
END $$;

-- Spring Modulith's publication registry (technical: ids only, no zone).
CREATE TABLE event_publication (
  id                     uuid NOT NULL PRIMARY KEY,
  listener_id            text NOT NULL,
  event_type             text NOT NULL,
  serialized_event       text NOT NULL,
  publication_date       timestamptz NOT NULL,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
CREATE INDEX event_publication_completion ON event_publication (completion_date);
GRANT SELECT, INSERT, UPDATE, DELETE ON event_publication TO mujian_app;
