-- A batch without the leaders' file knows of a group only what its loans say: the newest record that tells the board
-- (leader, deputy, point) keeps telling it, with its own date.
create or replace view groups.savings_group with (security_invoker = true) as
  select newest.commune_id, newest.data_date, newest.version_id, newest.group_code,
    coalesce(board.leader_name, newest.leader_name) as leader_name,
    board.leader_born_on, board.leader_born_year, board.leader_phone, board.deputy_customer_code, board.deputy_name,
    newest.village_code, newest.association_code, coalesce(newest.group_type, board.group_type) as group_type,
    board.status, board.point_code, board.point_name, newest.data_date as bank_data_date,
    board.data_date as board_data_date
  from (
    select distinct on (record.commune_id, record.group_code) record.*
    from groups.group_record record
    join groups.bank_version version
      on version.commune_id = record.commune_id and version.version_id = record.version_id
    where version.withdrawn_at is null
    order by record.commune_id, record.group_code, record.data_date desc, record.version_id desc
  ) newest
  left join lateral (
    select record.*
    from groups.group_record record
    join groups.bank_version version
      on version.commune_id = record.commune_id and version.version_id = record.version_id
    where record.commune_id = newest.commune_id and record.group_code = newest.group_code
      and version.withdrawn_at is null
      and num_nonnulls(record.leader_born_year, record.leader_phone, record.deputy_customer_code, record.deputy_name,
        record.status, record.point_code, record.point_name) > 0
    order by record.data_date desc, record.version_id desc
    limit 1
  ) board on true;
