-- A value that another room counted has no fact behind it; a frozen round keeps what was counted.
ALTER TABLE appraisal_value ADD COLUMN counted text CHECK (counted ~ '^[a-z-]+$');
ALTER TABLE appraisal_value ADD CHECK (counted IS NULL OR value IS NOT NULL AND fact_id IS NULL);
