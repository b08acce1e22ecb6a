-- Generated from sql/views/section_engagement.sql; edit that file.
WITH stints AS (
  SELECT
    section_enrollment.section_key AS section_key,
    section_enrollment.student_key AS student_key,
    section_enrollment.begin_date AS begin_date,
    section_enrollment.end_date AS end_date
  FROM section_enrollment AS section_enrollment
), student_days AS (
  SELECT
    e.section_key AS section_key,
    d.student_key AS student_key,
    d.school_key AS school_key,
    d.calendar_date AS calendar_date,
    d.school_year AS school_year,
    MAX(CASE WHEN d.attendance_taken THEN 1 ELSE 0 END) AS attendance_taken,
    MAX(CASE WHEN d.attendance_taken AND d.is_present THEN 1 ELSE 0 END) AS is_present,
    MAX(d.unmapped_codes) AS unmapped_codes,
    MAX(CASE WHEN d.within_coverage THEN 1 ELSE 0 END) AS within_coverage,
    MAX(CASE WHEN d.digital_active THEN 1 ELSE 0 END) AS digital_active,
    MAX(d.digital_minutes) AS digital_minutes,
    MAX(d.digital_accesses) AS digital_accesses
  FROM stints AS e
  INNER JOIN section AS s
    ON s.section_key = e.section_key
  INNER JOIN student_day_fact AS d
    ON d.student_key = e.student_key
    AND (
      s.school_key IS NULL OR s.school_key = d.school_key
    )
    AND (
      e.begin_date IS NULL OR d.calendar_date >= e.begin_date
    )
    AND (
      e.end_date IS NULL OR d.calendar_date < e.end_date
    )
  GROUP BY
    e.section_key,
    d.student_key,
    d.school_key,
    d.calendar_date,
    d.school_year
), days AS (
  SELECT
    student_days.section_key AS section_key,
    student_days.school_year AS school_year,
    COUNT(DISTINCT student_days.student_key) AS students,
    COUNT(*) AS enrolled_days,
    CAST(SUM(student_days.attendance_taken) AS BIGINT) AS attendance_days,
    CAST(SUM(student_days.is_present) AS BIGINT) AS in_person_days,
    CAST(SUM(student_days.unmapped_codes) AS BIGINT) AS unmapped_codes,
    CAST(SUM(student_days.within_coverage) AS BIGINT) AS covered_days,
    CAST(SUM(student_days.digital_active) AS BIGINT) AS digital_days,
    SUM(student_days.digital_minutes) AS digital_minutes,
    CAST(SUM(student_days.digital_accesses) AS BIGINT) AS digital_accesses
  FROM student_days AS student_days
  GROUP BY
    student_days.section_key,
    student_days.school_year
), years AS (
  SELECT
    school_year_span.school_year AS school_year,
    school_year_span.year_begin AS year_begin,
    school_year_span.year_end AS year_end
  FROM school_year_span AS school_year_span
), periods AS (
  SELECT
    a.section_key AS section_key,
    y.school_year AS school_year,
    COUNT(a.present_fraction) AS periods_scheduled,
    SUM(a.present_fraction) AS periods_present
  FROM attendance_event AS a
  INNER JOIN years AS y
    ON a.event_date >= y.year_begin AND a.event_date < y.year_end
  WHERE
    a.is_current AND NOT a.is_deleted AND a.grain = 'period' AND NOT a.section_key IS NULL
  GROUP BY
    a.section_key,
    y.school_year
)
SELECT
  CAST(s.section_key AS TEXT) AS section_key,
  CAST(s.section_name AS TEXT) AS section_name,
  CAST(s.course_key AS TEXT) AS course_key,
  CAST(k.course_title AS TEXT) AS course_title,
  CAST(k.subject AS TEXT) AS subject,
  CAST(s.term_key AS TEXT) AS term_key,
  CAST(s.school_key AS TEXT) AS school_key,
  CAST(c.school_name AS TEXT) AS school_name,
  CAST(d.school_year AS INT) AS school_year,
  CAST(d.students AS INT) AS students,
  CAST(d.enrolled_days AS BIGINT) AS enrolled_days,
  CAST(d.attendance_days AS BIGINT) AS attendance_days,
  CAST(d.covered_days AS BIGINT) AS covered_days,
  CAST(d.unmapped_codes AS BIGINT) AS unmapped_codes,
  CAST(CASE WHEN d.unmapped_codes = 0 THEN d.in_person_days END AS BIGINT) AS in_person_days,
  CAST(CASE
    WHEN d.unmapped_codes = 0
    THEN CAST(d.in_person_days AS DOUBLE) / NULLIF(CAST(d.attendance_days AS DOUBLE), 0)
  END AS DOUBLE) AS in_person_rate,
  CAST(p.periods_scheduled AS BIGINT) AS periods_scheduled,
  CAST(p.periods_present AS DOUBLE) AS periods_present,
  CAST(p.periods_present / NULLIF(CAST(p.periods_scheduled AS DOUBLE), 0) AS DOUBLE) AS period_rate,
  CAST(d.digital_days AS BIGINT) AS digital_days,
  CAST(CAST(d.digital_days AS DOUBLE) / NULLIF(CAST(d.covered_days AS DOUBLE), 0) AS DOUBLE) AS digital_rate,
  CAST(d.digital_minutes AS DOUBLE) AS digital_minutes,
  CAST(d.digital_accesses AS BIGINT) AS digital_accesses
FROM days AS d
INNER JOIN section AS s
  ON s.section_key = d.section_key
LEFT JOIN course AS k
  ON k.course_key = s.course_key
LEFT JOIN school AS c
  ON c.school_key = s.school_key
LEFT JOIN periods AS p
  ON p.section_key = d.section_key AND p.school_year = d.school_year
