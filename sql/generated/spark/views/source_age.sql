-- Generated from sql/views/source_age.sql; edit that file.
WITH told AS (
  SELECT
    attendance_event.module AS module,
    'attendance' AS kind,
    MAX(attendance_event.event_date) AS last_date
  FROM attendance_event AS attendance_event
  WHERE
    attendance_event.is_current AND NOT attendance_event.is_deleted
  GROUP BY
    attendance_event.module
  UNION ALL
  SELECT
    source_coverage.module AS module,
    'activity' AS kind,
    MAX(source_coverage.last_date) AS last_date
  FROM source_coverage AS source_coverage
  GROUP BY
    source_coverage.module
  UNION ALL
  SELECT
    assessment_result.module AS module,
    'tests' AS kind,
    MAX(assessment_result.administered_on) AS last_date
  FROM assessment_result AS assessment_result
  WHERE
    assessment_result.is_current AND NOT assessment_result.is_deleted
  GROUP BY
    assessment_result.module
  UNION ALL
  SELECT
    course_outcome.module AS module,
    'marks' AS kind,
    MAX(course_outcome.known_from) AS last_date
  FROM course_outcome AS course_outcome
  WHERE
    course_outcome.is_current AND NOT course_outcome.is_deleted
  GROUP BY
    course_outcome.module
), run AS (
  SELECT
    policy.run_date AS run_date
  FROM policy AS policy
)
SELECT
  CAST(t.module AS STRING) AS module,
  CAST(t.kind AS STRING) AS kind,
  CAST(t.last_date AS DATE) AS last_date,
  CAST(DATEDIFF(DAY, t.last_date, r.run_date) AS INT) AS age_days
FROM told AS t
CROSS JOIN run AS r
