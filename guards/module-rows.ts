/**
 * The rows of the house, lowest first: a module calls only modules of lower rows (docs: ARCHITECTURE.md). A folder of
 * `src/modules` that is not named here fails the guard.
 */
export const MODULE_ROWS: readonly (readonly string[])[] = [
  ['registry', 'programmes', 'identity', 'documents'],
  ['extracts', 'groups'],
  ['portfolio'],
  ['sessions'],
  ['governance'],
];

/** Modules that `module` may call. */
export function modulesBelow(module: string): string[] {
  const row = MODULE_ROWS.findIndex((names) => names.includes(module));
  return MODULE_ROWS.slice(0, row).flat();
}
