-- A person may also say who leads a group, in which village it is and at which point it transacts: beside the bank's
-- word, never in its place in the files. Whose group it is for a village head stays the bank's word.

alter table groups.group_entry drop constraint group_entry_field_check;

alter table groups.group_entry add constraint group_entry_field_check check (field in
  ('leader_name', 'leader_phone', 'deputy_name', 'deputy_phone', 'village_name', 'point_name', 'meeting_note'));
