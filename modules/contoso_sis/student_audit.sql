-- Sensitive attributes of students, kept apart and used only to check fairness; a blank attribute gives no row.
-- grain: one row for each version of a student, file and attribute

with

people as (
  select
    'students' as source_table, student_id, sex, race, primary_language, english_learner, special_education, low_income,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from contoso_sis_students
  union all
  select
    'studentdemographics' as source_table, student_id,
    cast(null as varchar) as sex, race, primary_language, english_learner, special_education, low_income,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from contoso_sis_studentdemographics
),

attributes as (
  select 'sex' as attribute
  union all
  select 'race' as attribute
  union all
  select 'primary_language' as attribute
  union all
  select 'english_learner' as attribute
  union all
  select 'special_education' as attribute
  union all
  select 'economic_disadvantage' as attribute
),

valued as (
  select
    people.source_table,
    people.student_id,
    attributes.attribute,
    case attributes.attribute
      when 'sex' then people.sex
      when 'race' then people.race
      when 'primary_language' then people.primary_language
      when 'english_learner' then people.english_learner
      when 'special_education' then people.special_education
      when 'economic_disadvantage' then case when people.low_income then 'yes' when not people.low_income then 'no' end
    end as attribute_value,
    people.source_key, people.batch_id, people.record_no, people.as_of, people.change_no,
    people.known_from, people.known_basis, people.is_current, people.is_deleted
  from people
  cross join attributes
)

select
  cast('sis_student' as varchar) as id_system,
  student_id,
  cast(attribute as varchar) as attribute,
  cast(attribute_value as varchar) as attribute_value,
  cast('contoso_sis' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from valued
where attribute_value is not null
