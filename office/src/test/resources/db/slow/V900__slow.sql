-- Takes its time between two tables, so that a test can kill it in the middle.
create table office.slow_first (id int);
select pg_sleep(4);
create table office.slow_second (id int);
