import { formatDate, formatWeekdayDate } from '../../../../kernel/dates.ts';
import type { AgendaKind } from '../../../../modules/governance/domain/agenda.ts';
import { isHeld } from '../../../../modules/governance/domain/briefing.ts';
import { countResults } from '../../../../modules/governance/domain/papers/results.ts';
import { withoutLongNumbers } from '../../../../modules/governance/domain/personal-numbers.ts';
import { partTitle, placeTitles } from '../../../../modules/governance/domain/titles-of-place.ts';
import { formatInteger, formatShort, moneyChange } from '../../../shared/format.ts';
import { shortVillage } from '../../../shared/names.ts';
import { ageWords, type Briefing, type BriefingFigures, plannedHour } from './briefing.ts';
import { difficultyLines } from './difficulty-lines.ts';
import { dueSlides } from './due-slides.ts';
import { emptySlide } from './empty-slides.ts';
import { givenSlides } from './given-slides.ts';
import { chunks, lineSlides } from './line-slides.ts';
import { resultMark } from './result-mark.ts';
import { lateFirst, type ResultsBefore } from './results-before.ts';

/** What the slides are made from. */
export type HallContent = {
  readonly briefing: Briefing;
  /** Undefined for offices that see none. */
  readonly figures: BriefingFigures | undefined;
  /** What came of the conclusions of last time; null for offices that do not see everybody's tasks. */
  readonly before: ResultsBefore;
};

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

/** A text for the hall: numbers that name a person are struck out [GV43]. */
export function forTheHall(text: string): string {
  return withoutLongNumbers(text);
}

/**
 * The slides of a meeting, in the order of its agenda [GV43]; of one that is not held that alone [GV109]. What of a household is shown is
 * a dated rule, for difficulties [GV91], conclusions [GV115] and whatever else people wrote [GV87]; other texts stand as they were written,
 * without long digits.
 */
export function hallSlides(content: HallContent): Slide[] {
  const { briefing } = content;
  const title = `${briefing.communeName}, điểm ${briefing.pointName}`;
  if (briefing.state === 'cancelled') return [notHeld(briefing, title)].map(struck);
  const first: Slide = {
    itemId: null,
    title,
    number: {
      value: 'Giao ban',
      below: [formatWeekdayDate(briefing.metOn), plannedHour(briefing)].filter(Boolean).join(', '),
    },
  };
  const ofItems = briefing.agenda.flatMap((item) =>
    contentsOf(item, content).map((made) => ({
      itemId: item.itemId,
      title: item.hallTitle,
      ...made,
    })),
  );
  return [first, ...ofItems].map(struck);
}

