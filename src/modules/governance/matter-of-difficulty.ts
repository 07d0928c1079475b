import type { InputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { groupBoards } from '../groups/index.ts';
import { borrowerOfLoan } from '../portfolio/index.ts';
import { showHousehold } from '../registry/index.ts';
import type { raiseDifficulty as operation } from './contract.ts';
import type { DifficultyRow } from './db/difficulties.ts';
import { inWholeCommune } from './find-difficulties.ts';

type Input = InputOf<typeof operation>;

/** Whom or what a difficulty is about, as far as it is a person's or a group's. */
export type Matter = Pick<
  DifficultyRow,
  | 'householdId'
  | 'personName'
  | 'customerCode'
  | 'contractNo'
  | 'villageCode'
  | 'groupCode'
  | 'associationCode'
>;

const NO_MATTER: Matter = {
  householdId: null,
  personName: null,
  customerCode: null,
  contractNo: null,
  villageCode: null,
  groupCode: null,
  associationCode: null,
};

/** Whom or what a difficulty is about, looked up where its author reads it. */
export async function matterOf(
  input: Input,
  context: HandlerContext,
): Promise<Matter | Refusal<'householdUnknown' | 'contractUnknown' | 'groupUnknown'>> {
  if (input.about === 'household') return householdOf(input, context);
  if (input.about === 'group') return groupOf(input, context);
  return { ...NO_MATTER, villageCode: await villageOfOffice(input.communeId, context) };
}

/** The village that an office is for, itself or by its group: its matters belong to the point of it [GV99]. Null for a wider one. */
async function villageOfOffice(communeId: Id, { tx, caller }: HandlerContext): Promise<string | null> {
  const { villageCodes, groupCodes } = caller.scope;
  if (villageCodes !== undefined || groupCodes === undefined) return villageCodes?.[0] ?? null;
  const boards = await groupBoards(tx, communeId);
  return boards.find(({ groupCode }) => groupCodes.includes(groupCode))?.villageCode ?? null;
}

async function householdOf(
  { communeId, householdId, personId, customerCode: code, contractNo }: Input,
  context: HandlerContext,
): Promise<Matter | Refusal<'householdUnknown' | 'contractUnknown'>> {
  if (householdId === null) return refuse('householdUnknown');
  const household = await showHousehold({ communeId, householdId }, context);
  if (isRefusal(household)) return refuse('householdUnknown');
  const [first] = household.members;
  const isMeant = (member: typeof first) => member?.personId === personId || member?.customerCode === code;
  const person = household.members.find(isMeant) ?? first;
  if (!person) return refuse('householdUnknown');
  if (contractNo !== null) {
    // Asked over the whole commune: whoever meets a household may raise a difficulty, also who reads none of its loans.
    const borrower = await inWholeCommune(context, () =>
      borrowerOfLoan(context.tx, { communeId, contractNo }),
    );
    if (!household.members.some((member) => member.customerCode === borrower))
      return refuse('contractUnknown', { contractNo });
  }
  const { customerCode, villageCode, groupCode, associationCode } = person;
  return {
    householdId,
    personName: person.fullName,
    customerCode,
    contractNo,
    villageCode,
    groupCode,
    associationCode,
  };
}

async function groupOf(
  { communeId, groupCode }: Input,
  context: HandlerContext,
): Promise<Matter | Refusal<'groupUnknown'>> {
  const boards = await groupBoards(context.tx, communeId);
  const group = boards.find((candidate) => candidate.groupCode === groupCode);
  if (!group) return refuse('groupUnknown');
  const { villageCode, associationCode } = group;
  return { ...NO_MATTER, groupCode, villageCode, associationCode };
}
