create table a (id serial primary key);
create trigger t after insert on a execute function f();
select count(*) from a group by grouping sets ((x), ());
alter table a add foreign key (b) references c on delete set null;
select set_config('app.communes', 'x', true);
update a set at = now();
