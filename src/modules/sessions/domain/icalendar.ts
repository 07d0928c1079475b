import type { BusinessDate } from '../../../kernel/dates.ts';
import { VIETNAM_TIME_ZONE } from '../../../kernel/moment.ts';

/** One event of the feed. Times are Vietnamese; no person is named in any field [SE9]. */
export type FeedEvent = {
  /** Stable over changes of day and hour: the same session keeps its UID [SE8]. */
  readonly uid: string;
  /** Grows with every change [SE8]. */
  readonly sequence: number;
  readonly on: BusinessDate;
  /** `HH:MM`; a session without hours is an event of the whole day. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly isCancelled: boolean;
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
};

/** The feed as text (RFC 5545): CRLF lines of at most 75 bytes, the time zone spelled out. */
export function icalendar(name: string, events: readonly FeedEvent[], stampedAt: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Giao Ban//Lich phien giao dich//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    `X-WR-TIMEZONE:${VIETNAM_TIME_ZONE}`,
    ...TIME_ZONE,
    ...events.flatMap((event) => eventLines(event, stampedAt)),
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${VIETNAM_TIME_ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function eventLines(event: FeedEvent, stampedAt: Date): string[] {
  const compact = event.on.replaceAll('-', '');
  const at = (time: string) => `;TZID=${VIETNAM_TIME_ZONE}:${compact}T${time.slice(0, 5).replace(':', '')}00`;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stampedAt.toISOString().replace(/[-:]|\.\d{3}/g, '')}`,
    event.startsAt ? `DTSTART${at(event.startsAt)}` : `DTSTART;VALUE=DATE:${compact}`,
    ...(event.startsAt && event.endsAt ? [`DTEND${at(event.endsAt)}`] : []),
    `SUMMARY:${escapeText(event.title)}`,
    ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
    ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ];
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');
}

/** Lines over 75 bytes go on in the next line, after a space; no character is cut in two. */
function folded(line: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = utf8Length(character);
    if (bytes + size > 75) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece];
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
