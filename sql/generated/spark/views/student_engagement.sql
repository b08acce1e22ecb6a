-- Generated from sql/views/student_engagement.sql; edit that file.
WITH thresholds AS (
  SELECT
    measure_policy.good_attendance_rate AS good_attendance_rate,
    measure_policy.manageable_attendance_rate AS manageable_attendance_rate,
    measure_policy.severe_attendance_rate AS severe_attendance_rate,
    measure_policy.chronic_absence_share AS chronic_absence_share,
    measure_policy.minimum_enrolled_days AS minimum_enrolled_days,
    measure_policy.early_window_minimum_days AS early_window_minimum_days,
    measure_policy.engaged_in_person_rate AS engaged_in_person_rate,
    measure_policy.engaged_digital_rate AS engaged_digital_rate
  FROM measure_policy AS measure_policy
), rates AS (
  SELECT
    e.student_key AS student_key,
    e.school_key AS school_key,
    c.school_name AS school_name,
    COALESCE(e.grade_level, s.grade_level) AS grade,
    e.school_year AS school_year,
    e.enrollment_basis AS enrollment_basis,
    e.enrolled_days AS enrolled_days,
    e.attendance_days AS attendance_days,
    e.unmapped_codes AS unmapped_codes,
    e.present_day_equivalents AS present_day_equivalents,
    e.periods_scheduled AS periods_scheduled,
    e.periods_present AS periods_present,
    e.early_attendance_days AS early_attendance_days,
    e.is_opted_out AS is_opted_out,
    e.covered_days AS covered_days,
    e.digital_minutes AS digital_minutes,
    e.digital_accesses AS digital_accesses,
    e.source_count AS source_count,
    e.measured_days AS measured_days,
    CASE WHEN e.unmapped_codes = 0 THEN e.in_person_days END AS in_person_days,
    CASE WHEN e.unmapped_codes = 0 THEN e.attendance_days - e.in_person_days END AS missed_days,
    CASE WHEN e.unmapped_codes = 0 THEN e.early_attendance_days - e.early_in_person_days END AS early_missed_days,
    CASE WHEN e.covered_days > 0 THEN e.digital_days END AS digital_days,
    CASE WHEN e.unmapped_codes = 0 THEN e.engaged_days END AS engaged_days,
    CASE
      WHEN e.unmapped_codes = 0
      THEN CAST(e.in_person_days AS DOUBLE) / NULLIF(CAST(e.attendance_days AS DOUBLE), 0)
    END AS in_person_rate,
    CASE
      WHEN e.unmapped_codes = 0
      THEN CAST(e.attendance_days - e.in_person_days AS DOUBLE) / NULLIF(CAST(e.attendance_days AS DOUBLE), 0)
    END AS missed_share,
    CASE
      WHEN e.unmapped_codes = 0
      THEN CAST(e.early_attendance_days - e.early_in_person_days AS DOUBLE) / NULLIF(CAST(e.early_attendance_days AS DOUBLE), 0)
    END AS early_missed_share,
    CAST(e.digital_days AS DOUBLE) / NULLIF(CAST(e.covered_days AS DOUBLE), 0) AS digital_rate,
    CASE
      WHEN e.unmapped_codes = 0
      THEN CAST(e.engaged_days AS DOUBLE) / NULLIF(CAST(e.measured_days AS DOUBLE), 0)
    END AS engaged_rate,
    CASE
      WHEN e.unmapped_codes = 0
      THEN e.periods_present / NULLIF(CAST(e.periods_scheduled AS DOUBLE), 0)
    END AS period_rate,
    CAST(e.attendance_days AS DOUBLE) / NULLIF(CAST(e.enrolled_days AS DOUBLE), 0) AS attendance_coverage,
    CAST(e.covered_days AS DOUBLE) / NULLIF(CAST(e.enrolled_days AS DOUBLE), 0) AS digital_coverage
  FROM student_engagement_year AS e
  LEFT JOIN school AS c
    ON c.school_key = e.school_key
  LEFT JOIN student AS s
    ON s.student_key = e.student_key
)
SELECT
  CAST(r.student_key AS STRING) AS student_key,
  CAST(r.school_key AS STRING) AS school_key,
  CAST(r.school_name AS STRING) AS school_name,
  CAST(r.grade AS STRING) AS grade,
  CAST(r.school_year AS INT) AS school_year,
  CAST(r.enrollment_basis AS STRING) AS enrollment_basis,
  CAST(r.enrolled_days AS INT) AS enrolled_days,
  CAST(r.attendance_days AS INT) AS attendance_days,
  CAST(r.attendance_coverage AS DOUBLE) AS attendance_coverage,
  CAST(r.in_person_days AS INT) AS in_person_days,
  CAST(r.missed_days AS INT) AS missed_days,
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
  END AS STRING) AS attendance_band,
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
  CAST(r.periods_scheduled AS BIGINT) AS periods_scheduled,
  CAST(r.periods_present AS DOUBLE) AS periods_present,
  CAST(r.period_rate AS DOUBLE) AS period_rate,
  CAST(r.covered_days AS INT) AS covered_days,
  CAST(r.digital_coverage AS DOUBLE) AS digital_coverage,
  CAST(r.digital_days AS INT) AS digital_days,
  CAST(r.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(r.digital_accesses AS BIGINT) AS digital_accesses,
  CAST(r.digital_rate AS DOUBLE) AS digital_rate,
  CAST(r.source_count AS INT) AS source_count,
  CAST(r.is_opted_out AS BOOLEAN) AS is_opted_out,
  CAST(r.measured_days AS INT) AS measured_days,
  CAST(r.engaged_days AS INT) AS engaged_days,
  CAST(r.engaged_rate AS DOUBLE) AS engaged_rate,
  CAST(CASE
    WHEN r.in_person_rate IS NULL OR r.digital_rate IS NULL
    THEN 'not enough data'
    WHEN r.in_person_rate >= t.engaged_in_person_rate AND r.digital_rate >= t.engaged_digital_rate
    THEN 'in person and online'
    WHEN r.in_person_rate >= t.engaged_in_person_rate
    THEN 'mostly in person'
    WHEN r.digital_rate >= t.engaged_digital_rate
    THEN 'mostly online'
    ELSE 'neither yet'
  END AS STRING) AS hybrid_pattern
FROM rates AS r
CROSS JOIN thresholds AS t
