import { describe, expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import type { Briefing, BriefingFigures } from './briefing.ts';
import { forTheHall, hallSlides, slideOfItem } from './hall-slides.ts';
import type { ResultsBefore } from './results-before.ts';

const item = (itemId: string, kind: Briefing['agenda'][number]['kind'], title: string) => ({
  ...{ itemId, kind, title, hallTitle: title, minutes: 5, note: null, hallNote: null, reachedAt: null },
});
const BRIEFING = {
  communeName: 'Xã Bình Ngọc',
  pointName: 'Bình Ngọc',
  heldOn: day('2026-11-23'),
  metOn: day('2026-11-23'),
  startsAt: '07:30',
  meetsAt: '10:30',
  hourToldByName: null,
  agenda: [
    item('a', 'figures', 'Số liệu'),
    item('b', 'difficulties', 'Khó khăn'),
    item('c', 'policies', 'Chính sách'),
    item('d', 'conclusions', 'Kết luận'),
  ],
  parts: [],
  attendees: [],
  today: '2026-11-23',
  hallHouseholdLevel: 1,
  before: null,
  difficulties: [
    {
      ...{
        about: 'household',
        text: 'Không gặp hộ Đỗ Công Quang',
        hallText: 'Khó khăn của một hộ vay',
        personName: 'Đỗ Công Quang',
        customerCode: '1234567890',
      },
      ...{
        hallRaisedBy: 'Đỗ Hữu Sơn',
        state: 'given',
        hallGivenTo: 'Công an xã',
        dueOn: '2026-11-30',
        carriedSince: null,
      },
    },
    {
      about: 'matter',
      text: 'Gọi 0987 654 321 không được',
      hallText: 'Gọi 0987 654 321 không được',
      hallRaisedBy: 'Hội LHPN',
      state: 'open',
      hallGivenTo: null,
      carriedSince: null,
    },
  ],
  conclusions: Array.from({ length: 4 }, (_, i) => ({
    hallText: `Kết luận ${i}, CCCD 066186001234`,
    hallOwner: 'Công an xã, 0912345678',
    dueOn: '2026-11-30',
  })),
} as unknown as Briefing;

const PART = { name: 'Hội Nông dân', outstandingVnd: 7_731_000_000n, unpaidInterestVnd: 102_700_000n };
const FIGURES = {
  dataDate: '2026-10-31',
  total: {
    ...PART,
    outstandingChangeVnd: 252_000_000n,
    overdueVnd: 0n,
    frozenVnd: 0n,
    unpaidInterestChangeVnd: null,
  },
  associations: [PART],
  groups: Array.from({ length: 7 }, (_, i) => ({ ...PART, name: `Tổ ${i}`, villageName: 'Thôn Ngọc Lãng' })),
  stale: null,
  points: [
    { isDropped: false, ownText: null, hallText: null, pieces: [{ text: 'Một ' }, { text: 'câu' }] },
    { isDropped: true, ownText: 'Không nêu', hallText: 'Không nêu', pieces: [] },
    { isDropped: false, ownText: 'Hộ Đỗ Công Quang còn nợ', hallText: null, pieces: [] },
  ],
  due: null,
  dueNext: null,
} as unknown as BriefingFigures;

const NOTHING_TOLD = { heldOn: '2026-10-23', results: [], difficulties: [], earlier: null };

describe('the screen of the hall', () => {
  test('[GV109] of a meeting that is not held says so and why, and nothing else', () => {
    const cancelled = { byName: 'Võ Thanh Hà', at: '2026-11-23T01:00:00Z', reason: 'Hộ Quang' };
    const hallReason = 'Bão, gọi 0987 654 321';
    const briefing = { ...BRIEFING, state: 'cancelled', cancelled: { ...cancelled, hallReason } } as Briefing;
    expect(hallSlides({ briefing, figures: FIGURES, before: null })).toEqual([
      {
        itemId: null,
        title: 'Xã Bình Ngọc, điểm Bình Ngọc',
        number: { value: 'Không tổ chức', below: 'giao ban Thứ Hai 23/11/2026' },
        lines: [{ text: 'Bão, gọi …', below: '' }],
      },
    ]);
  });

  const slides = hallSlides({ briefing: BRIEFING, figures: FIGURES, before: null });
  const words = JSON.stringify(slides);

  test('[GV43] shows no household, no customer, no identity number and no phone', () => {
    for (const secret of ['Đỗ Công Quang', '1234567890', '0987', '066186001234', '0912345678'])
      expect(words).not.toContain(secret);
    expect(words).toContain('Khó khăn của một hộ vay');
    expect(words).toContain('Đỗ Hữu Sơn nêu, giao Công an xã, hạn 30/11/2026');
  });

  test('[GV43] amounts stay, long digits go', () => {
    expect(forTheHall('Thu 1.234.567.890 đ, gọi 0987.654.321')).toBe('Thu 1.234.567.890 đ, gọi …');
    expect(forTheHall('Ngày 23/11/2026, tổ 0026000, 12345678')).toBe('Ngày 23/11/2026, tổ 0026000, 12345678');
    expect(forTheHall('066-186-001-234')).toBe('…');
  });

  test('[GV100] what was noted of an item stands on its slides line by line, without long digits', () => {
    const agenda = [{ ...item('c', 'policies', 'Chính sách'), hallNote: 'Mức vay mới\n\nGọi 0987 654 321' }];
    const briefing = { ...BRIEFING, agenda } as unknown as Briefing;
    const slides = hallSlides({ briefing, figures: undefined, before: null });
    expect(slides.slice(1).map(({ title, lines }) => [title, lines?.map(({ text }) => text)])).toEqual([
      ['Chính sách', ['Mức vay mới', 'Gọi …']],
    ]);
  });

  test.each([
    [{ days: 54, on: 'today' as const }, 'Số liệu 31/10/2026, cũ 54 ngày'],
    [{ days: 54, on: 'meeting' as const }, 'Số liệu 31/10/2026, cũ 54 ngày vào ngày họp'],
    [null, 'Số liệu 31/10/2026'],
  ])(
    '[GV107] [GV167] of figures that are too old the hall says how old and when, of fresh ones their day',
    (stale, said) => {
      const told = hallSlides({ briefing: BRIEFING, figures: { ...FIGURES, stale }, before: null });
      expect(told.find(({ title }) => title === 'Quá hạn')?.number?.below).toBe(said);
    },
  );

  test('[GV43] where nothing falls due no amount and no reach is told of it', () => {
    const briefing = { ...BRIEFING, agenda: [item('c', 'due', 'Đến hạn')] } as unknown as Briefing;
    const nobody = { loans: 0, customers: 0, reachableCustomers: 0, amountVnd: 0n };
    const due = { heldOn: '2026-11-23', pointNames: [], ...nobody };
    const [, slide] = hallSlides({ briefing, figures: { ...FIGURES, due } as never, before: null });
    expect(slide?.number?.value).toBe('Không có món nào');
  });

  test('[GV43] follows the agenda, one number or one short list at a time', () => {
    expect(slides.map(({ itemId }) => itemId).filter((id, i, all) => id !== all[i - 1])).toEqual([
      ...[null, 'a', 'b', 'c', 'd'],
    ]);
    expect(slides.find(({ title }) => title === 'Dư nợ')?.number).toEqual({
      ...{ value: '7,731 tỷ', below: 'tăng 252 triệu. Số liệu 31/10/2026' },
    });
    const byGroup = slides.filter(({ title }) => title === 'Dư nợ theo tổ');
    expect(byGroup.map(({ rows }) => rows?.length)).toEqual([6, 1]);
    expect(slides.filter(({ itemId }) => itemId === 'd').map(({ lines }) => lines?.length)).toEqual([3, 1]);
    expect(slides.find(({ title }) => title === 'Điểm cần nêu')?.lines).toEqual([
      { text: 'Một câu', below: '' },
    ]);
    expect(slideOfItem(slides, 'd')).toBe(slides.length - 2);
    expect(slideOfItem(slides, undefined)).toBe(0);
  });

  test('[GV43] long sentences come fewer to a slide, so that none is cut off', () => {
    const text = 'Kiểm tra sử dụng vốn của các món giải ngân trong tháng theo mẫu 06/TD, nộp phiếu về tổ';
    const conclusions = Array(3).fill({ hallText: text, hallOwner: 'Hội Liên hiệp Phụ nữ', dueOn: null });
    const briefing = { ...BRIEFING, conclusions } as unknown as Briefing;
    const slides = hallSlides({ briefing, figures: undefined, before: null });
    expect(slides.filter(({ itemId }) => itemId === 'd').map(({ lines }) => lines?.length)).toEqual([2, 1]);
  });

  test('[GV91] last time’s conclusions stand with what became of them and by whom, the late ones first', () => {
    const agenda = [item('e', 'lastConclusions', 'Kết luận kỳ trước')];
    const before = {
      briefingId: 'x',
      heldOn: '2026-10-23',
      conclusions: [{ hallText: 'Một dòng', hallOwner: null, dueOn: null }],
    };
    const briefing = { ...BRIEFING, agenda, before } as unknown as Briefing;
    const result = { dueOn: '2026-11-10', hallOwner: 'Hội LHPN', report: null, isContradicted: false };
    const results = [
      { ...result, hallText: 'Kiểm tra 06/TD', state: 'done', lateDays: 0 },
      { ...result, hallText: 'Việc đã thôi', state: 'cancelled', lateDays: 0 },
      {
        ...{ ...result, hallText: 'Tìm hộ, gọi 0912345678', hallOwner: 'Công an xã' },
        ...{ state: 'working', lateDays: 13 },
      },
      { ...result, hallText: 'Chờ nhận', hallOwner: null, state: 'reported', lateDays: 2 },
    ];
    const told = { ...NOTHING_TOLD, results } as unknown as ResultsBefore;
    const [, number, ...lines] = hallSlides({ briefing, figures: undefined, before: told });
    expect(number?.number).toEqual({
      ...{ value: '1/3', below: 'việc của giao ban 23/10/2026 đã xong, 1 việc trễ' },
    });
    expect(lines.flatMap((slide) => slide.lines)).toEqual([
      { text: 'Tìm hộ, gọi …', below: 'Đang làm, chưa có báo cáo, trễ 13 ngày. Công an xã' },
      { text: 'Chờ nhận', below: 'Đã báo cáo, chờ nhận kết quả, trễ 2 ngày' },
      { text: 'Kiểm tra 06/TD', below: 'Xong. Hội LHPN' },
      { text: 'Việc đã thôi', below: 'Đã hủy. Hội LHPN' },
    ]);
    const ofNone = { ...NOTHING_TOLD, results: [] } as unknown as ResultsBefore;
    expect(hallSlides({ briefing, figures: undefined, before: ofNone })[1]?.number).toEqual({
      ...{ value: 'Không có kết luận', below: 'của giao ban 23/10/2026' },
    });
    expect(hallSlides({ briefing, figures: undefined, before: null })[1]?.lines).toEqual([
      { text: 'Một dòng', below: '' },
    ]);
  });

  test('[GV88] what is left of the months before stands as one number and who is late, without a word of it', () => {
    const agenda = [item('e', 'lastConclusions', 'Kết luận kỳ trước')];
    const briefing = { ...BRIEFING, agenda } as unknown as Briefing;
    const owner = (i: number) => ({ ownerName: `Tổ trưởng ${i}, 0912345678`, late: 2, mostDays: 37 });
    const earlier = {
      ...{ unfinished: 16, late: 14, lateBy: Array.from({ length: 7 }, (_, i) => owner(i)) },
      longest: [{ text: 'Gặp hộ Đỗ Công Quang' }],
    };
    const told = { ...NOTHING_TOLD, earlier } as unknown as ResultsBefore;
    const [, , number, ...rest] = hallSlides({ briefing, figures: undefined, before: told });
    expect(number).toMatchObject({
      title: 'Việc của các kỳ trước',
      number: { value: '16 việc', below: 'của các kỳ trước chưa xong, 14 việc trễ' },
    });
    expect(rest.flatMap(({ lines }) => lines)).toHaveLength(7);
    expect(rest[0]?.lines?.[0]).toEqual({ text: 'Tổ trưởng 0, …', below: '2 việc, lâu nhất trễ 37 ngày' });
    expect(JSON.stringify(rest)).not.toContain('Đỗ Công Quang');
  });

  test('[GV115] a conclusion stands as far as the hall may see it; of which it sees nothing leaves no line', () => {
    const agenda = [item('e', 'lastConclusions', 'Kết luận kỳ trước'), item('f', 'conclusions', 'Kết luận')];
    const line = (text: string, hallText: string | null) => ({
      text,
      hallText,
      ownerName: null,
      dueOn: null,
    });
    const conclusions = [
      line('Mời hộ Đỗ Công Quang', 'Kết luận về một hộ vay'),
      line('Thu của Đỗ Công Quang', null),
    ];
    const before = { briefingId: 'x', heldOn: '2026-10-23', conclusions };
    const briefing = { ...BRIEFING, agenda, before, conclusions } as unknown as Briefing;
    const [, last, now] = hallSlides({ briefing, figures: undefined, before: null });
    for (const slide of [last, now])
      expect(slide?.lines).toEqual([{ text: 'Kết luận về một hộ vay', below: '' }]);
  });
});
