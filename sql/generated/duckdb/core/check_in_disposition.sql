-- Generated from sql/core/check_in_disposition.sql; edit that file.
WITH said AS (
  SELECT
    d.disposition_id AS disposition_id,
    d.item_id AS item_id,
    CASE WHEN d.id_system = 'homeroom_student' THEN d.student_id ELSE m.student_key END AS student_key,
    COALESCE(a.school_key, LOWER(REPLACE(TRIM(d.source_school_id), '-', ''))) AS school_key,
    d.acted_at AS acted_at,
    d.acted_on AS acted_on,
    d.by_key AS by_key,
    d.kind AS kind,
    d.has_contact_code AS has_contact_code,
    d.next_step AS next_step,
    d.owner AS owner,
    d.due_on AS due_on,
    d.note_code AS note_code,
    d.module AS module,
    d.source_table AS source_table,
    d.source_key AS source_key,
    d.known_from AS known_from,
    ROW_NUMBER() OVER (
      PARTITION BY d.disposition_id
      ORDER BY d.as_of, d.batch_id, d.module, d.source_table, d.record_no, d.source_key
    ) AS position
  FROM mapped_check_in_disposition AS d
  LEFT JOIN identity_map AS m
    ON m.id_system = d.id_system AND m.id = d.student_id
  LEFT JOIN school_alias AS a
    ON a.module = d.module AND a.source_school_id = d.source_school_id
  WHERE
    d.is_current AND NOT d.is_deleted
)
SELECT
  CAST(said.disposition_id AS TEXT) AS disposition_id,
  CAST(said.item_id AS TEXT) AS item_id,
  CAST(said.student_key AS TEXT) AS student_key,
  CAST(said.school_key AS TEXT) AS school_key,
  CAST(said.acted_at AS TIMESTAMP) AS acted_at,
  CAST(said.acted_on AS DATE) AS acted_on,
  CAST(said.by_key AS TEXT) AS by_key,
  CAST(said.kind AS TEXT) AS kind,
  CAST(said.note_code AS TEXT) AS note_code,
  CAST(said.has_contact_code AS BOOLEAN) AS has_contact_code,
  CAST(said.next_step AS TEXT) AS next_step,
  CAST(said.owner AS TEXT) AS owner,
  CAST(said.due_on AS DATE) AS due_on,
  CAST(said.module AS TEXT) AS module,
  CAST(said.source_table AS TEXT) AS source_table,
  CAST(said.source_key AS TEXT) AS source_key,
  CAST(said.known_from AS DATE) AS known_from,
  CAST('all' AS TEXT) AS part
FROM said AS said
WHERE
  said.position = 1
