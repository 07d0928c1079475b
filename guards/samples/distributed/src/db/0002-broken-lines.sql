create
trigger t after insert on a execute function f();
set
local app.communes = 'x';
create or
  replace trigger t after insert on a execute function f();
