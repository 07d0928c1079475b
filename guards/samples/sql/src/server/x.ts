export const a = sql`select 1`;
export const b = sql<{
  readonly c: number;
  // The end of the type ends the tag.
}>`select 1 as c`;
export const d = sql.raw('select 1');
