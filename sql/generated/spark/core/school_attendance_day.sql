-- Generated from sql/core/school_attendance_day.sql; edit that file.
WITH marks AS (
  SELECT
    attendance_event.school_key AS school_key,
    attendance_event.event_date AS event_date,
    attendance_event.module AS module,
    attendance_event.period AS period,
    attendance_event.grain AS grain,
    attendance_event.local_code AS local_code
  FROM attendance_event AS attendance_event
  WHERE
    attendance_event.is_current
    AND NOT attendance_event.is_deleted
    AND NOT attendance_event.school_key IS NULL
    AND NOT attendance_event.event_date IS NULL
), ranks AS (
  SELECT
    module_rank.module AS module,
    module_rank.authority_rank AS authority_rank,
    module_rank.recording AS recording
  FROM module_rank AS module_rank
), by_period AS (
  SELECT
    marks.school_key AS school_key,
    marks.event_date AS event_date,
    marks.module AS module,
    marks.grain AS grain,
    marks.period AS period,
    COUNT(*) AS marks
  FROM marks AS marks
  GROUP BY
    marks.school_key,
    marks.event_date,
    marks.module,
    marks.grain,
    marks.period
), by_module AS (
  SELECT
    by_period.school_key AS school_key,
    by_period.event_date AS event_date,
    by_period.module AS module,
    SUM(by_period.marks) AS marks,
    COUNT_IF(by_period.grain = 'period') AS periods
  FROM by_period AS by_period
  GROUP BY
    by_period.school_key,
    by_period.event_date,
    by_period.module
), ranked AS (
  SELECT
    b.school_key AS school_key,
    b.event_date AS event_date,
    b.module AS module,
    COALESCE(r.recording, 'positive') AS recording,
    b.marks AS marks,
    b.periods AS periods,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY b.school_key, b.event_date
      ORDER BY COALESCE(r.authority_rank, 9) NULLS LAST, b.module NULLS LAST
    ) AS BIGINT) AS position
  FROM by_module AS b
  LEFT JOIN ranks AS r
    ON r.module = b.module
)
SELECT
  CAST(ranked.school_key AS STRING) AS school_key,
  CAST(ranked.event_date AS DATE) AS event_date,
  CAST(ranked.module AS STRING) AS module,
  CAST(ranked.recording AS STRING) AS recording,
  CAST(ranked.marks AS BIGINT) AS marks,
  CAST(ranked.periods AS INT) AS periods,
  CAST(DATE_FORMAT(ranked.event_date, 'yyyy-MM') AS STRING) AS month
FROM ranked AS ranked
WHERE
  ranked.position = 1
