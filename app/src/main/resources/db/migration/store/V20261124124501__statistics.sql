-- After many rows at once the planner knows nothing of them for up to a minute, until the server looks by
-- itself; pages are slow that long. ANALYZE belongs to a table's owner, so the app asks by this procedure.
CREATE PROCEDURE gather_statistics()
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE t oid;
BEGIN
  FOR t IN SELECT c.oid FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)
    ORDER BY c.oid LOOP
    EXECUTE format('ANALYZE %s', t::regclass);
  END LOOP;
END $$;
REVOKE ALL ON PROCEDURE gather_statistics() FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE gather_statistics() TO mujian_app;
