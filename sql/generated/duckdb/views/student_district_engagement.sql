-- Generated from sql/views/student_district_engagement.sql; edit that file.
WITH thresholds AS (
  SELECT
    measure_policy.good_attendance_rate AS good_attendance_rate,
    measure_policy.manageable_attendance_rate AS manageable_attendance_rate,
    measure_policy.severe_attendance_rate AS severe_attendance_rate,
    measure_policy.chronic_absence_share AS chronic_absence_share,
    measure_policy.minimum_enrolled_days AS minimum_enrolled_days,
    measure_policy.early_window_minimum_days AS early_window_minimum_days
  FROM measure_policy AS measure_policy
), sums AS (
  SELECT
    e.student_key AS student_key,
    e.school_year AS school_year,
    COUNT(*) AS schools,
    CAST(SUM(e.enrolled_days) AS BIGINT) AS enrolled_days,
    CAST(SUM(e.attendance_days) AS BIGINT) AS attendance_days,
    CAST(SUM(e.in_person_days) AS BIGINT) AS in_person_days,
    CAST(SUM(e.unmapped_codes) AS BIGINT) AS unmapped_codes,
    CAST(SUM(e.early_attendance_days) AS BIGINT) AS early_attendance_days,
    CAST(SUM(e.early_in_person_days) AS BIGINT) AS early_in_person_days,
    CAST(SUM(e.covered_days) AS BIGINT) AS covered_days,
    CAST(SUM(e.digital_days) AS BIGINT) AS digital_days,
    SUM(e.digital_minutes) AS digital_minutes,
    CAST(SUM(e.digital_accesses) AS BIGINT) AS digital_accesses,
    CAST(SUM(e.measured_days) AS BIGINT) AS measured_days,
    CAST(SUM(e.engaged_days) AS BIGINT) AS engaged_days
  FROM student_engagement_year AS e
  GROUP BY
    e.student_key,
    e.school_year
), sources AS (
  SELECT
    student_source_year.student_key AS student_key,
    student_source_year.school_year AS school_year,
    student_source_year.module AS module,
    student_source_year.event_object AS event_object
  FROM student_source_year AS student_source_year
  WHERE
    student_source_year.active_days > 0 OR student_source_year.digital_days > 0
  GROUP BY
    student_source_year.student_key,
    student_source_year.school_year,
    student_source_year.module,
    student_source_year.event_object
), source_counts AS (
  SELECT
    sources.student_key AS student_key,
    sources.school_year AS school_year,
    COUNT(*) AS source_count
  FROM sources AS sources
  GROUP BY
    sources.student_key,
    sources.school_year
), rates AS (
  SELECT
    s.student_key AS student_key,
    s.school_year AS school_year,
    s.schools AS schools,
    s.enrolled_days AS enrolled_days,
    s.attendance_days AS attendance_days,
    s.unmapped_codes AS unmapped_codes,
    s.early_attendance_days AS early_attendance_days,
    s.covered_days AS covered_days,
    s.digital_minutes AS digital_minutes,
    s.digital_accesses AS digital_accesses,
    s.measured_days AS measured_days,
    COALESCE(n.source_count, 0) AS source_count,
    CASE WHEN s.unmapped_codes = 0 THEN s.in_person_days END AS in_person_days,
    CASE WHEN s.unmapped_codes = 0 THEN s.engaged_days END AS engaged_days,
    CASE WHEN s.covered_days > 0 THEN s.digital_days END AS digital_days,
    CASE
      WHEN s.unmapped_codes = 0
      THEN CAST(s.in_person_days AS DOUBLE) / NULLIF(CAST(s.attendance_days AS DOUBLE), 0)
    END AS in_person_rate,
    CASE
      WHEN s.unmapped_codes = 0
      THEN CAST(s.attendance_days - s.in_person_days AS DOUBLE) / NULLIF(CAST(s.attendance_days AS DOUBLE), 0)
    END AS missed_share,
    CASE
      WHEN s.unmapped_codes = 0
      THEN CAST(s.early_attendance_days - s.early_in_person_days AS DOUBLE) / NULLIF(CAST(s.early_attendance_days AS DOUBLE), 0)
    END AS early_missed_share,
    CAST(s.digital_days AS DOUBLE) / NULLIF(CAST(s.covered_days AS DOUBLE), 0) AS digital_rate,
    CASE
      WHEN s.unmapped_codes = 0
      THEN CAST(s.engaged_days AS DOUBLE) / NULLIF(CAST(s.measured_days AS DOUBLE), 0)
    END AS engaged_rate
  FROM sums AS s
  LEFT JOIN source_counts AS n
    ON n.student_key = s.student_key AND n.school_year = s.school_year
)
SELECT
  CAST(r.student_key AS TEXT) AS student_key,
  CAST(r.school_year AS INT) AS school_year,
  CAST(r.schools AS INT) AS schools,
  CAST(r.enrolled_days AS INT) AS enrolled_days,
  CAST(r.attendance_days AS INT) AS attendance_days,
  CAST(r.in_person_days AS INT) AS in_person_days,
  CAST(r.in_person_rate AS DOUBLE) AS in_person_rate,
  CAST(CASE
    WHEN r.in_person_rate IS NULL
    THEN NULL
    WHEN r.in_person_rate >= t.good_attendance_rate
    THEN 'good'
    WHEN r.in_person_rate >= t.manageable_attendance_rate
    THEN 'manageable'
    WHEN r.in_person_rate >= t.severe_attendance_rate
    THEN 'low'
    ELSE 'severe'
  END AS TEXT) AS attendance_band,
  CAST(CASE
    WHEN r.missed_share IS NULL OR r.attendance_days < t.minimum_enrolled_days
    THEN NULL
    ELSE r.missed_share >= t.chronic_absence_share
  END AS BOOLEAN) AS chronically_absent,
  CAST(CASE
    WHEN r.early_missed_share IS NULL OR r.early_attendance_days < t.early_window_minimum_days
    THEN NULL
    ELSE r.early_missed_share >= t.chronic_absence_share
  END AS BOOLEAN) AS early_warning,
  CAST(r.unmapped_codes AS INT) AS unmapped_codes,
  CAST(r.covered_days AS INT) AS covered_days,
  CAST(r.digital_days AS INT) AS digital_days,
  CAST(r.digital_rate AS DOUBLE) AS digital_rate,
  CAST(r.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(r.digital_accesses AS BIGINT) AS digital_accesses,
  CAST(r.source_count AS INT) AS source_count,
  CAST(r.measured_days AS INT) AS measured_days,
  CAST(r.engaged_days AS INT) AS engaged_days,
  CAST(r.engaged_rate AS DOUBLE) AS engaged_rate
FROM rates AS r
CROSS JOIN thresholds AS t
