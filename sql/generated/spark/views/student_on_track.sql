-- Generated from sql/views/student_on_track.sql; edit that file.
SELECT
  CAST(e.student_key AS STRING) AS student_key,
  CAST(e.school_year AS INT) AS school_year,
  CAST(e.chronically_absent AS BOOLEAN) AS chronically_absent,
  CAST(c.passes_all AS BOOLEAN) AS passes_all,
  CAST(CASE
    WHEN e.chronically_absent IS NULL OR c.passes_all IS NULL
    THEN NULL
    ELSE c.passes_all AND NOT e.chronically_absent
  END AS BOOLEAN) AS is_on_track
FROM student_district_engagement AS e
LEFT JOIN student_course_year AS c
  ON c.student_key = e.student_key AND c.school_year = e.school_year
