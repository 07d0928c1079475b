import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Figures, Group, Loan } from './commune-facts.ts';
import { aboutOf, conclusionsOf } from './conclusions.ts';
import { difficultiesOf } from './difficulties.ts';
import type { Meeting } from './meeting.ts';
import { lackingIn, reportDone, reportPartly } from './reports.ts';

const loan = (overrides: Partial<Loan>): Loan =>
  ({
    householdId: '0192f0c8-0000-7000-8000-000000000001' as Id,
    contractNo: '6600000700000122',
    customerCode: '6600000122',
    customerName: 'Hồ Văn Hải',
    villageCode: '54010103',
    villageName: 'Thôn Ngọc Phước 2',
    groupCode: '0026002',
    associationCode: '12',
    outstandingVnd: 100_000_000n,
    overdueVnd: 100_000_000n,
    phone: null,
    phoneWrongSince: null,
    ...overrides,
  }) as Loan;

const group = {
  groupCode: '0026002',
  leaderName: 'Dương Hữu Quang',
  villageCode: '54010103',
  villageName: 'Thôn Ngọc Phước 2',
  associationCode: '12',
  score: { grade: 'Trung bình' },
} as Group;

/** A meeting of a commune in which everything is the matter, on any day. */
function meetingOn(heldOn = day('2026-10-23')): Meeting {
  const place = '540101|TXN054010101';
  return {
    ...{ heldOn, place, seed: `${place}|${heldOn}`, dataDate: day('2026-09-30'), villageCodes: ['54010103'] },
    isLast: false,
    figures: { groups: [{ key: '0026002', unpaidInterestChangeVnd: 2_200_000n }] } as unknown as Figures,
    facts: {
      groups: [group],
      disbursed: [loan({}), loan({ contractNo: '6600000700000123' })],
      overdue: [loan({})],
      inactive: [loan({ lastTransactionOn: day('2026-05-23') })],
      freezesEnding: [loan({ freezeEndsOn: day('2027-01-23') })],
      due: [loan({ dueOnSession: addDays(heldOn, 31), overdueVnd: 0n })],
      owner: (seat) => ({ ownerSeat: seat, ownerName: seat }),
    },
  };
}

const meetings = Array.from({ length: 60 }, (_, i) => meetingOn(addDays(day('2025-11-01'), i * 6)));

describe('what a meeting of the demo concludes', () => {
  it('follows from its figures, and is the same every time', () => {
    expect(conclusionsOf(meetingOn())).toEqual(conclusionsOf(meetingOn()));
    const texts = conclusionsOf(meetingOn()).map(({ text }) => text);
    expect(texts.join('\n')).toMatch(/2 món (giải ngân trong|của) 30 ngày/);
    expect(texts.join('\n')).toContain('phiên 23/11/2026 tới 1 hộ, 100 triệu');
  });

  it('is three to five lines with a day after the meeting, each about one matter', () => {
    for (const meeting of meetings) {
      const lines = conclusionsOf(meeting);
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(5);
      for (const { dueOn } of lines) expect(dueOn > meeting.heldOn).toBe(true);
      expect(new Set(lines.map(({ text }) => aboutOf(text))).size).toBe(lines.length);
    }
  });

  it('has a report and a reason to return it for each matter', () => {
    const texts = meetings.flatMap((meeting) => [
      ...conclusionsOf(meeting).map(({ text }) => text),
      ...difficultiesOf(meeting).flatMap(({ settled, text }) => ('owner' in settled ? [text] : [])),
    ]);
    expect(new Set(texts.map(aboutOf))).not.toContain(undefined);
    for (const text of texts) {
      expect(reportDone(text, text).text).not.toBe('');
      expect(reportPartly(text).outcome).toBe('partly');
      expect(lackingIn(text)).not.toContain('Chưa rõ kết quả');
    }
  });

  it('says nothing of what the figures do not show', () => {
    const meeting = meetingOn();
    const quiet = { disbursed: [], overdue: [], inactive: [], freezesEnding: [], due: [], groups: [] };
    const figures = { groups: [] } as unknown as Figures;
    const silent = { ...meeting, figures, facts: { ...meeting.facts, ...quiet } };
    expect(conclusionsOf(silent)).toEqual([]);
    expect(difficultiesOf(silent)).toEqual([]);
  });

  it('is not about loans of another point', () => {
    const meeting = { ...meetingOn(), villageCodes: ['54010101'] };
    expect(conclusionsOf(meeting)).toEqual([]);
  });
});

describe('difficulties of a meeting of the demo', () => {
  it('are one to three, said by leaders of its groups', () => {
    for (const meeting of meetings) {
      const raised = difficultiesOf(meeting);
      expect(raised.length).toBeGreaterThanOrEqual(1);
      expect(raised.length).toBeLessThanOrEqual(3);
      for (const { saidBy } of raised) expect(saidBy).toBe('Dương Hữu Quang, tổ 0026002');
    }
  });
});
