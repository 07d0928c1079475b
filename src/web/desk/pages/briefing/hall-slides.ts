import { formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import type { AgendaKind } from '../../../../modules/governance/domain/agenda.ts';
import { PARTS } from '../../../../modules/governance/domain/attendance.ts';
import { formatInteger, formatShort, moneyChange } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import type { Briefing, BriefingFigures } from './briefing.ts';

/** What the hall's screen shows at a time: one number, or one short list. */
export type Slide = {
  /** The agenda's item it belongs to; null: before the first. */
  readonly itemId: string | null;
  readonly title: string;
  /** One number, as large as the screen takes. */
  readonly number?: { readonly value: string; readonly below: string };
  /** Names with their numbers. */
  readonly rows?: readonly { readonly name: string; readonly value: string }[];
  /** Sentences. */
  readonly lines?: readonly { readonly text: string; readonly below: string }[];
};

type Item = Briefing['agenda'][number];
type Content = Omit<Slide, 'itemId' | 'title'> & { readonly title?: string };
type Part = BriefingFigures['associations'][number];

/** What fits on one screen, to be read from ten metres. */
const ROWS_A_SLIDE = 6;
const LINES_A_SLIDE = 3;

/** Nine digits or more, however they are set apart, that no unit of money follows: identity numbers, phones, contracts. */
const LONG_DIGITS = /(?<![\d.,])\d(?:[ .-]?\d){8,}(?![ .-]?\d)(?!\s*(?:đ|triệu|tỷ))/giu;

/** A text for the hall: numbers that name a person are struck out [GV43]. */
export function forTheHall(text: string): string {
  return text.replace(LONG_DIGITS, '…');
}

/**
 * The slides of a meeting, in the order of its agenda [GV43]. Nothing of a single household is among them: a difficulty about
 * one says that there is one and who raised it.
 */
export function hallSlides(briefing: Briefing, figures: BriefingFigures | undefined): Slide[] {
  const hour = briefing.startsAt === null ? '' : `, ${briefing.startsAt}`;
  const first: Slide = {
    itemId: null,
    title: `${briefing.communeName}, điểm ${briefing.pointName}`,
    number: { value: 'Giao ban', below: `${formatWeekdayDate(briefing.heldOn)}${hour}` },
  };
  const ofItems = briefing.agenda.flatMap((item) =>
    contentsOf(item, briefing, figures).map((content) => ({
      itemId: item.itemId,
      title: item.title,
      ...content,
    })),
  );
  return [first, ...ofItems].map(struck);
}

function struck(slide: Slide): Slide {
  return {
    ...slide,
    title: forTheHall(slide.title),
    ...(slide.lines === undefined
      ? {}
      : {
          lines: slide.lines.map(({ text, below }) => ({ text: forTheHall(text), below: forTheHall(below) })),
        }),
  };
}

/** The slide of an item at which a screen that follows the meeting stands; the first slide where none has been reached. */
export function slideOfItem(slides: readonly Slide[], itemId: string | undefined): number {
  return Math.max(
    0,
    slides.findIndex((slide) => slide.itemId === itemId),
  );
}

function contentsOf(item: Item, briefing: Briefing, figures: BriefingFigures | undefined): Content[] {
  const made = CONTENTS[item.kind](briefing, figures);
  return made.length > 0 ? made : [{ number: { value: `${item.minutes} phút`, below: '' } }];
}

const CONTENTS: Readonly<
  Record<AgendaKind, (briefing: Briefing, figures: BriefingFigures | undefined) => Content[]>
> = {
  attendance: attendanceSlides,
  lastConclusions: ({ before }) => (before === null ? [] : lineSlides(before.conclusions.map(concluded))),
  figures: (_, figures) => (figures === undefined ? [] : figureSlides(figures)),
  due: (_, figures) => (figures === undefined ? [] : dueSlides(figures)),
  difficulties: ({ difficulties }) => lineSlides(difficulties.map(difficultyLine)),
  policies: () => [],
  conclusions: ({ conclusions }) => lineSlides(conclusions.map(concluded)),
  other: () => [],
};

function attendanceSlides({ parts, state }: Briefing): Content[] {
  const there = parts.reduce((sum, part) => sum + part.there, 0);
  const asked = parts.reduce((sum, part) => sum + part.asked, 0);
  const rows = parts.map((part) => ({ name: PARTS[part.part], value: `${part.there}/${part.asked}` }));
  return [
    {
      number: {
        value: `${there}/${asked}`,
        below: state === 'preparing' ? 'người dự kiến dự' : 'người có mặt',
      },
    },
    ...chunks(rows, ROWS_A_SLIDE).map((some) => ({ rows: some })),
  ];
}

type Concluded = {
  readonly text: string;
  readonly ownerName: string | null;
  readonly dueOn: Briefing['heldOn'] | null;
};

function concluded({ text, ownerName, dueOn }: Concluded) {
  const due = dueOn === null ? [] : [`hạn ${formatDate(dueOn)}`];
  return { text, below: [...(ownerName === null ? [] : [ownerName]), ...due].join(', ') };
}

function difficultyLine(difficulty: Briefing['difficulties'][number]) {
  const { about, text, raisedByName, state, givenName, dueOn } = difficulty;
  const given =
    givenName === null ? '' : `, giao ${givenName}${dueOn === null ? '' : `, hạn ${formatDate(dueOn)}`}`;
  const standing = { open: ', chưa trả lời', answered: ', đã trả lời', given }[state];
  return {
    text: about === 'household' ? 'Khó khăn của một hộ vay' : text,
    below: `${raisedByName} nêu${standing}`,
  };
}

function figureSlides({ dataDate, total, associations, groups, points }: BriefingFigures): Content[] {
  if (dataDate === null || total === null) return [];
  const on = `Số liệu ${formatDate(dataDate)}`;
  const one = (title: string, amount: bigint, change: bigint | null): Content => ({
    title,
    number: { value: formatShort(amount), below: change === null ? on : `${moneyChange(change)}. ${on}` },
  });
  const list = (title: string, parts: readonly Part[], amountOf: (part: Part) => bigint) =>
    chunks(parts, ROWS_A_SLIDE).map((some) => ({
      title,
      rows: some.map((part) => ({ name: part.name, value: formatShort(amountOf(part)) })),
    }));
  const named = groups.map((group) => ({
    ...group,
    name: group.villageName === null ? group.name : `${group.name}, ${shortVillage(group.villageName)}`,
  }));
  const raised = points.filter(({ isDropped }) => !isDropped);
  return [
    one('Dư nợ', total.outstandingVnd, total.outstandingChangeVnd),
    one('Quá hạn', total.overdueVnd, null),
    one('Nợ khoanh', total.frozenVnd, null),
    one('Lãi tồn', total.unpaidInterestVnd, total.unpaidInterestChangeVnd),
    ...list('Dư nợ theo hội', associations, (part) => part.outstandingVnd),
    ...list('Lãi tồn theo hội', associations, (part) => part.unpaidInterestVnd),
    ...list('Dư nợ theo tổ', named, (part) => part.outstandingVnd),
    ...list('Lãi tồn theo tổ', named, (part) => part.unpaidInterestVnd),
    ...lineSlides(
      raised.map(({ ownText, pieces }) => ({
        text: ownText ?? pieces.map(({ text }) => text).join(''),
        below: '',
      })),
    ).map((slide) => ({ ...slide, title: 'Điểm cần nêu' })),
  ];
}

function dueSlides({ due }: BriefingFigures): Content[] {
  if (due === null) return [];
  const missing = due.customers - due.reachableCustomers;
  const reached =
    missing === 0 ? 'hộ nào cũng liên lạc được' : `${formatInteger(missing)} hộ chưa liên lạc được`;
  return [
    {
      title: `Đến hạn phiên ${formatDate(due.heldOn)}`,
      number: {
        value: `${formatInteger(due.loans)} món`,
        below: `${formatShort(due.amountVnd)}, ${reached}`,
      },
    },
  ];
}

function lineSlides(lines: readonly { readonly text: string; readonly below: string }[]): Content[] {
  return chunks(lines, LINES_A_SLIDE).map((some) => ({ lines: some }));
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
