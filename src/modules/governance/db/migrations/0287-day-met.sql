-- The day on which people met, as whoever began the meeting said: a session's day may pass, and the meeting be held later or its minutes
-- be written afterwards. Of meetings begun before this was asked it is the day on which they began, as their minutes say.

alter table governance.briefing add column met_on date constraint briefing_met_on check (met_on >= held_on);

update governance.briefing
set met_on = greatest(held_on, (opened_at at time zone 'Asia/Ho_Chi_Minh')::date)
where opened_at is not null;
