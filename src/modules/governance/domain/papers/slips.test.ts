import { describe, expect, it } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Minutes } from '../minutes.ts';
import { numbersOfSlips, ownerKept, slipsOf } from './slips.ts';

const SEAT = 'associationHead:12';
const TITLE = 'Hội Liên hiệp Phụ nữ';
const [MAI, OF_MAI] = ['Trần Thị Mai', `Trần Thị Mai, ${TITLE}`];
const LAN = 'Phạm Thị Lan';
const [HOA, OF_HOA] = ['Lê Thị Hoa', `Lê Thị Hoa, ${TITLE}`];

/** What was given under a name, as minutes keep it once somebody, or nobody, holds the office. */
function given(ownerName: string, ...names: readonly (string | null)[]) {
  return {
    ...{ id: ownerName, text: 'Việc', ownerSeat: SEAT, ownerName, dueOn: day('2026-12-15') },
    ...ownerKept(
      ownerName,
      names.map((holderName) => ({ seat: SEAT, title: TITLE, holderName })),
    ),
  };
}

const slips = (...conclusions: Minutes['conclusions']) =>
  slipsOf({ conclusions, difficulties: [] }).map(({ ownerName, personName }) => [ownerName, personName]);

describe('[GV209] the slip of an office that changed its holder in the meeting', () => {
  it.each([
    { before: 'held', after: 'by the same', line: given(OF_MAI, MAI), slip: [OF_MAI, MAI] },
    { before: 'held', after: 'by another', line: given(OF_MAI, HOA), slip: [OF_HOA, HOA] },
    { before: 'held', after: 'vacant', line: given(OF_MAI, null), slip: [TITLE, null] },
    { before: 'vacant', after: 'vacant', line: given(TITLE, null), slip: [TITLE, null] },
    { before: 'vacant', after: 'held', line: given(TITLE, HOA), slip: [OF_HOA, HOA] },
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

describe('[GV231] the slip of an owner who was given something by their name alone, in other letters, or by a title of before', () => {
  it.each([
    { after: 'held by the same', line: given(MAI, MAI), slip: [OF_MAI, MAI] },
    { after: 'held by another', line: given(MAI, HOA), slip: [OF_HOA, HOA] },
    { after: 'vacant', line: given(MAI, null), slip: [TITLE, null] },
    { after: 'held by the same, in capitals', line: given(OF_MAI.toUpperCase(), MAI), slip: [OF_MAI, MAI] },
    { after: 'vacant, by a title of before', line: given('Trưởng hội đoàn thể', null), slip: [TITLE, null] },
  ])('$after: $slip', ({ line, slip }) => {
    expect(slips(line)).toEqual([slip]);
  });

  it.each([
    ['held by the same', [given(MAI, MAI), given(OF_MAI, MAI), given(MAI.toUpperCase(), MAI)]],
    ['held by another', [given(MAI, HOA), given(OF_MAI, HOA), given(HOA, HOA), given(OF_HOA, HOA)]],
    ['vacant', [given(MAI, null), given(OF_MAI, null), given(TITLE, null)]],
  ])('is one with what they were given by name and title: %s', (_, lines) => {
    expect(slips(...lines)).toHaveLength(1);
  });

  it('minutes keep the label only where the words of the line do not tell it', () => {
    const kept = (ownerName: string, holderName: string | null) =>
      'ownerLabel' in given(ownerName, holderName);
    expect([kept(OF_MAI, MAI), kept(OF_MAI, HOA), kept(OF_MAI, null), kept(TITLE, HOA)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([kept(MAI, MAI), kept(MAI, HOA), kept(MAI, null)]).toEqual([true, true, true]);
  });
});

describe('[GV216] whose name stands below the signature of a slip', () => {
  it.each([
    { what: 'of one of several, who was meant', line: given(OF_MAI, HOA, MAI), slip: [OF_MAI, MAI] },
    { what: 'of nobody, who left and several hold it since', line: given(OF_MAI, HOA, LAN) },
    { what: 'of nobody, it was vacant and several hold it since', line: given(TITLE, HOA, LAN) },
    { what: 'of nobody, given under the name alone', line: given(MAI, HOA, LAN) },
  ])('$what', ({ line, slip = [`${TITLE} (${HOA}, ${LAN})`, null] }) => {
    expect(slips(line)).toEqual([slip]);
  });

  it.each(['Ban giảm nghèo', 'Hội Cựu chiến binh; Đoàn Thanh niên, xã Bình Ngọc'])(
    'of nobody where a body without an office gets it, in the words it was typed in: %s',
    (ownerName) => {
      const line = { ...given(OF_MAI, MAI), ownerName, ownerSeat: null };
      expect(slips(line)).toEqual([[ownerName, null]]);
    },
  );
});
