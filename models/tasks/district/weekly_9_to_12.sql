-- The weeks of the cases in grades 9 to 12.
select w.* from read_parquet('{data}/weekly.parquet') as w
inner join read_parquet('{data}/cases.parquet') as c on c.student_key = w.student_key and c.as_of = w.as_of
where c.grade_level in ('9', '09', '10', '11', '12')
