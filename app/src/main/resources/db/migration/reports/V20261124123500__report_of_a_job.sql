-- A job that the power cut after its report was kept runs again: it finds its report and keeps no second one.
ALTER TABLE report ADD COLUMN job_id bigint;  -- null: kept before jobs were noted
ALTER TABLE report ADD CONSTRAINT report_once_per_job UNIQUE (zone_id, job_id);
