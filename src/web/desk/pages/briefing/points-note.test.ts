import { expect, it } from 'vitest';
import type { BriefingFigures } from './briefing.ts';
import { pointsNote } from './points-note.ts';

const due = (...pointNames: string[]) => ({ pointNames }) as unknown as NonNullable<BriefingFigures['due']>;
const note = (own: BriefingFigures['due'], next: BriefingFigures['due'] = null) =>
  pointsNote({ due: own, dueNext: next }, 'Xã Sơn Long');

it('[GV240] in a commune of several points it is said whose what falls due is: this point’s, or that of all that hold their session then', () => {
  const ofNone = 'Hệ thống chuẩn bị từ số liệu, người họp sửa được';
  expect([note(null), note(due(), due())]).toEqual([ofNone, ofNone]);
  const ofOne = 'Chuẩn bị từ số liệu: nợ đến hạn của điểm này, số khác của toàn xã';
  expect(note(due('Sơn Long'))).toBe(ofOne);
  const ofBoth = 'Chuẩn bị từ số liệu: nợ đến hạn của các điểm cùng phiên, số khác của toàn xã';
  expect(note(due('Sơn Long', 'Vân Hòa'))).toBe(ofBoth);
  expect(note(due('Sơn Long'), due('Sơn Long', 'Vân Hòa'))).toBe(ofBoth);
});
