-- What an item of the agenda is about, in some lines: policies to be made known, where no figures or lists say it.

alter table governance.agenda_item add column note text check (char_length(note) <= 1000);
