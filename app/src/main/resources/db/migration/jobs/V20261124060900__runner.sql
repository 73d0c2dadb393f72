-- Who runs a job (host, process, its start), to tell a dead process from a slow one; the phase it is
-- in; and its message as a key with values, so that each reader gets it in his language.
ALTER TABLE job
  ADD COLUMN runner         text,
  ADD COLUMN phase          text,
  ADD COLUMN message_key    text,
  ADD COLUMN message_values text[] NOT NULL DEFAULT '{}';
