-- Who chose between two versions of a line, told to whoever chose the other at the same time. Nobody is known of choices made before.

alter table governance.conclusion_version add column settled_by_name text;

alter table governance.talking_point_version add column settled_by_name text;
