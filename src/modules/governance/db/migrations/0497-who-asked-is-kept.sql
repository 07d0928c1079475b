-- Who asked somebody, a person or their office, is kept of who is taken off a list too, so that it is known of them when they come back; until
-- now it was lost then, and with a place that was given to another. Null of who was taken off before.

alter table governance.attendee_taken_off add column is_added boolean;
