import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Role } from '../../../kernel/role.ts';
import { nextId } from '../../portfolio/testing/stage-extracts.ts';
import { closeBriefing } from '../close-briefing.ts';
import { giveDifficulty } from '../give-difficulty.ts';
import { raiseDifficulty } from '../raise-difficulty.ts';
import type { TestBriefing } from './given-briefing.ts';
import { command, type TestCommune, tryCommand } from './given-commune.ts';

/** A household that a difficulty is about, by one of its people. */
export type TestHousehold = { readonly householdId: Id; readonly personId: Id };

/** A customer of a group, with the leader and the association who look after them. */
export type TestBorrower = TestHousehold & {
  readonly name: string;
  readonly groupCode: string;
  readonly associationCode: string;
};

/** What a difficulty says that somebody raises themselves, before any meeting, about nothing that the product knows. */
export const MATTER = {
  briefingId: null,
  about: 'matter' as const,
  householdId: null,
  personId: null,
  contractNo: null,
  groupCode: null,
  saidBy: null,
};

/** The first customer of a group in the commune. */
export async function borrowerOf({ database, communeId }: TestCommune): Promise<TestBorrower> {
  const { rows } = await database.owner.query(
    `select household_id as "householdId", id as "personId", full_name as name, group_code as "groupCode",
            association_code as "associationCode"
     from registry.person where commune_id = $1 and group_code <> '' order by customer_code limit 1`,
    [communeId],
  );
  return rows[0];
}

/** What a difficulty says about the household of a borrower, raised before any meeting. */
export function aboutHousehold({ communeId }: TestCommune, { householdId, personId }: TestHousehold) {
  const text = 'Không gặp được hộ, món vay đến hạn hôm nay';
  return { ...MATTER, communeId, about: 'household' as const, householdId, personId, text };
}

/** What a difficulty says about a matter, raised before any meeting. */
export function aMatter({ communeId }: TestCommune, text: string) {
  return { ...MATTER, communeId, text };
}

/** Raises a difficulty in a briefing as the officer: about a household, or about a matter where none is named. @returns its id */
export async function raised(
  commune: TestCommune,
  { communeId, briefingId }: TestBriefing,
  said: { readonly text: string; readonly about?: TestHousehold },
): Promise<Id> {
  const difficultyId = nextId();
  const subject = said.about === undefined ? MATTER : aboutHousehold(commune, said.about);
  const asked = { ...subject, communeId, difficultyId, briefingId, text: said.text };
  await command(commune, commune.as('creditOfficer'), (context) => raiseDifficulty(asked, context));
  return difficultyId;
}

/** Gives a difficulty to somebody with a day, as the officer unless it is said by whom. */
export async function given(
  commune: TestCommune,
  difficultyId: Id,
  to: {
    readonly seat: string | null;
    readonly name: string;
    readonly dueOn: BusinessDate;
    readonly baseVersion?: number;
  },
  by: Role = 'creditOfficer',
): Promise<void> {
  const asked = { communeId: commune.communeId, difficultyId, baseVersion: 1, ...to };
  await command(commune, commune.as(by), (context) => giveDifficulty(asked, context));
}

/** Closes a briefing as the officer, whether or not anything was concluded. @returns what that is answered */
export function closedAnyhow(commune: TestCommune, within: TestBriefing) {
  return tryCommand(commune, commune.as('creditOfficer'), (context) =>
    closeBriefing({ ...within, withoutConclusions: true }, context),
  );
}
