-- What is over is removed once a day. The row of a chore is both the record that it was done and the lock of two
-- processes that would do it at once.

create table platform.housekeeping (
  chore text primary key,
  done_on date not null,
  -- In the unit of the chore: rows, or batches.
  removed integer not null
);

comment on table platform.housekeeping is 'system: when each kind of leftover was last removed, and how many';

select platform.own_by_system('platform.housekeeping', 'select, insert, update');

grant delete on platform.outbox to giaoban_app;

grant delete on platform.outbox_delivery to giaoban_app;

grant delete on platform.job to giaoban_app;
