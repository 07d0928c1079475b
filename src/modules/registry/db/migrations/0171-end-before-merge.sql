-- The last day an area had before a merge ended its code: taken back, the merge gives it back.

alter table registry.area_merge add column old_code_ended_on date;

comment on column registry.area_merge.old_code_ended_on is 'the last day of the old area before this merge set one; null: it went on';
