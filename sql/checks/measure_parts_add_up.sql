-- The grades of a school, and the four attendance bands, add up to the whole, measure by measure.
-- matters: a hidden cell could be worked out wrongly, or a child be counted twice. mend: neither grades nor bands are filtered.
select s.school_key, s.school_year, s.metric, s.meeting
from measure_count as s
inner join (
    select
        school_key,
        school_year,
        metric,
        sum(judged) as judged,
        sum(meeting) as meeting
    from measure_count
    where level = 'grade'
    group by school_key, school_year, metric
) as g on g.school_key = s.school_key and g.school_year = s.school_year and g.metric = s.metric
inner join (
    select
        school_key,
        school_year,
        max(judged) as judged,
        sum(meeting) as meeting
    from measure_count
    where level = 'school' and substr(metric, 1, 15) = 'attendance_band'
    group by school_key, school_year
) as b on b.school_key = s.school_key and b.school_year = s.school_year
where s.level = 'school' and (s.judged <> g.judged or s.meeting <> g.meeting or b.judged <> b.meeting)
