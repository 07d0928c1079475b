-- Whether the number that answered a difficulty was entered into the household's file with the answer, or chosen from it. Of answers
-- given before this was kept nobody knows, and what closed minutes say of them stays as it was fixed.

alter table governance.difficulty add column contact_is_entered boolean;

alter table governance.difficulty add constraint difficulty_contact_entered
  check (contact_is_entered is null or contact_id is not null);
