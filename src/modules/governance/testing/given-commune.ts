import { fileURLToPath } from 'node:url';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import type { Role } from '../../../kernel/role.ts';
import type { Caller } from '../../../platform/caller.ts';
import { runCommand, runQuestion } from '../../../platform/command.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import type { RequestContext } from '../../../platform/http/implement.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import {
  givenOffice,
  publish,
  standingOffice,
  type TestOffice,
} from '../../portfolio/testing/given-office.ts';
import { nextId, withEarlierIds } from '../../portfolio/testing/stage-extracts.ts';
import { takeBankPoints } from '../../sessions/index.ts';

/** Where the files of the sample office lie. */
export const SAMPLE_FILES = fileURLToPath(new URL('../../portfolio/testing/extracts/clean', import.meta.url));

/** The sample office with September and October published, its points in the calendar, and people in one commune. */
export type TestCommune = TestOffice & {
  readonly database: TestDatabase;
  /** Bình Ngọc, 540101. */
  readonly communeId: Id;
  readonly otherCommuneId: Id;
  /** A caller of a role in the commune, who is in the register of people. */
  as(role: Role, narrowed?: Partial<Scope>): Caller;
};

/** Who holds which office there. */
export const PEOPLE = {
  officeDirector: 'Nguyễn Thu Thủy (mẫu)',
  creditOfficer: 'Võ Thanh Hà (mẫu)',
  communeChair: 'Lê Minh Toàn (mẫu)',
  associationHead: 'Trần Thị Mai (mẫu)',
  communePolice: 'Trần Công Tuấn (mẫu)',
} as const;

/** Two months of the sample office are published and its people let in; the clock stands at the session's morning. */
export async function givenCommune(): Promise<TestCommune> {
  const database = await testDatabase({
    name: 'commune',
    fill: (empty) => withEarlierIds(() => fill(empty)),
  });
  const { rows } = await database.owner.query<Standing>(
    `select office.id as "officeId", commune.id as "communeId", other.id as "otherCommuneId",
       (select jsonb_object_agg(account.login, account.id) from identity.user_account account) as users
     from registry.office office, registry.area commune, registry.area other
     where commune.bank_code = '540101' and other.bank_code = '540102'`,
  );
  const [standing] = rows;
  if (!standing) throw new Error('the sample office has no such communes');
  const { officeId, communeId, otherCommuneId, users } = standing;
  const as = (role: Role, narrowed: Partial<Scope> = {}): Caller => ({
    kind: 'person',
    userId: users[loginOf(role)] ?? nextId(),
    sessionId: nextId(),
    assignmentId: nextId(),
    role,
    scope: { communeIds: [communeId], officeIds: [officeId], system: false, ...narrowed },
  });
  return { ...standingOffice(database, officeId), communeId, otherCommuneId, as };
}

type Standing = {
  readonly officeId: Id;
  readonly communeId: Id;
  readonly otherCommuneId: Id;
  /** By login. */
  readonly users: Readonly<Record<string, Id>>;
};

async function fill(database: TestDatabase): Promise<void> {
  const office = await givenOffice(database);
  let communes: ReadonlyMap<string, Id> = new Map();
  for (const dataDate of [day('2026-09-30'), day('2026-10-31')]) {
    const published = await publish(office, { folder: SAMPLE_FILES, dataDate });
    if (isRefusal(published.outcome))
      throw new Error(`${dataDate} was refused: ${published.outcome.refused}`);
    const { versionId } = published.outcome;
    communes = published.communes;
    const communeIds = [...communes.values()];
    await database.app.write({ communeIds, officeIds: [office.officeId], system: false }, (tx) =>
      takeBankPoints(
        tx,
        { communeIds, batchId: published.batchId, versionId, dataDate },
        { at: office.clock.now(), newId: nextId },
      ),
    );
  }
  const communeId = communes.get('540101');
  if (!communeId) throw new Error('the sample office has no such commune');
  await givenPeople(database, { communeId, officeId: office.officeId });
}

const loginOf = (role: string): string => role.toLowerCase();

async function givenPeople(
  { owner }: Pick<TestDatabase, 'owner'>,
  { communeId, officeId }: { readonly communeId: Id; readonly officeId: Id },
): Promise<void> {
  for (const [role, fullName] of Object.entries(PEOPLE)) {
    const userId = nextId();
    const isOfOffice = role === 'officeDirector' || role === 'creditOfficer';
    await owner.query(
      `insert into identity.user_account (id, full_name, folded_name, login, folded_login, created_at)
       values ($1, $2, lower($2), $3, $3, '2024-01-01')`,
      [userId, fullName, loginOf(role)],
    );
    await owner.query(
      `insert into identity.assignment (id, user_id, role, office_id, commune_id, association_code, valid_from)
       values ($1, $2, $3, $4, $5, $6, '2024-01-01')`,
      [
        nextId(),
        userId,
        role,
        isOfOffice ? officeId : null,
        isOfOffice ? null : communeId,
        role === 'associationHead' ? '12' : null,
      ],
    );
  }
}

/** Runs a command as a caller and answers what it answers, refusals too. */
export function tryCommand<T>(
  { platform }: TestOffice,
  caller: Caller,
  handler: (context: RequestContext) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return runCommand(platform, { name: 'governance.test', caller }, (context) =>
    handler(context as RequestContext),
  );
}

/** The same for what must not be refused. @throws Error when it is */
export async function command<T>(
  office: TestOffice,
  caller: Caller,
  handler: (context: RequestContext) => Promise<T | Refusal>,
): Promise<T> {
  return orThrow(await tryCommand(office, caller, handler));
}

/** Asks a question that must not be refused. @throws Error when it is */
export async function question<T>(
  { platform }: TestOffice,
  caller: Caller,
  handler: (context: RequestContext) => Promise<T | Refusal>,
): Promise<T> {
  return orThrow(await runQuestion(platform, { caller }, (context) => handler(context as RequestContext)));
}

function orThrow<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return outcome;
}
