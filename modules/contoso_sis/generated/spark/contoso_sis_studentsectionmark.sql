-- Generated from modules/contoso_sis/module.yaml; edit that file.
WITH delivered AS (
  SELECT
    staged_contoso_sis_studentsectionmark.mark_id AS mark_id,
    staged_contoso_sis_studentsectionmark.student_id AS student_id,
    staged_contoso_sis_studentsectionmark.section_id AS section_id,
    staged_contoso_sis_studentsectionmark.school_year AS school_year,
    staged_contoso_sis_studentsectionmark.term_id AS term_id,
    staged_contoso_sis_studentsectionmark.numeric_mark AS numeric_mark,
    staged_contoso_sis_studentsectionmark.letter_mark AS letter_mark,
    staged_contoso_sis_studentsectionmark.is_final AS is_final,
    staged_contoso_sis_studentsectionmark.credits_attempted AS credits_attempted,
    staged_contoso_sis_studentsectionmark.credits_earned AS credits_earned,
    staged_contoso_sis_studentsectionmark.credit_type AS credit_type,
    staged_contoso_sis_studentsectionmark.batch_id AS batch_id,
    staged_contoso_sis_studentsectionmark.record_no AS record_no,
    staged_contoso_sis_studentsectionmark.as_of AS as_of,
    staged_contoso_sis_studentsectionmark.change_no AS change_no,
    staged_contoso_sis_studentsectionmark.known_from AS known_from,
    staged_contoso_sis_studentsectionmark.known_basis AS known_basis,
    staged_contoso_sis_studentsectionmark.delivery AS delivery,
    staged_contoso_sis_studentsectionmark.operation <> 'upsert' AS is_deleted
  FROM staged_contoso_sis_studentsectionmark AS staged_contoso_sis_studentsectionmark
), sets AS (
  SELECT
    delivered.school_year AS school_year,
    delivered.as_of AS as_of,
    MIN(delivered.batch_id) AS batch_id,
    MAX(delivered.known_from) AS known_from,
    MAX(delivered.known_basis) AS known_basis,
    BOOL_OR(delivered.delivery = 'snapshot') AS is_full
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
  GROUP BY
    delivered.school_year,
    delivered.as_of
), following AS (
  SELECT
    sets.school_year AS school_year,
    sets.as_of AS as_of,
    MIN(CASE WHEN sets.is_full THEN sets.as_of END) OVER (
      PARTITION BY sets.school_year
      ORDER BY sets.as_of NULLS LAST
      rows BETWEEN 1 following AND UNBOUNDED following
    ) AS next_full
  FROM sets AS sets
), present AS (
  SELECT
    delivered.mark_id AS mark_id,
    delivered.student_id AS student_id,
    delivered.section_id AS section_id,
    delivered.term_id AS term_id,
    delivered.school_year AS school_year,
    delivered.as_of AS as_of,
    LEAD(delivered.as_of) OVER (
      PARTITION BY delivered.mark_id, delivered.student_id, delivered.section_id, delivered.term_id, delivered.school_year
      ORDER BY delivered.as_of NULLS LAST, COALESCE(delivered.change_no, CASE WHEN delivered.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, delivered.is_deleted NULLS LAST, delivered.batch_id NULLS LAST, delivered.record_no NULLS LAST
    ) AS next_present
  FROM delivered AS delivered
  WHERE
    NOT delivered.is_deleted
), absent AS (
  SELECT
    present.mark_id AS mark_id,
    present.student_id AS student_id,
    present.section_id AS section_id,
    present.school_year AS school_year,
    present.term_id AS term_id,
    CAST(NULL AS DOUBLE) AS numeric_mark,
    CAST(NULL AS STRING) AS letter_mark,
    CAST(NULL AS BOOLEAN) AS is_final,
    CAST(NULL AS DOUBLE) AS credits_attempted,
    CAST(NULL AS DOUBLE) AS credits_earned,
    CAST(NULL AS STRING) AS credit_type,
    sets.batch_id AS batch_id,
    CAST(0 AS BIGINT) AS record_no,
    following.next_full AS as_of,
    CAST(NULL AS BIGINT) AS change_no,
    sets.known_from AS known_from,
    sets.known_basis AS known_basis,
    TRUE AS is_deleted
  FROM present AS present
  INNER JOIN following AS following
    ON present.as_of = following.as_of AND present.school_year IS NOT DISTINCT FROM following.school_year
  INNER JOIN sets AS sets
    ON following.next_full = sets.as_of AND following.school_year IS NOT DISTINCT FROM sets.school_year
  WHERE
    present.next_present IS NULL OR present.next_present > following.next_full
), changes AS (
  SELECT
    delivered.mark_id AS mark_id,
    delivered.student_id AS student_id,
    delivered.section_id AS section_id,
    delivered.school_year AS school_year,
    delivered.term_id AS term_id,
    delivered.numeric_mark AS numeric_mark,
    delivered.letter_mark AS letter_mark,
    delivered.is_final AS is_final,
    delivered.credits_attempted AS credits_attempted,
    delivered.credits_earned AS credits_earned,
    delivered.credit_type AS credit_type,
    delivered.batch_id AS batch_id,
    delivered.record_no AS record_no,
    delivered.as_of AS as_of,
    delivered.change_no AS change_no,
    delivered.known_from AS known_from,
    delivered.known_basis AS known_basis,
    delivered.is_deleted AS is_deleted
  FROM delivered AS delivered
  UNION ALL
  SELECT
    absent.mark_id AS mark_id,
    absent.student_id AS student_id,
    absent.section_id AS section_id,
    absent.school_year AS school_year,
    absent.term_id AS term_id,
    absent.numeric_mark AS numeric_mark,
    absent.letter_mark AS letter_mark,
    absent.is_final AS is_final,
    absent.credits_attempted AS credits_attempted,
    absent.credits_earned AS credits_earned,
    absent.credit_type AS credit_type,
    absent.batch_id AS batch_id,
    absent.record_no AS record_no,
    absent.as_of AS as_of,
    absent.change_no AS change_no,
    absent.known_from AS known_from,
    absent.known_basis AS known_basis,
    absent.is_deleted AS is_deleted
  FROM absent AS absent
), lives AS (
  SELECT
    changes.mark_id AS mark_id,
    changes.student_id AS student_id,
    changes.section_id AS section_id,
    changes.school_year AS school_year,
    changes.term_id AS term_id,
    changes.numeric_mark AS numeric_mark,
    changes.letter_mark AS letter_mark,
    changes.is_final AS is_final,
    changes.credits_attempted AS credits_attempted,
    changes.credits_earned AS credits_earned,
    changes.credit_type AS credit_type,
    changes.batch_id AS batch_id,
    changes.record_no AS record_no,
    changes.as_of AS as_of,
    changes.change_no AS change_no,
    changes.known_from AS known_from,
    changes.known_basis AS known_basis,
    changes.is_deleted AS is_deleted,
    COUNT(CASE WHEN NOT changes.is_deleted THEN 1 END) OVER (
      PARTITION BY changes.mark_id, changes.student_id, changes.section_id, changes.term_id, changes.school_year
      ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS life,
    ROW_NUMBER() OVER versions AS version_no
  FROM changes AS changes
  WINDOW versions AS (
    PARTITION BY changes.mark_id, changes.student_id, changes.section_id, changes.term_id, changes.school_year
    ORDER BY changes.as_of NULLS LAST, COALESCE(changes.change_no, CASE WHEN changes.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, changes.is_deleted NULLS LAST, changes.batch_id NULLS LAST, changes.record_no NULLS LAST
  )
), filled AS (
  SELECT
    lives.mark_id AS mark_id,
    lives.student_id AS student_id,
    lives.section_id AS section_id,
    lives.school_year AS school_year,
    lives.term_id AS term_id,
    FIRST_VALUE(lives.numeric_mark) OVER life_versions AS numeric_mark,
    FIRST_VALUE(lives.letter_mark) OVER life_versions AS letter_mark,
    FIRST_VALUE(lives.is_final) OVER life_versions AS is_final,
    FIRST_VALUE(lives.credits_attempted) OVER life_versions AS credits_attempted,
    FIRST_VALUE(lives.credits_earned) OVER life_versions AS credits_earned,
    FIRST_VALUE(lives.credit_type) OVER life_versions AS credit_type,
    lives.batch_id AS batch_id,
    lives.record_no AS record_no,
    lives.as_of AS as_of,
    lives.change_no AS change_no,
    lives.known_from AS known_from,
    lives.known_basis AS known_basis,
    lives.is_deleted AS is_deleted
  FROM lives AS lives
  WHERE
    lives.life > 0
  WINDOW life_versions AS (
    PARTITION BY lives.mark_id, lives.student_id, lives.section_id, lives.term_id, lives.school_year, lives.life
    ORDER BY lives.version_no NULLS LAST
  )
), compared AS (
  SELECT
    filled.mark_id AS mark_id,
    filled.student_id AS student_id,
    filled.section_id AS section_id,
    filled.school_year AS school_year,
    filled.term_id AS term_id,
    filled.numeric_mark AS numeric_mark,
    filled.letter_mark AS letter_mark,
    filled.is_final AS is_final,
    filled.credits_attempted AS credits_attempted,
    filled.credits_earned AS credits_earned,
    filled.credit_type AS credit_type,
    filled.batch_id AS batch_id,
    filled.record_no AS record_no,
    filled.as_of AS as_of,
    filled.change_no AS change_no,
    filled.known_from AS known_from,
    filled.known_basis AS known_basis,
    filled.is_deleted AS is_deleted,
    CASE
      WHEN filled.is_deleted IS NOT DISTINCT FROM LAG(filled.is_deleted) OVER versions
      AND filled.numeric_mark IS NOT DISTINCT FROM LAG(filled.numeric_mark) OVER versions
      AND filled.letter_mark IS NOT DISTINCT FROM LAG(filled.letter_mark) OVER versions
      AND filled.is_final IS NOT DISTINCT FROM LAG(filled.is_final) OVER versions
      AND filled.credits_attempted IS NOT DISTINCT FROM LAG(filled.credits_attempted) OVER versions
      AND filled.credits_earned IS NOT DISTINCT FROM LAG(filled.credits_earned) OVER versions
      AND filled.credit_type IS NOT DISTINCT FROM LAG(filled.credit_type) OVER versions
      THEN 0
      ELSE 1
    END AS is_change,
    ROW_NUMBER() OVER versions AS version_no
  FROM filled AS filled
  WINDOW versions AS (
    PARTITION BY filled.mark_id, filled.student_id, filled.section_id, filled.term_id, filled.school_year
    ORDER BY filled.as_of NULLS LAST, COALESCE(filled.change_no, CASE WHEN filled.is_deleted THEN 9223372036854775807 ELSE -1 END) NULLS LAST, filled.is_deleted NULLS LAST, filled.batch_id NULLS LAST, filled.record_no NULLS LAST
  )
), runs AS (
  SELECT
    compared.mark_id AS mark_id,
    compared.student_id AS student_id,
    compared.section_id AS section_id,
    compared.school_year AS school_year,
    compared.term_id AS term_id,
    compared.numeric_mark AS numeric_mark,
    compared.letter_mark AS letter_mark,
    compared.is_final AS is_final,
    compared.credits_attempted AS credits_attempted,
    compared.credits_earned AS credits_earned,
    compared.credit_type AS credit_type,
    compared.batch_id AS batch_id,
    compared.record_no AS record_no,
    compared.as_of AS as_of,
    compared.change_no AS change_no,
    compared.known_from AS known_from,
    compared.known_basis AS known_basis,
    compared.is_deleted AS is_deleted,
    compared.is_change AS is_change,
    compared.version_no AS version_no,
    COUNT(CASE WHEN compared.is_change = 1 THEN 1 END) OVER (
      PARTITION BY compared.mark_id, compared.student_id, compared.section_id, compared.term_id, compared.school_year
      ORDER BY compared.version_no NULLS LAST
      rows BETWEEN UNBOUNDED preceding AND CURRENT ROW
    ) AS run_no
  FROM compared AS compared
), learned AS (
  SELECT
    runs.mark_id AS mark_id,
    runs.student_id AS student_id,
    runs.section_id AS section_id,
    runs.school_year AS school_year,
    runs.term_id AS term_id,
    runs.numeric_mark AS numeric_mark,
    runs.letter_mark AS letter_mark,
    runs.is_final AS is_final,
    runs.credits_attempted AS credits_attempted,
    runs.credits_earned AS credits_earned,
    runs.credit_type AS credit_type,
    runs.batch_id AS batch_id,
    runs.record_no AS record_no,
    runs.as_of AS as_of,
    runs.change_no AS change_no,
    runs.is_deleted AS is_deleted,
    runs.is_change AS is_change,
    runs.version_no AS version_no,
    MIN(runs.known_from) OVER (
      PARTITION BY runs.mark_id, runs.student_id, runs.section_id, runs.term_id, runs.school_year, runs.run_no
    ) AS known_from,
    FIRST_VALUE(runs.known_basis) OVER (
      PARTITION BY runs.mark_id, runs.student_id, runs.section_id, runs.term_id, runs.school_year, runs.run_no
      ORDER BY runs.known_from NULLS LAST, runs.known_basis DESC
    ) AS known_basis
  FROM runs AS runs
), history AS (
  SELECT
    learned.mark_id AS mark_id,
    learned.student_id AS student_id,
    learned.section_id AS section_id,
    learned.school_year AS school_year,
    learned.term_id AS term_id,
    learned.numeric_mark AS numeric_mark,
    learned.letter_mark AS letter_mark,
    learned.is_final AS is_final,
    learned.credits_attempted AS credits_attempted,
    learned.credits_earned AS credits_earned,
    learned.credit_type AS credit_type,
    COALESCE(learned.mark_id, '') || '|' || COALESCE(learned.student_id, '') || '|' || COALESCE(learned.section_id, '') || '|' || COALESCE(learned.term_id, '') || '|' || COALESCE(CAST(learned.school_year AS STRING), '') AS source_key,
    learned.batch_id AS batch_id,
    learned.record_no AS record_no,
    learned.as_of AS as_of,
    learned.change_no AS change_no,
    learned.known_from AS known_from,
    learned.known_basis AS known_basis,
    LEAD(learned.version_no) OVER (
      PARTITION BY learned.mark_id, learned.student_id, learned.section_id, learned.term_id, learned.school_year
      ORDER BY learned.version_no NULLS LAST
    ) IS NULL AS is_current,
    learned.is_deleted AS is_deleted
  FROM learned AS learned
  WHERE
    learned.is_change = 1
)
SELECT
  history.mark_id AS mark_id,
  history.student_id AS student_id,
  history.section_id AS section_id,
  history.school_year AS school_year,
  history.term_id AS term_id,
  history.numeric_mark AS numeric_mark,
  history.letter_mark AS letter_mark,
  history.is_final AS is_final,
  history.credits_attempted AS credits_attempted,
  history.credits_earned AS credits_earned,
  history.credit_type AS credit_type,
  history.source_key AS source_key,
  history.batch_id AS batch_id,
  history.record_no AS record_no,
  history.as_of AS as_of,
  history.change_no AS change_no,
  history.known_from AS known_from,
  history.known_basis AS known_basis,
  history.is_current AS is_current,
  history.is_deleted AS is_deleted
FROM history AS history
