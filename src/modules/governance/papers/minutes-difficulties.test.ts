import { expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { buildSources } from '../testing/build-sources.ts';
import { writePapers } from './write-papers.ts';

const UNANSWERED = {
  ...{ about: null, answer: null, answeredByName: null, answeredAt: null, givenName: null, dueOn: null },
};

it('[GV120] [GV121] minutes say in which meeting a difficulty was raised that another left unanswered, and why one was dropped', () => {
  const difficulties = [
    {
      ...{ ...UNANSWERED, text: 'Đường sạt lở.', raisedByName: 'Hội LHPN' },
      carriedSince: day('2026-11-23'),
    },
    { ...UNANSWERED, text: 'Chờ lịch cắt điện', raisedByName: 'Thôn 2', dropReason: 'Đã có điện' },
  ];
  const [minutes] = writePapers(buildSources({ minutes: { difficulties } }), 'minutes', 'list');
  const said = (minutes?.body ?? []).flatMap((block) => (block.block === 'points' ? block.points : []));
  expect(said).toEqual(
    expect.arrayContaining([
      'Đường sạt lở (Hội LHPN nêu từ giao ban ngày 23 tháng 11 năm 2026). Chưa trả lời.',
      'Chờ lịch cắt điện (Thôn 2 nêu). Bỏ, lý do: Đã có điện.',
    ]),
  );
});

it('[GV139] minutes tell the hour of an answer that was written on the day on which people met, and of no other', () => {
  const ANSWERED = {
    ...UNANSWERED,
    raisedByName: 'Hội LHPN',
    answer: 'Đã có số',
    answeredByName: 'Chủ tịch',
  };
  const difficulties = [
    { ...ANSWERED, text: 'Không gặp được hộ', answeredAt: '2026-11-23T03:56:00.000Z' },
    { ...ANSWERED, text: 'Hộ đi vắng', answeredAt: '2026-11-24T03:56:00.000Z' },
  ];
  const minutes = { metOn: day('2026-11-23'), openedAt: '2026-11-23T03:30:00.000Z', difficulties };
  const [paper] = writePapers(buildSources({ minutes }), 'minutes', 'list');
  const said = (paper?.body ?? []).flatMap((block) => (block.block === 'points' ? block.points : []));
  expect(said).toEqual(
    expect.arrayContaining([
      'Không gặp được hộ (Hội LHPN nêu). Chủ tịch trả lời hồi 10 giờ 56 phút: Đã có số.',
      'Hộ đi vắng (Hội LHPN nêu). Chủ tịch trả lời: Đã có số.',
    ]),
  );
});
