-- Generated from sql/mart/student_engagement_year.sql; edit that file.
WITH stints AS (
  SELECT
    enrollment.student_key AS student_key,
    enrollment.school_key AS school_key,
    enrollment.school_year AS school_year,
    enrollment.grade_level AS grade_level,
    enrollment.basis AS basis,
    enrollment.begin_date AS begin_date,
    enrollment.end_date AS end_date,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY enrollment.student_key, enrollment.school_key, enrollment.school_year
      ORDER BY CASE WHEN enrollment.grade_level IS NULL THEN 1 ELSE 0 END NULLS LAST, enrollment.begin_date DESC
    ) AS BIGINT) AS position
  FROM enrollment AS enrollment
), enrolled AS (
  SELECT
    stints.student_key AS student_key,
    stints.school_key AS school_key,
    stints.school_year AS school_year,
    MAX(CASE WHEN stints.position = 1 THEN stints.grade_level END) AS grade_level,
    MAX(CASE WHEN stints.position = 1 THEN stints.basis END) AS basis,
    MIN(stints.begin_date) AS first_date,
    MAX(stints.end_date) AS end_date
  FROM stints AS stints
  GROUP BY
    stints.student_key,
    stints.school_key,
    stints.school_year
), days AS (
  SELECT
    student_month_fact.student_key AS student_key,
    student_month_fact.school_key AS school_key,
    student_month_fact.school_year AS school_year,
    SUM(student_month_fact.enrolled_days) AS enrolled_days,
    SUM(student_month_fact.attendance_days) AS attendance_days,
    SUM(student_month_fact.in_person_days) AS in_person_days,
    SUM(student_month_fact.present_day_equivalents) AS present_day_equivalents,
    SUM(student_month_fact.unmapped_codes) AS unmapped_codes,
    SUM(student_month_fact.periods_scheduled) AS periods_scheduled,
    SUM(student_month_fact.periods_present) AS periods_present,
    SUM(student_month_fact.early_attendance_days) AS early_attendance_days,
    SUM(student_month_fact.early_in_person_days) AS early_in_person_days,
    SUM(student_month_fact.covered_days) AS covered_days,
    SUM(student_month_fact.digital_days) AS digital_days,
    SUM(student_month_fact.measured_days) AS measured_days,
    SUM(student_month_fact.engaged_days) AS engaged_days
  FROM student_month_fact AS student_month_fact
  GROUP BY
    student_month_fact.student_key,
    student_month_fact.school_key,
    student_month_fact.school_year
), sources AS (
  SELECT
    student_source_year.student_key AS student_key,
    student_source_year.school_key AS school_key,
    student_source_year.school_year AS school_year,
    COUNT_IF(student_source_year.active_days > 0 OR student_source_year.digital_days > 0) AS source_count,
    SUM(student_source_year.active_days) AS active_source_days,
    SUM(student_source_year.digital_minutes) AS digital_minutes,
    SUM(student_source_year.digital_accesses) AS digital_accesses
  FROM student_source_year AS student_source_year
  GROUP BY
    student_source_year.student_key,
    student_source_year.school_key,
    student_source_year.school_year
), opted_out AS (
  SELECT
    opted_out_id.student_key AS student_key
  FROM opted_out_id AS opted_out_id
  WHERE
    NOT opted_out_id.student_key IS NULL
  GROUP BY
    opted_out_id.student_key
)
SELECT
  CAST(e.student_key AS STRING) AS student_key,
  CAST(e.school_key AS STRING) AS school_key,
  CAST(e.grade_level AS STRING) AS grade_level,
  CAST(e.basis AS STRING) AS enrollment_basis,
  CAST(e.first_date AS DATE) AS first_date,
  CAST(e.end_date AS DATE) AS end_date,
  CAST(COALESCE(d.enrolled_days, 0) AS INT) AS enrolled_days,
  CAST(COALESCE(d.attendance_days, 0) AS INT) AS attendance_days,
  CAST(COALESCE(d.in_person_days, 0) AS INT) AS in_person_days,
  CAST(d.present_day_equivalents AS DOUBLE) AS present_day_equivalents,
  CAST(COALESCE(d.unmapped_codes, 0) AS INT) AS unmapped_codes,
  CAST(d.periods_scheduled AS BIGINT) AS periods_scheduled,
  CAST(d.periods_present AS DOUBLE) AS periods_present,
  CAST(COALESCE(d.early_attendance_days, 0) AS INT) AS early_attendance_days,
  CAST(COALESCE(d.early_in_person_days, 0) AS INT) AS early_in_person_days,
  CAST(NOT o.student_key IS NULL AS BOOLEAN) AS is_opted_out,
  CAST(COALESCE(d.covered_days, 0) AS INT) AS covered_days,
  CAST(COALESCE(d.digital_days, 0) AS INT) AS digital_days,
  CAST(s.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(s.digital_accesses AS BIGINT) AS digital_accesses,
  CAST(COALESCE(s.source_count, 0) AS INT) AS source_count,
  CAST(COALESCE(d.measured_days, 0) AS INT) AS measured_days,
  CAST(COALESCE(d.engaged_days, 0) AS INT) AS engaged_days,
  CAST(e.school_year AS INT) AS school_year
FROM enrolled AS e
LEFT JOIN days AS d
  ON d.student_key = e.student_key AND d.school_key = e.school_key AND d.school_year = e.school_year
LEFT JOIN sources AS s
  ON s.student_key = e.student_key AND s.school_key = e.school_key AND s.school_year = e.school_year
LEFT JOIN opted_out AS o
  ON o.student_key = e.student_key
