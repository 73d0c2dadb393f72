-- How many enterprises of a city stand in a link, by role: written with the tags and in the same
-- transaction, so that a page of all chains reads a few hundred rows and no tag.
CREATE TABLE chain_count (
  zone_id     bigint NOT NULL,
  city        text COLLATE "C" NOT NULL CHECK (city ~ '^\d{4}$'),
  chain       text NOT NULL,
  link        text NOT NULL,
  role        text NOT NULL CHECK (role IN ('makes', 'trades', 'serves', 'unstated')),
  enterprises bigint NOT NULL CHECK (enterprises > 0),
  PRIMARY KEY (zone_id, city, chain, link, role)
);

-- How many enterprises of a city registered in a year, in any trade: what a year's entries into a
-- link are compared with. Empty until the registry is tagged again.
CREATE TABLE chain_entry (
  zone_id     bigint NOT NULL,
  chain       text NOT NULL,
  city        text COLLATE "C" NOT NULL CHECK (city ~ '^\d{4}$'),
  year        int NOT NULL CHECK (year BETWEEN 1800 AND 2200),
  enterprises bigint NOT NULL CHECK (enterprises > 0),
  PRIMARY KEY (zone_id, chain, city, year)
);

-- Of tags that stand already.
SELECT set_config('mujian.zones', '0', true);
INSERT INTO chain_count (zone_id, city, chain, link, role, enterprises)
  SELECT zone_id, city, chain, link, role, count(*) FROM chain_tag
  WHERE zone_id = 0 AND city IS NOT NULL GROUP BY zone_id, city, chain, link, role;
SELECT set_config('mujian.zones', '', true);

CALL isolate_by_zone('chain_count');
CALL hide_from_enterprises('chain_count');
CREATE POLICY shared_rows ON chain_count FOR SELECT USING (zone_id = 0 AND (SELECT mujian_zones()) IS NOT NULL);
CALL isolate_by_zone('chain_entry');
CALL hide_from_enterprises('chain_entry');
CREATE POLICY shared_rows ON chain_entry FOR SELECT USING (zone_id = 0 AND (SELECT mujian_zones()) IS NOT NULL);
