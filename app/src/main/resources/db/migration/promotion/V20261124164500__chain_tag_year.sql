-- The year of registration beside each tag, for profiles; null until the registry is tagged again.
ALTER TABLE chain_tag ADD COLUMN registered int CHECK (registered BETWEEN 1800 AND 2200);
