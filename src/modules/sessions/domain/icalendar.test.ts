import { describe, expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { buildNotice, buildPoint } from '../testing/build.ts';
import { feedEvents } from './feed.ts';
import { icalendar } from './icalendar.ts';

const today = day('2026-02-01');
const feed = (notices = [buildNotice()], changes = 1) =>
  feedEvents(
    {
      points: [buildPoint()],
      notices,
      noticeChanges: [{ pointId: buildPoint().id, regularOn: day('2026-02-23'), changes }],
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

  it('a session without hours is an event of the whole day', () => {
    const point = buildPoint({ startsAt: null, endsAt: null });
    const events = feedEvents({ points: [point], notices: [], noticeChanges: [] }, today);
    expect(icalendar('x', events, new Date(0))).toContain('DTSTART;VALUE=DATE:20260223');
  });
});
