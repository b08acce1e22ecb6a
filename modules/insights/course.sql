-- Courses of the roster, each with one subject: where a course has several, the first by name.
-- grain: one row for each version of a course

with

subjects as (
  select
    course_subject.course_id,
    min(definition.code) as subject
  from insights_course_subject as course_subject
  inner join insights_ref_definition as definition on course_subject.subject_id = definition.definition_id
  where course_subject.is_current and not course_subject.is_deleted
    and definition.definition_type = 'RefAcademicSubject' and definition.is_current and not definition.is_deleted
  group by course_subject.course_id
)

select
  course.course_id as source_course_id,
  course.organization_id as source_school_id,
  course.course_code,
  course.course_title,
  subjects.subject,
  cast('insights' as varchar) as module,
  cast('course' as varchar) as source_table,
  course.source_key, course.batch_id, course.record_no, course.as_of, course.change_no,
  course.known_from, course.known_basis, course.is_current, course.is_deleted
from insights_course as course
left join subjects on course.course_id = subjects.course_id
