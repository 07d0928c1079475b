-- Each line is a breach of its own.
create table a (id serial primary key);
create table b (id bigint generated always as identity primary key);
create sequence c;
alter table a alter id set default nextval('c');
create trigger t after insert on a execute function f();
create or replace trigger t after insert on a execute function f();
create constraint trigger t after insert on a execute function f();
select count(*) from a group by grouping sets ((x), ());
select count(*) from a group by commune_id, rollup (x);
select count(*) from a group by cube (x, y);
with recursive r as (select 1) select * from r;
alter table a add foreign key (b) references c on delete set null;
select set_config('app.communes', 'x', true);
set local app.communes = 'x';
set session app.communes = 'x';
set app.communes = 'x';
update a set at = now();
update a set at = current_timestamp;
