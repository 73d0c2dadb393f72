-- Facts are never changed or removed; those of a sample zone go with it. The program itself may not
-- delete facts at all: only remove_sample_zone does, as their owner.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM zone WHERE id = OLD.zone_id AND sample) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
