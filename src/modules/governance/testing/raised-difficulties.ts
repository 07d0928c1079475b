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

/** Raises a difficulty in a briefing as the officer: about a household, or about a matter where none is named. @returns its id */
export async function raised(
  commune: TestCommune,
  { communeId, briefingId }: TestBriefing,
  said: { readonly text: string; readonly about?: TestHousehold },
): Promise<Id> {
  const difficultyId = nextId();
  const { householdId = null, personId = null } = said.about ?? {};
  const about = said.about === undefined ? 'matter' : 'household';
  const subject = { about, householdId, personId, contractNo: null, groupCode: null, saidBy: null } as const;
  const asked = { communeId, difficultyId, briefingId, text: said.text, ...subject };
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
