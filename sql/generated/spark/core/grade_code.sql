-- Generated from sql/core/grade_code.sql; edit that file.
WITH codes AS (
  SELECT
    'IT' AS grade,
    'it infanttoddler infant toddler' AS spellings
  FROM measure_policy AS measure_policy
  UNION ALL
  SELECT
    'PR' AS grade,
    'pr preschool ps3 ps4' AS spellings
  FROM measure_policy AS measure_policy
  UNION ALL
  SELECT
    'PK' AS grade,
    'pk prek pre-k prekindergarten pre-kindergarten preschoolprekindergarten pk3 pk4 p3 p4 earlyeducation -1 -2' AS spellings
  FROM measure_policy AS measure_policy
  UNION ALL
  SELECT
    'TK' AS grade,
    'tk transitionalkindergarten transitionalk' AS spellings
  FROM measure_policy AS measure_policy
  UNION ALL
  SELECT
    'KG' AS grade,
    'kg k kf kindergarten kinder 0 00 gradek gradekg grade0 gradekindergarten kindergartengrade' AS spellings
  FROM measure_policy AS measure_policy
  UNION ALL
  SELECT
    'PS' AS grade,
    'ps postsecondary postgraduate' AS spellings
  FROM measure_policy AS measure_policy
  UNION ALL
  SELECT
    'UG' AS grade,
    'ug ungraded' AS spellings
  FROM measure_policy AS measure_policy
), numbers AS (
  SELECT
    CAST(t.number AS STRING) AS digits,
    LPAD(CAST(t.number AS STRING), 2, '0') AS grade,
    CASE t.number WHEN 1 THEN 'st' WHEN 2 THEN 'nd' WHEN 3 THEN 'rd' ELSE 'th' END AS ending,
    NULLIF(
      SPLIT_PART(
        'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth',
        ' ',
        CAST(t.number AS INT)
      ),
      ''
    ) AS word
  FROM measure_policy AS p
  LATERAL VIEW
  EXPLODE(SEQUENCE(1, 13)) t AS number
), written AS (
  SELECT
    c.grade AS grade,
    NULLIF(SPLIT_PART(c.spellings, ' ', CAST(t.position AS INT)), '') AS spelling
  FROM codes AS c
  LATERAL VIEW
  EXPLODE(SEQUENCE(1, 20)) t AS position
  UNION ALL
  SELECT
    n.grade AS grade,
    CASE t.position
      WHEN 1
      THEN n.digits
      WHEN 2
      THEN n.grade
      WHEN 3
      THEN 'grade' || n.digits
      WHEN 4
      THEN 'grade' || n.grade
      WHEN 5
      THEN 'gr' || n.digits
      WHEN 6
      THEN 'gr' || n.grade
      WHEN 7
      THEN 'g' || n.digits
      WHEN 8
      THEN 'g' || n.grade
      WHEN 9
      THEN n.digits || n.ending
      WHEN 10
      THEN n.digits || n.ending || 'grade'
      WHEN 11
      THEN n.grade || n.ending
      WHEN 12
      THEN n.grade || n.ending || 'grade'
      WHEN 13
      THEN n.word
      ELSE n.word || 'grade'
    END AS spelling
  FROM numbers AS n
  LATERAL VIEW
  EXPLODE(SEQUENCE(1, 14)) t AS position
)
SELECT
  CAST(written.spelling AS STRING) AS spelling,
  CAST(MIN(written.grade) AS STRING) AS grade,
  CAST('all' AS STRING) AS part
FROM written AS written
WHERE
  NOT written.spelling IS NULL
GROUP BY
  written.spelling
