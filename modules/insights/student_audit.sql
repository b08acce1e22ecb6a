-- Sex, race, ethnicity and program flags, kept apart and used only to check fairness; a blank answer gives no row.
-- grain: one row for each version of a person and answer

with

definitions as (
  select definition_id, definition_type, code
  from insights_ref_definition
  where is_current and not is_deleted
),

answers as (
  select
    'person_demographic' as source_table, 'RefSex' as definition_type, person_id, sex_id as answer_id,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_person_demographic
  union all
  select
    'person_demographic_race' as source_table, 'RefRace' as definition_type, person_id, race_id as answer_id,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_person_demographic_race
  union all
  select
    'person_demographic_ethnicity' as source_table, 'RefEthnicity' as definition_type, person_id,
    ethnicity_id as answer_id,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_person_demographic_ethnicity
  union all
  select
    'person_demographic_person_flag' as source_table, 'RefPersonFlagType' as definition_type, person_id,
    flag_id as answer_id,
    source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
  from insights_person_demographic_person_flag
),

named as (
  select
    answers.source_table,
    answers.definition_type,
    answers.person_id,
    coalesce(definitions.code, answers.answer_id) as answer,
    answers.source_key, answers.batch_id, answers.record_no, answers.as_of, answers.change_no,
    answers.known_from, answers.known_basis, answers.is_current, answers.is_deleted
  from answers
  left join definitions
    on answers.answer_id = definitions.definition_id and answers.definition_type = definitions.definition_type
  where answers.answer_id is not null
)

select
  cast('insights_person' as varchar) as id_system,
  person_id as student_id,
  cast(case
    when definition_type = 'RefSex' then 'sex'
    when definition_type = 'RefRace' then 'race'
    when definition_type = 'RefEthnicity' then 'ethnicity'
    when lower(answer) in ('ell', 'lep') then 'english_learner'
    when lower(answer) in ('iep', '504') then 'special_education'
    when lower(answer) in ('freelunch', 'reducedlunch') then 'economic_disadvantage'
    when lower(answer) = 'homeless' then 'housing'
    when lower(answer) = 'giftedortalented' then 'gifted'
    else 'other_flag'
  end as varchar) as attribute,
  cast(answer as varchar) as attribute_value,
  cast('insights' as varchar) as module,
  cast(source_table as varchar) as source_table,
  source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted
from named
