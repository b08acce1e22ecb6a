-- Whether a student is on track in a school year: not chronically absent, and every course of the newest term passed.
-- grain: one row a student and school year      keys: student_key, school_year      owner: engagement
select
    cast(e.student_key as varchar) as student_key,
    cast(e.school_year as integer) as school_year,
    cast(e.chronically_absent as boolean) as chronically_absent,
    cast(c.passes_all as boolean) as passes_all,
    cast(
        case
            when e.chronically_absent is null or c.passes_all is null then null
            else c.passes_all and not e.chronically_absent
        end as boolean
    ) as is_on_track

from student_district_engagement as e
left join student_course_year as c on c.student_key = e.student_key and c.school_year = e.school_year
