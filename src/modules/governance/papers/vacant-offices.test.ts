import { describe, expect, it } from 'vitest';
import { countParts, type Part, type Presence } from '../domain/attendance.ts';
import type { Minutes } from '../domain/minutes.ts';
import { buildSources } from '../testing/build-sources.ts';
import type { PaperSources } from './gather-papers.ts';
import { writePapers } from './write-papers.ts';

const TITLE = 'Hội Nông dân';
const said = { presence: 'present', deputyName: null, note: null };
const office = { part: 'associationHead', fullName: TITLE, capacity: TITLE, ...said };
const guest = { part: 'other', fullName: TITLE, capacity: TITLE, ...said };

/** What the minutes of a meeting say of who was there. */
function attendanceOf(attendees: Minutes['attendees'], vacant: readonly string[]): string {
  const parts = countParts(
    attendees.map(({ part, fullName, presence, isVacant = false }) => {
      return { part: part as Part, fullName, presence: presence as Presence, isVacant };
    }),
  );
  const sources = buildSources({ minutes: { attendees, parts, vacant } });
  return JSON.stringify(writePapers(sources, 'minutes', 'list'));
}

describe('[GV158] an office that nobody holds and somebody who is called as it is', () => {
  it('are told apart in the minutes', () => {
    const text = attendanceOf(
      [
        { ...office, isVacant: true },
        { ...guest, isVacant: false },
      ],
      [TITLE],
    );
    expect(text).toContain(`Hội nhận ủy thác 0/1; Khách mời 1/1 (${TITLE}).`);
    expect(text).toContain(`Chức vụ chưa có người giữ`);
  });

  it('are known by their words in minutes closed before that was kept', () => {
    const kept = { ...office, presence: 'excused' };
    expect(attendanceOf([kept], [])).toContain(`${TITLE}.`);
    expect(attendanceOf([kept], [])).not.toContain(`${TITLE}, ${TITLE}`);
    expect(attendanceOf([{ ...kept, isVacant: false }], [])).toContain(`${TITLE}, ${TITLE}`);
  });

  it('are told apart where they are invited; a vacant chair stands by its title alone', () => {
    const { attendees } = buildSources();
    const [chair, one] = attendees as [PaperSources['attendees'][number], PaperSources['attendees'][number]];
    const called = { ...one, fullName: TITLE, capacity: TITLE };
    const text = (isVacant: boolean) =>
      JSON.stringify(
        writePapers(buildSources({ attendees: [chair, { ...called, isVacant }] }), 'invitation', 'each'),
      );
    expect(text(true)).toContain(`["${TITLE}"]`);
    expect(text(false)).toContain(`["Ông (bà) ${TITLE}, ${TITLE}"]`);
    const vacantChair = { ...chair, fullName: 'Cán bộ tín dụng', isVacant: true };
    const chaired = writePapers(buildSources({ attendees: [vacantChair, one] }), 'invitation', 'each');
    expect(JSON.stringify(chaired)).not.toContain('Cán bộ tín dụng');
  });
});

it('[GV162] who has left the office is not invited by what is printed now', () => {
  const { attendees } = buildSources();
  const leaving = attendees.map((one, i) => (i === 1 ? { ...one, leftOffice: 'Đã thôi giữ chức vụ' } : one));
  const count = (of: PaperSources['attendees']) =>
    writePapers(buildSources({ attendees: of }), 'invitation', 'each').length;
  expect(count(leaving)).toBe(count(attendees) - 1);
});
