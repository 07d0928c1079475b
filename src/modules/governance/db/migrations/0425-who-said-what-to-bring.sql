-- Whether what to bring is the template's, was carried on from the briefing before, or was written by somebody: it was told by comparing the
-- text with the template for the day as it is now, which a briefing that has moved no longer equals. Of older briefings the audit tells.

alter table governance.briefing add column bring_origin text not null default 'template'
  check (bring_origin in ('template', 'carried', 'written'));

alter table governance.briefing no force row level security;

alter table platform.audit_entry no force row level security;

update governance.briefing held set bring_origin = 'written'
where 'bring' = any (held.kept_parts) or exists (
  select from platform.audit_entry said
  where said.commune_id = held.commune_id and said.command = 'governance.writeInvitationNote'
    and said.subject::jsonb ->> 'briefing' = held.id::text);

update governance.briefing held set bring_origin = 'carried'
where held.bring_origin = 'template' and exists (
  select from governance.briefing before
  where before.commune_id = held.commune_id and before.point_code = held.point_code and before.held_on < held.held_on
    and before.bring_origin = 'written' and before.bring = held.bring);

alter table governance.briefing force row level security;

alter table platform.audit_entry force row level security;
