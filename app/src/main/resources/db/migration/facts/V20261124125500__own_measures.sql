-- A zone's own measures are edited on a page: which way they are good, and in which version they were seen.
ALTER TABLE zone_measure ADD COLUMN direction text NOT NULL DEFAULT 'none' CHECK (direction IN ('none', 'higher', 'lower'));
ALTER TABLE zone_measure ADD COLUMN version int NOT NULL DEFAULT 0;
