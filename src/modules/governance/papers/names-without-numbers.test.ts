import { expect, test } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { invitationText } from '../domain/invitation-text.ts';
import { buildSources } from '../testing/build-sources.ts';
import { writePapers } from './write-papers.ts';

const said = (name: string) => `${name} 0912 345 678`;

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
      ...{ communeName: minutes.commune.name, pointName: minutes.point.name, chairedBy: said('Ông Long') },
    },
    { fullName: 'Trần Thị Mai', isVacant: false, capacity: 'Hội Liên hiệp Phụ nữ' },
  );
  expect(mail).toContain('Chủ trì: Ông Long …\n');
  expect(JSON.stringify(paper)).not.toContain('0912');
});
