import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { buildNotice, buildPoint } from '../testing/build.ts';
import { feedEvents } from './feed.ts';
import { icalendar } from './icalendar.ts';

const today = day('2026-02-01');
const OTHER_ROW = '00000000-0000-8000-8040-000000000002' as Id;
const feed = (notices = [buildNotice()], changes = 1) =>
  feedEvents(
    {
      points: [buildPoint()],
      notices,
      rowChanges: [{ pointCode: buildPoint().pointCode, on: buildPoint().validFrom, changes: 1 }],
      noticeChanges: [{ pointCode: buildPoint().pointCode, on: day('2026-02-23'), changes }],
    },
    today,
  );
const february = (events: ReturnType<typeof feed>) => events.find(({ uid }) => uid.includes('2026-02'));

describe('the feed', () => {
  it('[SE8] a moved session keeps its UID and its SEQUENCE grows', () => {
    const before = february(feed([], 0));
    const moved = february(feed());
    const withdrawn = february(feed([], 2));
    expect([before?.uid, moved?.uid, withdrawn?.uid]).toEqual(Array(3).fill('TXN054010101-2026-02@giaoban'));
    expect([before?.sequence, moved?.sequence, withdrawn?.sequence]).toEqual([0, 1, 2]);
    expect([before?.on, moved?.on, withdrawn?.on]).toEqual(['2026-02-23', '2026-02-10', '2026-02-23']);
  });

  it('[SE8] SEQUENCE never falls: not when a row takes the place of one that had a notice, nor when it is taken back', () => {
    const old = buildPoint({ validTo: day('2026-01-31') });
    const renewed = buildPoint({ id: OTHER_ROW, fixedDay: 12, validFrom: day('2026-02-01') });
    const asked = (points = [old, renewed], rows = 1) =>
      february(
        feedEvents(
          {
            points,
            notices: [],
            rowChanges: [
              { pointCode: old.pointCode, on: old.validFrom, changes: 1 },
              { pointCode: old.pointCode, on: renewed.validFrom, changes: rows },
            ],
            noticeChanges: [{ pointCode: old.pointCode, on: day('2026-02-23'), changes: 2 }],
          },
          today,
        ),
      )?.sequence;
    const before = february(feed([], 2))?.sequence ?? -1;
    expect(asked()).toBeGreaterThan(before);
    expect(asked([buildPoint()], 2)).toBeGreaterThan(asked() ?? -1);
  });

  it('[SE8] a session left out is cancelled, not forgotten', () => {
    expect(february(feed([buildNotice({ heldOn: null })]))?.isCancelled).toBe(true);
  });

  it('[SE9] is a calendar that programs read: CRLF, lines of at most 75 bytes, Vietnamese time', () => {
    const text = icalendar('Phiên giao dịch Xã Bình Ngọc', feed(), new Date('2026-02-01T01:00:00Z'));
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(text).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20260210T073000');
    expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:Phiên giao dịch và giao ban\\, điểm Bình Ngọc');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(feed().length);
  });

  it('[SE8] is read back by the grammar: one UID each, whole times in the zone it defines, a stamp in UTC', () => {
    const events = feed([buildNotice({ heldOn: null, reason: 'Nghỉ Tết; họp bù, báo sau\nXã báo' })]);
    const calendar = parseCalendar(icalendar('Lịch', events, new Date('2026-02-01T01:02:03.456Z')));
    const zone = calendar.find(({ name }) => name === 'VTIMEZONE');
    expect(zone?.lines).toContainEqual(['TZID', '', 'Asia/Ho_Chi_Minh']);
    const read = calendar.filter(({ name }) => name === 'VEVENT').map(({ lines }) => lines);
    const values = (property: string) =>
      read.flatMap((lines) => lines.filter(([name]) => name === property).map(([, , value]) => value));
    expect(new Set(values('UID')).size).toBe(events.length);
    expect(new Set(values('DTSTAMP'))).toEqual(new Set(['20260201T010203Z']));
    for (const sequence of values('SEQUENCE')) expect(sequence).toMatch(/^\d+$/);
    for (const lines of read)
      for (const [name, parameters, value] of lines.filter(([property]) => property.startsWith('DT')))
        if (name !== 'DTSTAMP') {
          expect(parameters).toBe('TZID=Asia/Ho_Chi_Minh');
          expect(value).toMatch(/^\d{8}T\d{6}$/);
        }
    expect(values('DESCRIPTION')).toContain('7/1 âm lịch. Nghỉ Tết\\; họp bù\\, báo sau\\nXã báo');
    expect(values('STATUS').filter((status) => status === 'CANCELLED')).toHaveLength(1);
  });

  it('a session without hours is an event of the whole day', () => {
    const point = buildPoint({ startsAt: null, endsAt: null });
    const events = feedEvents({ points: [point], notices: [], rowChanges: [], noticeChanges: [] }, today);
    expect(icalendar('x', events, new Date(0))).toContain('DTSTART;VALUE=DATE:20260223');
  });
});

type Component = { name: string; lines: [property: string, parameters: string, value: string][] };

/** Reads the text back as RFC 5545 has it: lines unfolded, each of a name, parameters and a value, components closed in order. */
function parseCalendar(text: string): Component[] {
  const open: Component[] = [];
  const closed: Component[] = [];
  for (const line of text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)) {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)(?:;([^:]*))?:(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (name === 'BEGIN') open.push({ name: value, lines: [] });
    else if (name === 'END') {
      expect(open.at(-1)?.name).toBe(value);
      closed.push(...open.splice(-1));
    } else open.at(-1)?.lines.push([name, parameters, value]);
  }
  expect(open).toEqual([]);
  return closed;
}
