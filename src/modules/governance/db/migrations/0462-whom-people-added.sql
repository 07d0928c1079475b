-- Whether a person asked somebody to a briefing or its offices do: what people added comes to the briefing that is prepared again, and an
-- office that is no more asked by itself does not. Null of lists from before this was kept, and of who was taken off and came back.

alter table governance.attendee add column is_added boolean;
