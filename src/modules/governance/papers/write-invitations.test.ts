import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { buildSources } from '../testing/build-sources.ts';
import { only, textOf } from '../testing/read-papers.ts';
import { paperFileName } from './render-papers.ts';
import { writePapers } from './write-papers.ts';

describe('the invitations of a briefing', () => {
  it('[GV64] one invitation with the list, one for each person, or both; who chairs is not asked', () => {
    const sources = buildSources();
    const addresseesOf = (form: 'list' | 'each' | 'both') =>
      writePapers(sources, 'invitation', form).map(({ addressees }) => addressees.join());
    expect(addresseesOf('list')).toEqual(['Các ông, bà có tên trong danh sách kèm theo']);
    expect(addresseesOf('each')).toHaveLength(3);
    expect(paperFileName(sources, { kind: 'invitation', format: 'docx', form: 'each' })).toBe(
      'Giấy mời giao ban từng người Bình Ngọc 2027-02-05.docx',
    );
    expect(addresseesOf('both')).toHaveLength(4);
    expect(addresseesOf('each')[1]).toBe('Ông (bà) Người thứ ba, Hội Liên hiệp Phụ nữ');
    expect(only(sources, 'invitation').annexes[0]?.blocks[1]).toMatchObject({
      rows: expect.arrayContaining([['2', 'Người thứ ba', 'Hội Liên hiệp Phụ nữ', '']]),
    });
  });

  it('[GV41] the invitation says where people meet: the place in words, or the point while nobody has written one', () => {
    const placeOf = (place: string | null) => {
      const sources = buildSources();
      return textOf(only({ ...sources, briefing: { ...sources.briefing, place } }, 'invitation').body);
    };
    expect(placeOf('Nhà văn hóa thôn 1')).toMatch(/2\. Địa điểm: Nhà văn hóa thôn 1\. /);
    expect(placeOf(null)).toMatch(/2\. Địa điểm: điểm giao dịch \S[^.]*\. /);
  });

  it('[GV181] whoever has an earlier invitation reads first that this one takes its place, nobody else does; the list says it too', () => {
    const sources = buildSources();
    const [, asked, ...others] = sources.attendees;
    if (asked === undefined) throw new Error('nobody is asked');
    const attendees = [sources.attendees[0], asked, ...others].flatMap((one, i) =>
      one === undefined ? [] : [{ ...one, id: `${i}` as typeof one.id }],
    );
    const { place } = sources.briefing;
    const before = { heldOn: day('2027-02-05'), hour: '09:00', hourOf: 'meeting' as const, place };
    const replaced = new Map([
      ['1' as Id, { ...before, bring: null, calledOff: null, how: 'handed' as const, on: day('2027-02-01') }],
    ]);
    const moved = buildSources({ attendees, replaced });
    const first = (form: 'list' | 'each') =>
      writePapers(moved, 'invitation', form).map(({ body }) => textOf(body[0]));
    const [one = '', ...rest] = first('each');
    expect(one).toContain(
      'Giấy mời này thay giấy mời giao ngày 01/02/2027 (đổi giờ họp từ 9 giờ sang 10 giờ 30 phút).',
    );
    expect(rest.join()).not.toContain('thay giấy mời');
    expect(first('list').join()).toContain('Giấy mời này thay giấy mời trước (đổi giờ họp');
    expect(textOf(only(sources, 'invitation'))).not.toContain('thay giấy mời');
    // Whoever of the list has one.
    const last = buildSources({
      attendees,
      replaced: new Map([...replaced].map(([, said]) => ['3' as Id, said])),
    });
    expect(textOf(only(last, 'invitation'))).toContain('Giấy mời này thay giấy mời trước (đổi giờ họp');
  });

  it('[GV219] who holds two offices of the list is named once, with both, on the sheet and on the list that all sign', () => {
    const { attendees: listed } = buildSources();
    const attendees = listed.map((one, i) => ({ ...one, id: `${i}` as Id }));
    const [, , first, second] = attendees;
    if (!first || !second) throw new Error('the sample asks too few');
    const person = { key: 'mai' as Id, seats: [] };
    const twice = buildSources({
      attendees,
      persons: new Map([first, second].map(({ id }) => [id, person])),
    });
    const both = `${first.capacity}, ${second.capacity}`;
    const each = writePapers(twice, 'invitation', 'each').map(textOf);
    expect(each).toHaveLength(attendees.length - 2);
    expect(each.at(-1)).toContain(`Ông (bà) ${first.fullName}, ${both}`);
    expect(textOf(only(twice, 'invitation'))).toContain(`2 ${first.fullName} ${both}`);
    expect(textOf(only(twice, 'invitation'))).not.toContain(second.fullName);
  });
});
