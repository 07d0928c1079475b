import { describe, expect, it } from 'vitest';
import { chairOf, chairPartOf, countParts, missingParts, type Part, type Presence } from './attendance.ts';
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
});
