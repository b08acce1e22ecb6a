-- The thresholds in force, without the run's date, so that a new day alone changes nothing that reads them.
-- grain: one row      keys: part      owner: data office      partition: all
select
    cast(p.first_month as integer) as first_month,

    -- attendance
    cast(p.absent_day_share as double) as absent_day_share,
    cast(p.attendance_target_rate as double) as attendance_target_rate,
    cast(p.good_attendance_rate as double) as good_attendance_rate,
    cast(p.manageable_attendance_rate as double) as manageable_attendance_rate,
    cast(p.severe_attendance_rate as double) as severe_attendance_rate,

    -- chronic absence
    cast(p.chronic_absence_share as double) as chronic_absence_share,
    cast(p.minimum_enrolled_days as integer) as minimum_enrolled_days,
    cast(p.early_window_days as integer) as early_window_days,
    cast(p.early_window_minimum_days as integer) as early_window_minimum_days,

    -- hybrid engagement
    cast(p.engaged_in_person_rate as double) as engaged_in_person_rate,
    cast(p.engaged_digital_rate as double) as engaged_digital_rate,

    -- courses
    cast(p.passing_mark as double) as passing_mark,

    cast('all' as varchar) as part

from policy as p
