export const a = sql`select 1`;
