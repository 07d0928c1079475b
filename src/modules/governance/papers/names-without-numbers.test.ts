import { expect, test } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { invitationText } from '../domain/invitation-text.ts';
import { buildSources } from '../testing/build-sources.ts';
import { only } from '../testing/read-papers.ts';
import { writePapers } from './write-papers.ts';

const said = (name: string) => `${name} 0912 345 678`;
const saidWith = (what: string) => `${what}, gọi 0912 345 678, CCCD 054123456789`;

test('[GV108] who chairs, writes and signs, typed as a deputy, stands in minutes and under them without phones', () => {
  const { minutes } = buildSources();
  const [head] = minutes.attendees.filter(({ part }) => part === 'associationHead');
  if (!head) throw new Error('the sample lacks an association');
  const sources = buildSources({
    minutes: {
      chairedBy: said('Ông Long'),
      recordedBy: said('Bà Lan'),
      attendees: [
        { ...head, presence: 'deputy', deputyName: said('Bà Sen') },
        { ...head, part: 'communeChair', presence: 'deputy', deputyName: said('Ông Tâm') },
      ],
    },
  });
  const [paper] = writePapers(sources, 'minutes', 'list');
  expect(paper?.signatures.map(({ name }) => name).sort()).toEqual(
    ['Bà Lan …', 'Bà Sen …', 'Ông Long …', 'Ông Tâm …'].sort(),
  );
  expect(JSON.stringify(paper)).not.toContain('0912');
});

test('[GV108] so does who chairs in the invitation, on paper and by mail', () => {
  const { minutes, attendees } = buildSources();
  const [leader] = attendees.filter(({ part }) => part === 'teamLeader');
  if (!leader) throw new Error('the sample lacks the team leader');
  const sources = buildSources({
    attendees: [{ ...leader, fullName: said('Ông Long') }],
  });
  const [paper] = writePapers(sources, 'invitation', 'list');
  expect(JSON.stringify(paper)).toContain('Ông Long …');
  const mail = invitationText(
    {
      heldOn: day('2026-11-23'),
      ...{ place: null, startsAt: '07:30', meetsAt: null, agenda: [], bring: null },
      ...{ communeName: minutes.commune.name, pointName: minutes.point.name },
      chair: { title: 'Tổ trưởng Tổ giao dịch xã', name: said('Ông Long'), isDeputy: false },
    },
    { fullName: 'Trần Thị Mai', isVacant: false, capacity: 'Hội Liên hiệp Phụ nữ' },
    null,
  );
  expect(mail).toContain('Chủ trì: Ông Long …, Tổ trưởng Tổ giao dịch xã\n');
  expect(JSON.stringify(paper)).not.toContain('0912');
});

test('[GV108] notes, reports, reasons and addenda are printed without phones and identity numbers', () => {
  const { before, minutes } = buildSources();
  const [result] = before?.results ?? [];
  const [attendee] = minutes.attendees;
  if (!before || !result?.report || !attendee) throw new Error('the sample lacks results or attendees');
  const said = saidWith;
  const returned = {
    ...result,
    ...{ state: 'returned' as const, reason: said('Trả lại') },
    report: { ...result.report, text: said('Đã gặp hộ') },
  };
  const addendum = { number: 1, writtenByName: 'Võ Thanh Hà', writtenAt: '2027-02-05T03:00:00Z' };
  const sources = buildSources({
    minutes: {
      before: { ...before, results: [returned] },
      attendees: [{ ...attendee, presence: 'excused', note: said('Đi họp') }],
      agenda: [{ reachedAt: null, title: said('Chính sách'), note: said('Mức vay mới') }],
    },
    addenda: [{ ...addendum, text: said('Bổ sung'), reason: said('Ghi thiếu') }],
  });
  const printed = JSON.stringify([...writePapers(sources, 'minutes', 'list'), only(sources, 'results')]);
  const whats = ['Trả lại', 'Đã gặp hộ', 'Đi họp', 'Chính sách', 'Mức vay mới', 'Bổ sung', 'Ghi thiếu'];
  for (const what of whats) expect(printed).toContain(`${what}, gọi …, CCCD …`);
  expect(printed).not.toMatch(/0912|054123456789/);
});

test('[GV108] so are conclusions, own words of points, deputies, guests, the agenda and what to bring', () => {
  const { before, minutes, agenda, briefing, attendees } = buildSources();
  const guest = attendees.find(({ part }) => part === 'associationHead');
  const [[conclusion], [attendee], [item], [result]] = [
    minutes.conclusions,
    minutes.attendees,
    agenda,
    before?.results ?? [],
  ];
  if (!before || !conclusion || !attendee || !item || !result || !guest)
    throw new Error('the sample lacks a part');
  const said = saidWith;
  const sources = buildSources({
    before: {
      ...before,
      results: [
        {
          ...result,
          ...{ text: said('Việc kỳ trước'), ownerName: said('Ông Long') },
          ...{ insteadOf: said('Bà Mai'), ownerNow: said('Cô Lan') },
        },
      ],
    },
    agenda: [{ ...item, title: said('Mục mới') }],
    attendees: [{ ...guest, fullName: said('Bà Mận') }],
    briefing: { ...briefing, bring: said('Sổ tổ') },
    minutes: {
      conclusions: [{ ...conclusion, text: said('Mời hộ'), ownerSeat: null, ownerName: said('Trạm xá') }],
      points: [said('Nợ giảm')],
      attendees: [
        { ...attendee, presence: 'deputy', deputyName: said('Ông Tâm') },
        { ...attendee, fullName: said('Bà Sen'), capacity: said('Hiệu trưởng'), presence: 'late' },
      ],
    },
  });
  const kinds = ['invitation', 'minutes', 'conclusions', 'assignment', 'results'] as const;
  for (const [kind, whats] of [
    ['invitation', ['Mục mới', 'Sổ tổ', 'Bà Mận']],
    ['minutes', ['Mời hộ', 'Trạm xá', 'Nợ giảm', 'Ông Tâm', 'Bà Sen', 'Hiệu trưởng']],
    ['conclusions', ['Mời hộ', 'Trạm xá']],
    ['assignment', ['Mời hộ', 'Trạm xá']],
    ['results', ['Việc kỳ trước', 'Ông Long', 'Bà Mai', 'Cô Lan']],
  ] as const)
    for (const what of whats)
      expect(JSON.stringify(writePapers(sources, kind, 'list')), kind).toContain(`${what}, gọi …, CCCD …`);
  for (const kind of kinds)
    expect(JSON.stringify(writePapers(sources, kind, 'list')), kind).not.toMatch(/0912|054123456789/);
});
