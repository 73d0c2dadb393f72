-- The zone's dossier is the committee's: an enterprise's user sees its own enterprise only.
CALL hide_from_enterprises('zone_profile');
CALL hide_from_enterprises('zone_target');
CALL hide_from_enterprises('zone_department');
CALL hide_from_enterprises('zone_programme');
CALL hide_from_enterprises('zone_feature');
