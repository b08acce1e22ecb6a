-- Generated from sql/mart/student_day_fact.sql; edit that file.
WITH thresholds AS (
  SELECT
    measure_policy.absent_day_share AS absent_day_share,
    measure_policy.early_window_days AS early_window_days
  FROM measure_policy AS measure_policy
), sessions AS (
  SELECT
    school_session_day.school_key AS school_key,
    school_session_day.calendar_date AS calendar_date,
    school_session_day.school_year AS school_year,
    school_session_day.school_day_number AS school_day_number,
    school_session_day.attendance_submitted AS attendance_submitted,
    school_session_day.recording AS recording,
    school_session_day.month AS month
  FROM school_session_day AS school_session_day
), stints AS (
  SELECT
    enrollment_month.student_key AS student_key,
    enrollment_month.school_key AS school_key,
    enrollment_month.month_text AS month_text,
    enrollment_month.begin_date AS begin_date,
    enrollment_month.end_date AS end_date,
    enrollment_month.grade_level AS grade_level,
    enrollment_month.is_home AS is_home
  FROM enrollment_month AS enrollment_month
), spine AS (
  SELECT
    e.student_key AS student_key,
    d.school_key AS school_key,
    d.calendar_date AS calendar_date,
    d.school_year AS school_year,
    d.school_day_number AS school_day_number,
    d.attendance_submitted AS attendance_submitted,
    d.recording AS recording,
    d.month AS month,
    e.grade_level AS grade_level,
    e.is_home AS is_home
  FROM sessions AS d
  INNER JOIN stints AS e
    ON e.school_key = d.school_key
    AND e.month_text = d.month
    AND d.calendar_date >= e.begin_date
    AND d.calendar_date < e.end_date
), second_stints AS (
  SELECT
    stints.student_key AS student_key,
    stints.school_key AS school_key,
    stints.month_text AS month_text,
    stints.begin_date AS begin_date,
    stints.end_date AS end_date
  FROM stints AS stints
  WHERE
    NOT stints.is_home
), second_students AS (
  SELECT
    second_stints.student_key AS student_key,
    second_stints.month_text AS month_text
  FROM second_stints AS second_stints
  GROUP BY
    second_stints.student_key,
    second_stints.month_text
), home_days AS (
  SELECT
    e.student_key AS student_key,
    d.calendar_date AS calendar_date
  FROM second_students AS t
  INNER JOIN stints AS e
    ON e.student_key = t.student_key AND e.month_text = t.month_text AND e.is_home
  INNER JOIN sessions AS d
    ON d.school_key = e.school_key
    AND d.month = e.month_text
    AND d.calendar_date >= e.begin_date
    AND d.calendar_date < e.end_date
  GROUP BY
    e.student_key,
    d.calendar_date
), elsewhere AS (
  SELECT
    e.student_key AS student_key,
    d.calendar_date AS calendar_date,
    MIN(d.school_key) AS school_key
  FROM second_stints AS e
  INNER JOIN sessions AS d
    ON d.school_key = e.school_key
    AND d.month = e.month_text
    AND d.calendar_date >= e.begin_date
    AND d.calendar_date < e.end_date
  LEFT JOIN home_days AS h
    ON h.student_key = e.student_key AND h.calendar_date = d.calendar_date
  WHERE
    h.student_key IS NULL
  GROUP BY
    e.student_key,
    d.calendar_date
), activity AS (
  SELECT
    student_source_day.student_key AS student_key,
    student_source_day.event_date AS event_date,
    COUNT(*) AS source_count,
    SUM(student_source_day.minutes) AS minutes,
    CAST(SUM(student_source_day.accesses) AS BIGINT) AS accesses
  FROM student_source_day AS student_source_day
  GROUP BY
    student_source_day.student_key,
    student_source_day.event_date
), coverage AS (
  SELECT
    source_coverage_day.covered_date AS covered_date,
    BOOL_OR(source_coverage_day.measures_minutes) AS measures_minutes,
    BOOL_OR(source_coverage_day.measures_accesses) AS measures_accesses
  FROM source_coverage_day AS source_coverage_day
  GROUP BY
    source_coverage_day.covered_date
), opted_out AS (
  SELECT
    opted_out_id.student_key AS student_key
  FROM opted_out_id AS opted_out_id
  WHERE
    NOT opted_out_id.student_key IS NULL
  GROUP BY
    opted_out_id.student_key
), days AS (
  SELECT
    s.student_key AS student_key,
    s.school_key AS school_key,
    s.calendar_date AS calendar_date,
    s.school_year AS school_year,
    s.school_day_number AS school_day_number,
    s.month AS month,
    s.grade_level AS grade_level,
    s.is_home OR NOT w.student_key IS NULL AS carries_digital,
    CASE
      WHEN a.category = 'not_counted'
      THEN FALSE
      WHEN NOT a.student_key IS NULL
      THEN TRUE
      ELSE COALESCE(s.recording = 'negative' AND s.attendance_submitted, FALSE)
    END AS attendance_taken,
    CASE
      WHEN NOT a.student_key IS NULL
      THEN a.present_fraction
      WHEN s.recording = 'negative' AND s.attendance_submitted
      THEN 1e0
    END AS present_fraction,
    CASE
      WHEN NOT a.student_key IS NULL
      THEN a.category
      WHEN s.recording = 'negative' AND s.attendance_submitted
      THEN 'present'
    END AS category,
    a.periods_scheduled AS periods_scheduled,
    a.periods_present AS periods_present,
    COALESCE(a.unmapped_codes, 0) AS unmapped_codes,
    NOT c.covered_date IS NULL AND o.student_key IS NULL AS within_coverage,
    c.measures_minutes AS measures_minutes,
    c.measures_accesses AS measures_accesses,
    g.source_count AS source_count,
    g.minutes AS minutes,
    g.accesses AS accesses
  FROM spine AS s
  LEFT JOIN elsewhere AS w
    ON w.student_key = s.student_key AND w.calendar_date = s.calendar_date AND w.school_key = s.school_key
  LEFT JOIN attendance_day AS a
    ON a.student_key = s.student_key AND a.school_key = s.school_key AND a.event_date = s.calendar_date
  LEFT JOIN activity AS g
    ON g.student_key = s.student_key AND g.event_date = s.calendar_date
  LEFT JOIN coverage AS c
    ON c.covered_date = s.calendar_date
  LEFT JOIN opted_out AS o
    ON o.student_key = s.student_key
)
SELECT
  CAST(d.student_key AS TEXT) AS student_key,
  CAST(d.school_key AS TEXT) AS school_key,
  CAST(d.calendar_date AS DATE) AS calendar_date,
  CAST(d.school_year AS INT) AS school_year,
  CAST(d.grade_level AS TEXT) AS grade_level,
  CAST(d.school_day_number <= t.early_window_days AS BOOLEAN) AS in_early_window,
  CAST(d.attendance_taken AS BOOLEAN) AS attendance_taken,
  CAST(d.present_fraction AS DOUBLE) AS present_fraction,
  CAST(1e0 - d.present_fraction < t.absent_day_share AS BOOLEAN) AS is_present,
  CAST(d.category AS TEXT) AS category,
  CAST(d.periods_scheduled AS INT) AS periods_scheduled,
  CAST(d.periods_present AS DOUBLE) AS periods_present,
  CAST(d.unmapped_codes AS INT) AS unmapped_codes,
  CAST(d.within_coverage AS BOOLEAN) AS within_coverage,
  CAST(d.within_coverage AND NOT d.source_count IS NULL AS BOOLEAN) AS digital_active,
  CAST(COALESCE(d.source_count, 0) AS INT) AS source_count,
  CAST(CASE
    WHEN NOT d.carries_digital
    THEN NULL
    WHEN d.within_coverage AND d.measures_minutes
    THEN COALESCE(d.minutes, 0e0)
    ELSE d.minutes
  END AS DOUBLE) AS digital_minutes,
  CAST(CASE
    WHEN NOT d.carries_digital
    THEN NULL
    WHEN d.within_coverage AND d.measures_accesses
    THEN COALESCE(d.accesses, 0)
    ELSE d.accesses
  END AS BIGINT) AS digital_accesses,
  CAST(d.month AS TEXT) AS month
FROM days AS d
CROSS JOIN thresholds AS t
