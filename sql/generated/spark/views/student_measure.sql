-- Generated from sql/views/student_measure.sql; edit that file.
WITH thresholds AS (
  SELECT
    measure_policy.attendance_target_rate AS attendance_target_rate,
    measure_policy.engaged_digital_rate AS engaged_digital_rate
  FROM measure_policy AS measure_policy
), at_school AS (
  SELECT
    'school' AS level,
    student_engagement.student_key AS student_key,
    student_engagement.school_key AS school_key,
    student_engagement.grade AS grade,
    student_engagement.school_year AS school_year,
    student_engagement.chronically_absent AS chronically_absent,
    student_engagement.attendance_band AS attendance_band,
    student_engagement.in_person_rate AS in_person_rate,
    student_engagement.digital_rate AS digital_rate
  FROM student_engagement AS student_engagement
), in_district AS (
  SELECT
    'district' AS level,
    student_district_engagement.student_key AS student_key,
    CAST(NULL AS STRING) AS school_key,
    CAST(NULL AS STRING) AS grade,
    student_district_engagement.school_year AS school_year,
    student_district_engagement.chronically_absent AS chronically_absent,
    student_district_engagement.attendance_band AS attendance_band,
    student_district_engagement.in_person_rate AS in_person_rate,
    student_district_engagement.digital_rate AS digital_rate
  FROM student_district_engagement AS student_district_engagement
), days AS (
  SELECT
    at_school.level AS level,
    at_school.student_key AS student_key,
    at_school.school_key AS school_key,
    at_school.grade AS grade,
    at_school.school_year AS school_year,
    at_school.chronically_absent AS chronically_absent,
    at_school.attendance_band AS attendance_band,
    at_school.in_person_rate AS in_person_rate,
    at_school.digital_rate AS digital_rate
  FROM at_school AS at_school
  UNION ALL
  SELECT
    in_district.level AS level,
    in_district.student_key AS student_key,
    in_district.school_key AS school_key,
    in_district.grade AS grade,
    in_district.school_year AS school_year,
    in_district.chronically_absent AS chronically_absent,
    in_district.attendance_band AS attendance_band,
    in_district.in_person_rate AS in_person_rate,
    in_district.digital_rate AS digital_rate
  FROM in_district AS in_district
), judged AS (
  SELECT
    d.level AS level,
    d.student_key AS student_key,
    d.school_key AS school_key,
    d.grade AS grade,
    d.school_year AS school_year,
    d.chronically_absent AS chronically_absent,
    d.attendance_band AS attendance_band,
    d.in_person_rate >= t.attendance_target_rate AS reaches_target,
    d.digital_rate >= t.engaged_digital_rate AS engages_online,
    c.passes_all AS passes_all,
    CASE
      WHEN d.chronically_absent IS NULL OR c.passes_all IS NULL
      THEN NULL
      ELSE c.passes_all AND NOT d.chronically_absent
    END AS is_on_track,
    g.has_grown AS has_grown
  FROM days AS d
  CROSS JOIN thresholds AS t
  LEFT JOIN student_course_year AS c
    ON c.student_key = d.student_key AND c.school_year = d.school_year
  LEFT JOIN student_growth_year AS g
    ON g.student_key = d.student_key AND g.school_year = d.school_year
), measures AS (
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'chronic_absence' AS metric,
    judged.chronically_absent AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'attendance_target' AS metric,
    judged.reaches_target AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'attendance_band_good' AS metric,
    judged.attendance_band = 'good' AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'attendance_band_manageable' AS metric,
    judged.attendance_band = 'manageable' AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'attendance_band_low' AS metric,
    judged.attendance_band = 'low' AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'attendance_band_severe' AS metric,
    judged.attendance_band = 'severe' AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'courses_passed' AS metric,
    judged.passes_all AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'on_track' AS metric,
    judged.is_on_track AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'growth' AS metric,
    judged.has_grown AS meets
  FROM judged AS judged
  UNION ALL
  SELECT
    judged.level AS level,
    judged.student_key AS student_key,
    judged.school_key AS school_key,
    judged.grade AS grade,
    judged.school_year AS school_year,
    'digital_target' AS metric,
    judged.engages_online AS meets
  FROM judged AS judged
)
SELECT
  CAST(m.student_key AS STRING) AS student_key,
  CAST(m.level AS STRING) AS level,
  CAST(COALESCE(m.school_key, '') AS STRING) AS school_key,
  CAST(m.grade AS STRING) AS grade,
  CAST(m.school_year AS INT) AS school_year,
  CAST(m.metric AS STRING) AS metric,
  CAST(m.meets AS BOOLEAN) AS meets
FROM measures AS m
