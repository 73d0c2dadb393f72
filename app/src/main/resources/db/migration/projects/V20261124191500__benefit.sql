-- What is expected of a project is its benefit; a profile is what links of a chain have.
ALTER TABLE project_profile RENAME TO project_benefit;
ALTER TABLE project_benefit RENAME CONSTRAINT project_profile_pkey TO project_benefit_pkey;

-- As its neighbours see it (邻里类别), for safety distances and wishes: '' when nobody has said.
ALTER TABLE project_benefit ADD COLUMN kind text NOT NULL DEFAULT '' CHECK (length(kind) <= 20);
