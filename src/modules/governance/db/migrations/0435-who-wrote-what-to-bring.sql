-- Who wrote what to bring, and when: whoever wrote at the same time is told of whom [GV89]. Null where nobody has, or before it was kept.

alter table governance.briefing add column bring_written_by_name text;

alter table governance.briefing add column bring_written_at timestamptz;
