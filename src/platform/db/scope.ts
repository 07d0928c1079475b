import { type Kysely, sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';

/**
 * What a transaction may see. It is the input of every row-level-security policy: a row is visible when its
 * commune (or office) is named here, and, for a narrowed scope, its village, group or association as well.
 * Nothing named, nothing seen.
 */
export type Scope = {
  readonly communeIds: readonly Id[];
  readonly officeIds: readonly Id[];
  /** True for rows that belong to the whole system: users, settings, the system's own audit chain. */
  readonly system: boolean;
  /** Bank codes. `undefined` does not narrow; an empty list shows nothing. At most one of the three is set. */
  readonly villageCodes?: readonly string[];
  readonly groupCodes?: readonly string[];
  readonly associationCodes?: readonly string[];
  /** Of a narrowed scope: the office itself, as `associationHead:12`; it reads what was given to it, whatever it is about. */
  readonly seat?: string;
};

/** Sees nothing. */
export const NO_SCOPE: Scope = { communeIds: [], officeIds: [], system: false };
/** Sees the system's own rows, and nothing of communes and offices. */
export const SYSTEM_SCOPE: Scope = { ...NO_SCOPE, system: true };

/** Ids, bank codes: nothing that could end the literal, divide the list or stand for everything. */
const CODE = /^[0-9a-zA-Z][0-9a-zA-Z-]*$/;
/** A seat: a role, perhaps with the code of what it is the office of. */
const SEAT = /^[a-zA-Z]+(:[0-9a-zA-Z]{1,20})?$/;
const EVERYTHING = '*';
/** No code begins with a hyphen. */
const NOTHING = '-';

/**
 * Sets the scope for the running transaction. `SET LOCAL` with a checked literal, because a distributed server
 * forwards `SET LOCAL` to its workers and does not forward `set_config` (see docs/adr/0003). This is the only
 * place that issues it.
 *
 * @throws RangeError when an entry is empty or holds anything but letters, digits and hyphens, or a seat is none
 */
export async function setScope(tx: Kysely<unknown>, scope: Scope): Promise<void> {
  const settings = {
    'app.communes': list(scope.communeIds),
    'app.offices': list(scope.officeIds),
    'app.system': scope.system ? 'yes' : '',
    'app.villages': narrowed(scope.villageCodes),
    'app.groups': narrowed(scope.groupCodes),
    'app.associations': narrowed(scope.associationCodes),
    'app.seat': seat(scope.seat),
  };
  const statements = Object.entries(settings).map(([name, value]) => `SET LOCAL ${name} = '${value}'`);
  // One round trip; nothing here is client text, every code has passed the pattern above.
  await sql.raw(statements.join('; ')).execute(tx);
}

function narrowed(codes: readonly string[] | undefined): string {
  if (codes === undefined) return EVERYTHING;
  return codes.length === 0 ? NOTHING : list(codes);
}

function seat(key: string | undefined): string {
  if (key !== undefined && !SEAT.test(key)) throw new RangeError('the seat of a scope is none');
  return key ?? '';
}

function list(codes: readonly string[]): string {
  const wrong = codes.findIndex((code) => !CODE.test(code));
  if (wrong !== -1) throw new RangeError(`entry ${wrong} of a scope is no code`);
  return codes.join(',');
}
