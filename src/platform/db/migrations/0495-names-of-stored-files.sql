-- The bytes of a file lie under a name made by the server. Those of before were called by their id, made by the client, and stay so.

alter table platform.stored_file add column stored_as uuid;

alter table platform.stored_file no force row level security;

update platform.stored_file set stored_as = id;

alter table platform.stored_file force row level security;

alter table platform.stored_file alter column stored_as set not null,
  add constraint stored_file_stored_as_key unique (commune_id, stored_as);
