-- Days active online are some of the covered days, and these some of the days enrolled, for all sources and for each.
-- matters: a rate above one. mend: look at source_coverage_day for the dates.
select student_key, school_key, school_year, 'all sources' as source, digital_days, covered_days
from student_engagement_year
where
    digital_days < 0
    or digital_days > covered_days
    or covered_days > enrolled_days
    or engaged_days > measured_days
    or measured_days > enrolled_days
union all
select student_key, school_key, school_year, event_object as source, digital_days, covered_days
from student_source_year
where digital_days > covered_days
