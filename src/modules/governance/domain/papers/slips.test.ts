import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Minutes } from '../minutes.ts';
import { holderInMeeting, titleUnsaid } from '../seats.ts';
import { numbersOfSlips, slipsOf } from './slips.ts';

const SEAT = 'associationHead:12';
const TITLE = 'Hội Liên hiệp Phụ nữ';
const [MAI, OF_MAI] = ['Trần Thị Mai', `Trần Thị Mai, ${TITLE}`];
const LAN = 'Phạm Thị Lan';
const [HOA, OF_HOA] = ['Lê Thị Hoa', `Lê Thị Hoa, ${TITLE}`];

/** What was given under a name, as minutes keep it once somebody, or nobody, holds the office. */
function given(ownerName: string, ...names: readonly (string | null)[]) {
  const holders = names.map((holderName) => ({ seat: SEAT, title: TITLE, holderName }));
  const ownerNow = holderInMeeting(ownerName, holders);
  const ownerOffice = titleUnsaid(ownerName, holders);
  return {
    ...{ id: ownerName, text: 'Việc', ownerSeat: SEAT, ownerName, dueOn: day('2026-12-15') },
    ...(ownerNow === null ? {} : { ownerNow }),
    ...(ownerOffice === null ? {} : { ownerOffice }),
  };
}

const slips = (...conclusions: Minutes['conclusions']) =>
  slipsOf({ conclusions, difficulties: [] }).map(({ ownerName, personName }) => [ownerName, personName]);

describe('[GV216] whose name stands below the signature of a slip', () => {
  it.each([
    { what: 'given by name alone', line: given(MAI, MAI), slip: [OF_MAI, MAI] },
    { what: 'by name alone, now another', line: given(MAI, HOA), slip: [`${OF_MAI}; nay: ${HOA}`, HOA] },
    { what: 'by name alone, now nobody', line: given(MAI, null), slip: [TITLE, null] },
    { what: 'to one of several', line: given(OF_MAI, HOA, MAI), slip: [OF_MAI, MAI] },
    { what: 'now several', line: given(OF_MAI, HOA, LAN), slip: [`${TITLE} (${HOA}, ${LAN})`, null] },
    { what: 'vacant, now several', line: given(TITLE, HOA, LAN), slip: [`${TITLE} (${HOA}, ${LAN})`, null] },
  ])('$what: $slip', ({ line, slip }) => {
    expect(slips(line)).toEqual([slip]);
  });

  it('nobody’s of a body without an office, nor of minutes that did not keep the title', () => {
    const { ownerOffice: _, ...before } = given(MAI, MAI);
    expect(slips({ ...given('Ban giảm nghèo'), ownerSeat: null }, before)).toEqual([
      ['Ban giảm nghèo', null],
      [MAI, null],
    ]);
  });

  it('on one slip with what was given by name and title', () => {
    expect(slips(given(MAI, MAI), given(OF_MAI, MAI))).toEqual([[OF_MAI, MAI]]);
  });
});

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
