-- A measure's count is the same on every surface: the counts by measure are those of the engagement views.
-- matters: two pages of one product that disagree. mend: both read the same column; look for a filter in one of them.
select c.school_key, c.school_year, c.metric, c.meeting
from measure_count as c
inner join school_engagement as s on s.school_key = c.school_key and s.school_year = c.school_year
where
    c.level = 'school'
    and (
        c.students <> s.students
        or (c.metric = 'chronic_absence' and (c.meeting <> s.chronically_absent_students or c.judged <> s.students_judged))
        or (c.metric = 'attendance_target' and c.meeting <> s.students_at_target)
        or (c.metric = 'attendance_band_severe' and c.meeting <> s.severe_students)
    )
