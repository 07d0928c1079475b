import { describe, expect, it } from 'vitest';
import type { Id } from '../../../kernel/ids.ts';
import { invitedOf } from './addressees.ts';
import {
  chairOf,
  chairPartOf,
  chairToBe,
  chairWhoAsked,
  countParts,
  missingParts,
  type Part,
  type Presence,
} from './attendance.ts';
import { mayBeSecretary } from './secretary.ts';

const one = (
  part: Part,
  presence: Presence,
  fullName = 'Võ Thanh Hà (mẫu)',
  deputyName: string | null = null,
) => ({
  part,
  presence,
  fullName,
  isVacant: false,
  deputyName,
});

const vacant = (part: Part, presence: Presence, deputyName: string | null = null) => ({
  ...one(part, presence, 'Hội Nông dân', deputyName),
  isVacant: true,
});

describe('who is there', () => {
  it('[GV3] late ones and deputies count as there, the excused are told apart from the absent', () => {
    const attendees = [
      one('groupLeader', 'present'),
      one('groupLeader', 'late'),
      one('groupLeader', 'deputy', 'Lê Mỹ Cúc (mẫu)', 'Hồ Kim Loan (mẫu)'),
      one('groupLeader', 'excused'),
      one('groupLeader', 'absent'),
      one('villageHead', 'absent'),
    ];
    expect(countParts(attendees)).toEqual([
      { part: 'groupLeader', asked: 5, there: 3, deputies: 1, excused: 1, isCompulsory: true },
      { part: 'villageHead', asked: 1, there: 0, deputies: 0, excused: 0, isCompulsory: false },
    ]);
  });

  it('[GV4] a compulsory part is missing when nobody of it is there, also when nobody was asked', () => {
    const attendees = [
      one('teamLeader', 'present'),
      one('associationHead', 'absent'),
      one('associationHead', 'excused'),
      one('communePolice', 'absent'),
    ];
    expect(missingParts(attendees)).toEqual(['associationHead', 'groupLeader']);
    expect(
      missingParts([...attendees, one('groupLeader', 'deputy'), one('associationHead', 'late')]),
    ).toEqual([]);
  });

  it('[GV172] of an office that nobody holds nobody is there but a deputy; nobody of it chairs or writes the minutes', () => {
    const empty = [vacant('associationHead', 'present'), vacant('associationHead', 'late')];
    expect(countParts(empty)).toMatchObject([{ asked: 2, there: 0 }]);
    expect(missingParts(empty)).toContain('associationHead');
    expect(chairOf([vacant('teamLeader', 'present')], 'teamLeader')).toBeNull();
    const stoodFor = vacant('associationHead', 'deputy', 'Phạm Thị Ngà (mẫu)');
    expect(countParts([stoodFor])).toMatchObject([{ asked: 1, there: 1, deputies: 1 }]);
    expect(mayBeSecretary([...empty, stoodFor], null).map(({ name }) => name)).toEqual([
      'Phạm Thị Ngà (mẫu)',
    ]);
    // Somebody who is called as an office is there like anybody else.
    expect(countParts([one('associationHead', 'present', 'Hội Nông dân')])).toMatchObject([{ there: 1 }]);
  });

  it('[GV161] who chairs does not write the minutes too, in whichever spelling of the name', () => {
    const chairs = one('teamLeader', 'present', 'Lê Thị HOÀ');
    expect(mayBeSecretary([chairs], 'Lê Thị Hòa')).toEqual([]);
    expect(mayBeSecretary([chairs], 'Lê Thị Hoa')).toHaveLength(1);
  });

  const chairman = one('communeChair', 'present', 'Lê Minh Toàn (mẫu)');

  it('[GV5] the team leader chairs, or the deputy; nobody while neither is there', () => {
    expect(chairOf([chairman, one('teamLeader', 'present')], 'teamLeader')).toBe('Võ Thanh Hà (mẫu)');
    const deputy = one('teamLeader', 'deputy', 'Võ Thanh Hà (mẫu)', 'Nguyễn Thu Thủy (mẫu)');
    expect(chairOf([deputy], 'teamLeader')).toBe('Nguyễn Thu Thủy (mẫu)');
    expect(chairOf([chairman, one('teamLeader', 'absent')], 'teamLeader')).toBeNull();
  });

  it('[GV5] the chair of the commune chairs where the rule says so', () => {
    expect(chairPartOf(1n)).toBe('teamLeader');
    expect(chairPartOf(2n)).toBe('communeChair');
    expect(chairOf([one('teamLeader', 'present'), chairman], 'communeChair')).toBe('Lê Minh Toàn (mẫu)');
    expect(chairOf([one('teamLeader', 'present')], 'communeChair')).toBeNull();
  });

  const first = { ...one('teamLeader', 'present', 'Võ Thanh Hà (mẫu)'), leftOffice: null };
  const second = { ...one('teamLeader', 'present', 'Người Mới (mẫu)'), leftOffice: null };
  const head = { ...one('associationHead', 'present', 'Trần Thị Hạnh (mẫu)'), leftOffice: null };
  const left = { ...first, leftOffice: 'Đã thôi giữ chức vụ, nay: Người Mới (mẫu)' };
  const away = { ...first, presence: 'excused' } as const;
  const invitedNames = (
    listed: readonly Omit<Parameters<typeof invitedOf>[0][number], 'id' | 'capacity'>[],
    reached: readonly Id[] = [],
  ) =>
    invitedOf(
      listed.map((row, i) => ({ ...row, id: String(i) as Id, capacity: '' })),
      new Map(),
      { chairPart: 'teamLeader', isHeld: false, reached: new Set(reached) },
    ).map(({ fullName }) => fullName);

  it.each([
    ['the first of the part', first, first.fullName, [second, head]],
    ['the next where the first has left the office', left, second.fullName, [left, head]],
    ['the next where the first is not to be there', away, second.fullName, [away, head]],
  ])('[GV232] [GV64] to chair is %s, who asks the others', (_, leader, name, invited) => {
    const listed = [leader, second, head];
    expect(chairToBe(listed, 'teamLeader')).toBe(name);
    expect(invitedNames(listed)).toEqual(invited.map(({ fullName }) => fullName));
  });

  it('[GV271] who is to chair by now is among the invited where a letter has reached them', () => {
    const listed = [away, second, head];
    expect(invitedNames(listed, ['1' as Id])).toEqual(listed.map(({ fullName }) => fullName));
    expect(invitedNames(listed, ['0' as Id])).toEqual([away.fullName, head.fullName]);
  });

  it('[GV270] once people meet the first of the part asked whom no letter reached, whatever is said of presence', () => {
    const asked = (listed: readonly (typeof first)[], reached: readonly string[]) =>
      chairWhoAsked(listed, 'teamLeader', ({ fullName }) => reached.includes(fullName))?.fullName;
    expect(asked([{ ...first, presence: 'absent' }, second], [second.fullName])).toBe(first.fullName);
    expect(asked([first, second], [first.fullName])).toBe(second.fullName);
    expect(asked([first, second], [first.fullName, second.fullName])).toBe(first.fullName);
  });

  it('[GV232] nobody is named to chair where all of the part have left or are not to be there', () => {
    for (const leader of [left, away]) {
      expect(chairToBe([leader, head], 'teamLeader')).toBeNull();
      // Whose place it is to ask the others gets no letter all the same.
      expect(invitedNames([leader, head])).toEqual([head.fullName]);
    }
  });
});
