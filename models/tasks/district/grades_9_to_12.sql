-- Students of grades 9 to 12: leaving school early is not defined before.
select * from read_parquet('{data}/cases.parquet') where grade_level in ('9', '09', '10', '11', '12')
