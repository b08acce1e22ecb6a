-- Generated from sql/core/section_staff.sql; edit that file.
SELECT
  CAST(s.module || ':' || s.source_section_id AS STRING) AS section_key,
  CAST(s.id_system AS STRING) AS id_system,
  CAST(s.staff_id AS STRING) AS staff_id,
  CAST(s.staff_role AS STRING) AS staff_role,
  CAST(s.begin_date AS DATE) AS begin_date,
  CAST(s.end_date AS DATE) AS end_date,
  CAST(s.module AS STRING) AS module,
  CAST(s.source_table AS STRING) AS source_table,
  CAST(s.source_key AS STRING) AS source_key,
  CAST('all' AS STRING) AS part
FROM mapped_section_staff AS s
WHERE
  s.is_current AND NOT s.is_deleted
