export const a = (tx) => tx.withTables<{ area: object }>();
export const b = (tx) => tx.selectFrom('area');
export const c = (tx) => tx.insertInto('area');
export const d = (client) => client.query('select 1');
export const e = (tx, where) => where(tx);
