-- A student is present between none and all of a day, and in no more periods than there were.
-- matters: a share above one hides an absence. mend: look at the marks of the date in attendance_event.
select student_key, school_key, event_date, present_fraction, periods_present, periods_scheduled
from attendance_day
where
    present_fraction < 0
    or present_fraction > 1
    or periods_present < 0
    or periods_present > periods_scheduled
