import type { InputOf } from '../../../../kernel/contract.ts';
import type { Id } from '../../../../kernel/ids.ts';
import type { raiseDifficulty } from '../../../../modules/governance/contract.ts';

type Asked = InputOf<typeof raiseDifficulty>;

/** What a difficulty is raised about, before anybody has said what is difficult. */
export type Subject = Pick<
  Asked,
  'communeId' | 'about' | 'householdId' | 'personId' | 'customerCode' | 'contractNo' | 'groupCode'
>;

const NOTHING = { householdId: null, personId: null, contractNo: null, groupCode: null };

/** A household, by one of its people: by the id, or by the bank's code where a list knows no other. */
export function ofHousehold({
  communeId,
  householdId,
  contractNo,
  personId = null,
  customerCode,
}: Pick<Subject, 'communeId' | 'householdId' | 'contractNo'> &
  Partial<Pick<Subject, 'personId' | 'customerCode'>>): Subject {
  return { ...NOTHING, about: 'household', communeId, householdId, contractNo, personId, customerCode };
}

/** A savings-and-credit group. */
export function ofGroup(communeId: Id, groupCode: string): Subject {
  return { ...NOTHING, about: 'group', communeId, groupCode };
}

/** A matter of the commune, of nobody's household. */
export function ofMatter(communeId: Id): Subject {
  return { ...NOTHING, about: 'matter', communeId };
}

/** What the form asks about each, and an example of it. */
export const QUESTIONS: Readonly<
  Record<Subject['about'], { readonly label: string; readonly hint: string }>
> = {
  household: { label: 'Vướng gì ở hộ này', hint: 'Ví dụ: không gặp được hộ, món vay đến hạn tuần sau.' },
  group: { label: 'Vướng gì ở tổ này', hint: 'Ví dụ: tổ phó đi làm ăn xa, tổ xin họp bầu người thay.' },
  matter: {
    label: 'Vướng việc gì',
    hint: 'Ví dụ: đường sạt lở không đi được, có hộ vay chuyển đi mà không báo.',
  },
};
