-- Generated from modules/oneroster/course.sql; edit that file.
WITH organisations AS (
  SELECT
    oneroster_orgs.org_id AS org_id,
    LOWER(oneroster_orgs.org_type) AS org_type,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY oneroster_orgs.org_id
      ORDER BY oneroster_orgs.as_of DESC, oneroster_orgs.batch_id NULLS LAST, oneroster_orgs.record_no NULLS LAST
    ) AS BIGINT) AS newest
  FROM oneroster_orgs AS oneroster_orgs
  WHERE
    oneroster_orgs.is_current
)
SELECT
  CAST(c.course_id AS STRING) AS source_course_id,
  CAST(CASE WHEN o.org_type IN ('school', 'department') THEN c.org_id END AS STRING) AS source_school_id,
  CAST(c.course_code AS STRING) AS course_code,
  CAST(c.title AS STRING) AS course_title,
  CAST(c.subjects AS STRING) AS subject,
  CAST('oneroster' AS STRING) AS module,
  CAST('courses' AS STRING) AS source_table,
  CAST(c.source_key AS STRING) AS source_key,
  CAST(c.batch_id AS STRING) AS batch_id,
  CAST(c.record_no AS BIGINT) AS record_no,
  CAST(c.as_of AS TIMESTAMP) AS as_of,
  CAST(c.change_no AS BIGINT) AS change_no,
  CAST(c.known_from AS DATE) AS known_from,
  CAST(c.known_basis AS STRING) AS known_basis,
  CAST(c.is_current AS BOOLEAN) AS is_current,
  CAST(c.is_deleted AS BOOLEAN) AS is_deleted
FROM oneroster_courses AS c
LEFT JOIN organisations AS o
  ON o.org_id = c.org_id AND o.newest = 1
