import type { AgendaKind } from '../../../../modules/governance/domain/agenda.ts';
import { MOST_AGENDA_MINUTES } from '../../../../modules/governance/domain/bounds.ts';

/** An item of an agenda as it is being written. */
export type AgendaLine = {
  readonly itemId: string;
  readonly kind: AgendaKind;
  readonly title: string;
  readonly minutes: number;
  /** What it is about, in some lines; an agenda template has none. */
  readonly note?: string | null | undefined;
};

/** What a person adds, before it has a name. */
export const NEW_LINE: Omit<AgendaLine, 'itemId'> = { kind: 'other', title: '', minutes: 5 };

const DAY_MINUTES = 24 * 60;

/** What is said of a length that is none. */
export const MINUTES_WORDS = `Gõ một số nguyên từ 0 đến ${MOST_AGENDA_MINUTES}.`;

/** Minutes as typed; undefined for what is no whole number of them, or more than four hours: nothing is made of it. */
export function minutesTyped(text: string): number | undefined {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  return minutes === undefined || minutes > MOST_AGENDA_MINUTES ? undefined : minutes;
}

/** The note of an item as it is sent: nothing typed is no note. */
export function noteOf({ note }: Pick<AgendaLine, 'note'>): string | null {
  return note == null || note.trim() === '' ? null : note;
}

/** An item in one line, with its note: `Chính sách, vốn mới (5 phút): Mức vay mới`. */
export function lineText(line: Pick<AgendaLine, 'title' | 'minutes' | 'note'>): string {
  const note = noteOf(line);
  return `${line.title} (${line.minutes} phút)${note === null ? '' : `: ${note}`}`;
}

/** The planned length of all items, minutes. */
export function sumOfMinutes(lines: readonly Pick<AgendaLine, 'minutes'>[]): number {
  return lines.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The hour at which a meeting that begins at `10:00` has gone through all items. */
export function endsAt(startsAt: string, lines: readonly Pick<AgendaLine, 'minutes'>[]): string {
  const [hours = 0, minutes = 0] = startsAt.split(':').map(Number);
  const end = (hours * 60 + minutes + sumOfMinutes(lines)) % DAY_MINUTES;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** The items with one of them a place up or down; unchanged at either end. */
export function movedLine<T>(lines: readonly T[], i: number, by: -1 | 1): readonly T[] {
  const line = lines[i];
  const to = i + by;
  if (line === undefined || to < 0 || to >= lines.length) return lines;
  const moved = lines.filter((_, at) => at !== i);
  return [...moved.slice(0, to), line, ...moved.slice(to)];
}