function notHeld({ heldOn, cancelled }: Briefing, title: string): Slide {
  const number = { value: 'Không tổ chức', below: `giao ban ${formatWeekdayDate(heldOn)}` };
  const reason = cancelled?.hallReason ?? null;
  return { itemId: null, title, number, ...(reason === null ? {} : { lines: lineOf(reason, '') }) };
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

function contentsOf(item: Item, content: HallContent): Content[] {
  const made = [...noteSlides(item), ...CONTENTS[item.kind](content)];
  return made.length > 0 ? made : [emptySlide(item, content.briefing)];
}

/** What was noted of an item, line by line [GV100]. */
function noteSlides({ hallNote }: Item): Content[] {
  return lineSlides(
    (hallNote ?? '').split('\n').flatMap((text) => (text.trim() === '' ? [] : [{ text, below: '' }])),
  );
}

const CONTENTS: Readonly<Record<AgendaKind, (content: HallContent) => Content[]>> = {
  attendance: ({ briefing }) => attendanceSlides(briefing),
  lastConclusions: resultSlides,
  figures: ({ figures }) => (figures === undefined ? [] : figureSlides(figures)),
  due: ({ figures }) => (figures === undefined ? [] : dueSlides(figures)),
  difficulties: ({ briefing }) => lineSlides(difficultyLines(briefing)),
  policies: () => [],
  conclusions: ({ briefing }) => lineSlides(briefing.conclusions.flatMap(concluded)),
  other: () => [],
};

/** How many of last time's conclusions are done, then each with what became of it and by whom, the late ones first [GV91]; then those given. */
function resultSlides({ briefing, before }: HallContent): Content[] {
  if (before === null) return lineSlides((briefing.before?.conclusions ?? []).flatMap(concluded));
  const { given, done, late } = countResults(before.results);
  const heldOn = formatDate(before.heldOn);
  const ofNone = { value: 'Không có kết luận', below: `của giao ban ${heldOn}` };
  const below = `việc của giao ban ${heldOn} đã xong${late === 0 ? '' : `, ${late} việc trễ`}`;
  const number = before.results.length === 0 ? ofNone : { value: `${done}/${given}`, below };
  const lines = lateFirst(before.results).flatMap((result) =>
    lineOf(
      result.hallText,
      [resultMark(result).words, ...(result.hallOwner === null ? [] : [result.hallOwner])].join('. '),
    ),
  );
  return [{ number }, ...lineSlides(lines), ...givenSlides(before), ...earlierSlides(before.earlier)];
}

/** How much is left of the briefings before the last, and who is late with it [GV88]: owners and counts, no text. */
function earlierSlides(earlier: NonNullable<ResultsBefore>['earlier']): Content[] {
  if (earlier === null) return [];
  const { unfinished, late, lateBy } = earlier;
  const title = 'Việc của các kỳ trước';
  const number = {
    value: `${formatInteger(unfinished)} việc`,
    below: `của các kỳ trước chưa xong${late === 0 ? '' : `, ${formatInteger(late)} việc trễ`}`,
  };
  const owners = lateBy.map((owner) => ({
    text: owner.ownerName,
    below: `${formatInteger(owner.late)} việc, lâu nhất trễ ${formatInteger(owner.mostDays)} ngày`,
  }));
  return [{ title, number }, ...lineSlides(owners).map((slide) => ({ ...slide, title: `${title} còn trễ` }))];
}

function attendanceSlides({ parts, state, communeName, attendees }: Briefing): Content[] {
  const titles = placeTitles(communeName, attendees);
  const there = parts.reduce((sum, part) => sum + part.there, 0);
  const asked = parts.reduce((sum, part) => sum + part.asked, 0);
  const rows = parts.map((part) => ({
    name: partTitle(part.part, titles),
    value: `${part.there}/${part.asked}`,
  }));
  return [
    {
      number: {
        value: `${there}/${asked}`,
        below: isHeld(state) ? 'người có mặt' : 'người dự kiến dự',
      },
    },
    ...chunks(rows, ROWS_A_SLIDE).map((some) => ({ rows: some })),
  ];
}

/** A line of a slide; none where the hall is shown nothing of it. */
function lineOf(text: string | null, below: string): { readonly text: string; readonly below: string }[] {
  return text === null ? [] : [{ text, below }];
}

type Concluded = {
  readonly hallText: string | null;
  readonly hallOwner: string | null;
  readonly dueOn: Briefing['heldOn'] | null;
};

function concluded({ hallText, hallOwner, dueOn }: Concluded) {
  const due = dueOn === null ? [] : [`hạn ${formatDate(dueOn)}`];
  return lineOf(hallText, [...(hallOwner === null ? [] : [hallOwner]), ...due].join(', '));
}

function figureSlides(figures: BriefingFigures): Content[] {
  const { dataDate, total, associations, groups, points } = figures;
  if (dataDate === null || total === null) return [];
  const on = ageWords(figures);
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
      raised.flatMap(({ ownText, hallText, pieces }) =>
        lineOf(ownText === null ? pieces.map(({ text }) => text).join('') : hallText, ''),
      ),
    ).map((slide) => ({ ...slide, title: 'Điểm cần nêu' })),
  ];
}
