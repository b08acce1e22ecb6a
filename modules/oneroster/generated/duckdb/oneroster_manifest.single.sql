-- Generated from modules/oneroster/module.yaml; edit that file.
SELECT
  staged_oneroster_manifest.property AS property,
  staged_oneroster_manifest.property_value AS property_value,
  COALESCE(staged_oneroster_manifest.property, '') AS source_key,
  staged_oneroster_manifest.batch_id AS batch_id,
  staged_oneroster_manifest.record_no AS record_no,
  staged_oneroster_manifest.as_of AS as_of,
  staged_oneroster_manifest.change_no AS change_no,
  staged_oneroster_manifest.known_from AS known_from,
  staged_oneroster_manifest.known_basis AS known_basis,
  TRUE AS is_current,
  FALSE AS is_deleted
FROM staged_oneroster_manifest AS staged_oneroster_manifest
