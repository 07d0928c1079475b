-- A briefing that is prepared again for its session goes on from what people wrote in the one that was cancelled: which one that was, and
-- what of it was kept.

alter table governance.briefing add column kept_from uuid;

alter table governance.briefing add column kept_parts text[] not null default '{}';

alter table governance.briefing add constraint briefing_kept_from
  foreign key (commune_id, kept_from) references governance.briefing (commune_id, id);

alter table governance.briefing add constraint briefing_kept_whole check ((kept_from is null) = (kept_parts = '{}'));
