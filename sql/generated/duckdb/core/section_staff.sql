-- Generated from sql/core/section_staff.sql; edit that file.
SELECT
  CAST(s.module || ':' || s.source_section_id AS TEXT) AS section_key,
  CAST(s.id_system AS TEXT) AS id_system,
  CAST(s.staff_id AS TEXT) AS staff_id,
  CAST(s.staff_role AS TEXT) AS staff_role,
  CAST(s.begin_date AS DATE) AS begin_date,
  CAST(s.end_date AS DATE) AS end_date,
  CAST(s.module AS TEXT) AS module,
  CAST(s.source_table AS TEXT) AS source_table,
  CAST(s.source_key AS TEXT) AS source_key,
  CAST('all' AS TEXT) AS part
FROM mapped_section_staff AS s
WHERE
  s.is_current AND NOT s.is_deleted
