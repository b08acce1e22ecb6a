-- How many students meet each measure, of how many who can be judged: the district, each school, each grade of a school.
-- grain: one row a level, school, grade, school year and metric      keys: level, school_key, grade, school_year, metric      owner: engagement
-- Counts as they are: whoever publishes them hides small groups first (src/suppress does).
with

counts as (

    select
        level,
        school_key,
        '' as grade,
        school_year,
        metric,
        count(*) as students,
        count(meets) as judged,
        count_if(meets) as meeting

    from student_measure

    group by level, school_key, school_year, metric

),

grade_counts as (

    select
        'grade' as level,
        school_key,
        coalesce(grade, 'not stated') as grade,
        school_year,
        metric,
        count(*) as students,
        count(meets) as judged,
        count_if(meets) as meeting

    from student_measure

    where level = 'school'

    group by school_key, coalesce(grade, 'not stated'), school_year, metric

),

together as (

    select level, school_key, grade, school_year, metric, students, judged, meeting from counts

    union all

    select level, school_key, grade, school_year, metric, students, judged, meeting from grade_counts

)

select
    cast(t.level as varchar) as level,
    cast(t.school_key as varchar) as school_key,
    cast(c.school_name as varchar) as school_name,
    cast(t.grade as varchar) as grade,
    cast(t.school_year as integer) as school_year,
    cast(t.metric as varchar) as metric,
    cast(t.students as integer) as students,
    cast(t.judged as integer) as judged,
    cast(t.meeting as integer) as meeting,
    cast(t.students - t.judged as integer) as held_back,
    cast(cast(t.meeting as double) / nullif(cast(t.judged as double), 0) as double) as share

from together as t
left join school as c on c.school_key = t.school_key
