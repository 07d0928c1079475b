import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { holderInMeeting } from '../seats.ts';
import { numbersOfSlips, slipsOf } from './slips.ts';

const SEAT = 'associationHead:12';
const TITLE = 'Hội Liên hiệp Phụ nữ';
const [MAI, OF_MAI] = ['Trần Thị Mai', `Trần Thị Mai, ${TITLE}`];
const [HOA, OF_HOA] = ['Lê Thị Hoa', `Lê Thị Hoa, ${TITLE}`];

/** What was given under a name, as minutes keep it once somebody, or nobody, holds the office. */
function given(ownerName: string, holderName: string | null) {
  const ownerNow = holderInMeeting(ownerName, [{ seat: SEAT, title: TITLE, holderName }]);
  return {
    ...{ id: ownerName, text: 'Việc', ownerSeat: SEAT, ownerName, dueOn: day('2026-12-15') },
    ...(ownerNow === null ? {} : { ownerNow }),
  };
}

const slips = (...conclusions: ReturnType<typeof given>[]) =>
  slipsOf({ conclusions, difficulties: [] }).map(({ ownerName, personName }) => [ownerName, personName]);

describe('[GV209] the slip of an office that changed its holder in the meeting', () => {
  it.each([
    { before: 'held', after: 'by the same', line: given(OF_MAI, MAI), slip: [OF_MAI, MAI] },
    { before: 'held', after: 'by another', line: given(OF_MAI, HOA), slip: [`${OF_MAI}; nay: ${HOA}`, HOA] },
    { before: 'held', after: 'vacant', line: given(OF_MAI, null), slip: [TITLE, null] },
    { before: 'vacant', after: 'vacant', line: given(TITLE, null), slip: [TITLE, null] },
    { before: 'vacant', after: 'held', line: given(TITLE, HOA), slip: [`${TITLE}; nay: ${HOA}`, HOA] },
  ])('$before before, $after after: $slip', ({ line, slip }) => {
    expect(slips(line)).toEqual([slip]);
  });

  it.each([
    ['vacant', [given(OF_MAI, null), given(TITLE, null)]],
    ['held, before vacant', [given(TITLE, HOA), given(OF_HOA, HOA)]],
    ['held by another', [given(OF_MAI, HOA), given(OF_HOA, HOA)]],
  ])('is one, under whichever name its lines were given: %s', (_, lines) => {
    expect(slips(...lines)).toHaveLength(1);
    expect(numbersOfSlips(5, { conclusions: lines, difficulties: [] })).toEqual({ first: 5, last: 5 });
  });
});
