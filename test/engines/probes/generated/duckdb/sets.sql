-- Generated from test/engines/probes/sets.sql; edit that file.
WITH families AS (
  SELECT DISTINCT
    probe_row.family AS family
  FROM probe_row AS probe_row
  WHERE
    NOT probe_row.family IS NULL
), spans AS (
  SELECT
    probe_row.id AS id,
    probe_row.day AS first_day,
    CAST(probe_row.day + INTERVAL 3 DAY AS DATE) AS last_day
  FROM probe_row AS probe_row
  WHERE
    NOT probe_row.day IS NULL
), days AS (
  SELECT
    spans.id AS id,
    CAST(each.day AS DATE) AS day
  FROM spans AS spans
  CROSS JOIN UNNEST(GENERATE_SERIES(spans.first_day, spans.last_day, INTERVAL '1' DAY)) AS each(day)
), numbers AS (
  SELECT
    CAST(each.number AS BIGINT) AS number
  FROM UNNEST(GENERATE_SERIES(1, 5)) AS each(number)
), cubed AS (
  SELECT
    'cube' AS part,
    COALESCE(probe_row.family, '?') AS a,
    CAST(probe_row.yes AS INT) AS b,
    GROUPING(probe_row.family) * 2 + GROUPING(probe_row.yes) AS level,
    COUNT(*) AS rows_in
  FROM probe_row AS probe_row
  GROUP BY
    CUBE (
      probe_row.family,
      probe_row.yes
    )
), rolled AS (
  SELECT
    'sets' AS part,
    COALESCE(probe_row.family, '?') AS a,
    CAST(NULL AS INT) AS b,
    CAST(NULL AS INT) AS level,
    COUNT(*) AS rows_in
  FROM probe_row AS probe_row
  GROUP BY
    GROUPING SETS (
      (
        probe_row.family
      ),
      ()
    )
  UNION ALL
  SELECT
    'rollup' AS rollup,
    COALESCE(probe_row.family, '?') AS _col_1,
    CAST(NULL AS INT) AS "null",
    CAST(NULL AS INT) AS "null",
    COUNT(*) AS _col_4
  FROM probe_row AS probe_row
  GROUP BY
    ROLLUP (
      probe_row.family
    )
), listed AS (
  SELECT
    'except' AS part,
    left_side.family AS a,
    CAST(NULL AS INT) AS b,
    CAST(NULL AS INT) AS level,
    CAST(1 AS BIGINT) AS rows_in
  FROM (
    SELECT
      families.family AS family
    FROM families AS families
    EXCEPT
    SELECT
      probe_row.family AS family
    FROM probe_row AS probe_row
    WHERE
      probe_row.yes
  ) AS left_side
  UNION ALL
  SELECT
    'intersect' AS "intersect",
    both_sides.family AS family,
    CAST(NULL AS INT) AS "null",
    CAST(NULL AS INT) AS "null",
    CAST(1 AS BIGINT) AS "1"
  FROM (
    SELECT
      families.family AS family
    FROM families AS families
    INTERSECT
    SELECT
      probe_row.family AS family
    FROM probe_row AS probe_row
    WHERE
      probe_row.n > 3
  ) AS both_sides
  UNION ALL
  SELECT
    'exists' AS exists,
    families.family AS family,
    CAST(NULL AS INT) AS "null",
    CAST(NULL AS INT) AS "null",
    CAST(1 AS BIGINT) AS "1"
  FROM families AS families
  WHERE
    EXISTS(
      SELECT
        1 AS "1"
      FROM probe_row AS probe_row
      WHERE
        probe_row.family = families.family AND probe_row.x > 1
    )
  UNION ALL
  SELECT
    'days' AS days,
    CAST(days.day AS TEXT) AS day,
    CAST(NULL AS INT) AS "null",
    CAST(NULL AS INT) AS "null",
    COUNT(*) AS _col_4
  FROM days AS days
  GROUP BY
    days.day
  UNION ALL
  SELECT
    'numbers' AS numbers,
    CAST(numbers.number AS TEXT) AS number,
    CAST(NULL AS INT) AS "null",
    CAST(NULL AS INT) AS "null",
    numbers.number AS number
  FROM numbers AS numbers
  UNION ALL
  SELECT
    'last' AS last,
    last_rows.word AS word,
    CAST(NULL AS INT) AS "null",
    CAST(NULL AS INT) AS "null",
    last_rows.id AS id
  FROM (
    SELECT
      probe_row.word AS word,
      probe_row.id AS id
    FROM probe_row AS probe_row
    ORDER BY
      id DESC
    LIMIT 3
  ) AS last_rows
)
SELECT
  cubed.part AS part,
  cubed.a AS a,
  cubed.b AS b,
  CAST(cubed.level AS INT) AS level,
  cubed.rows_in AS rows_in
FROM cubed AS cubed
UNION ALL
SELECT
  rolled.part AS part,
  rolled.a AS a,
  rolled.b AS b,
  rolled.level AS level,
  rolled.rows_in AS rows_in
FROM rolled AS rolled
UNION ALL
SELECT
  listed.part AS part,
  listed.a AS a,
  listed.b AS b,
  listed.level AS level,
  listed.rows_in AS rows_in
FROM listed AS listed
