export const a = (tx) => tx.withTables<{ area: object }>();
export const b = (tx) => tx.selectFrom('area');
export const c = (tx) => tx.insertInto('area');
export const d = (client) => client.query('select 1');
export const e = (tx) => tx.selectNoFrom('area');
export const f = (tx) => tx.with('a', (b) => b);
export const g = (tx) => tx.schema.createTable('area');
export const h = (tx) => tx['executeQuery']({});
export const i = (tx) => tx
  .selectFrom('area');
export const z = (tx, where) => where(tx);
