import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import { LONGEST, MOST_AGENDA_ITEMS, MOST_AGENDA_MINUTES } from './domain/bounds.ts';
import { agendaKind, line, lines } from './domain/shapes.ts';
import {
  holdBriefing,
  writeAgendaTemplate as mayWriteTemplate,
  readAgendaTemplate,
  readBriefingFigures,
} from './policy.ts';

const within = { communeId: id, briefingId: id };
const nothing = z.object({});

const content = {
  kind: agendaKind,
  title: line(LONGEST.agendaTitle),
  minutes: z.int().min(0).max(MOST_AGENDA_MINUTES),
};

/** What an item is about, in some lines [GV100]; left out as null: it has no note. */
const itemNote = lines(LONGEST.agendaNote).nullish();

/** Items of an agenda as an input: at least one. */
const items = <T extends z.ZodObject>(item: T) =>
  z
    .array(item)
    .min(1, { error: 'Chương trình cần ít nhất một mục.' })
    .max(MOST_AGENDA_ITEMS, { error: `Chương trình có nhiều nhất ${MOST_AGENDA_ITEMS} mục.` });

/**
 * Writes the agenda anew, in the order given; items left out go [GV2]. Written against an older version than the one that stands
 * it is refused, so that nobody's agenda goes unseen [GV89].
 */
export const writeAgenda = operation({
  name: 'governance.writeAgenda',
  method: 'PUT',
  path: '/communes/{communeId}/briefings/{briefingId}/agenda',
  summary: 'Sửa chương trình giao ban.',
  input: z.object({
    ...within,
    /** The version that the person began with. */
    baseVersion: z.int().positive(),
    items: items(z.object({ itemId: id, ...content, note: itemNote })).refine(
      (written) => new Set(written.map(({ itemId }) => itemId)).size === written.length,
      { error: 'Một mục đứng hai lần trong chương trình.' },
    ),
  }),
  output: nothing,
  refusals: ['briefingClosed', 'briefingCancelled', 'agendaChanged', 'idTaken'],
  permission: holdBriefing,
});

/** What is new of policies in a commune since its last briefing, to today: what the agenda of one prepared today would begin with [GV146]. */
export const listPolicyNews = operation({
  name: 'governance.listPolicyNews',
  method: 'GET',
  path: '/communes/{communeId}/policy-news',
  summary: 'Chính sách mới của xã từ giao ban trước.',
  input: z.object({ communeId: id }),
  output: z.object({
    /** The day of the last briefing; null before the first, when it is looked back a month. */
    since: date.nullable(),
    count,
    /** A line each, no more than a page shows. */
    news: z.array(z.string()),
  }),
  permission: readBriefingFigures,
});

/** The meeting has come to an item of the agenda. */
export const reachAgendaItem = operation({
  name: 'governance.reachAgendaItem',
  method: 'POST',
  path: '/communes/{communeId}/briefings/{briefingId}/agenda/{itemId}/reached',
  summary: 'Chuyển tới một mục của chương trình.',
  input: z.object({ ...within, itemId: id }),
  output: nothing,
  refusals: ['briefingNotOpen', 'briefingClosed', 'briefingCancelled'],
  permission: holdBriefing,
});

/** The items of a template as an answer. */
const templateItems = z.array(z.object({ kind: agendaKind, title: z.string(), minutes: count }));

/** The agenda that new briefings of an office begin with [GV40]; the caller's office where none is named. */
export const showAgendaTemplate = operation({
  name: 'governance.showAgendaTemplate',
  method: 'GET',
  path: '/agenda-template',
  summary: 'Chương trình mẫu cho các buổi giao ban chuẩn bị mới.',
  input: z.object({ officeId: id.optional() }),
  output: z.object({
    today: date,
    items: templateItems,
    /** From when it holds and who wrote it; null: the office has none of its own, the product's stands. */
    written: z.object({ validFrom: date, byName: z.string() }).nullable(),
    /** Those that take its place on later days, the next first. */
    coming: z.array(z.object({ validFrom: date, byName: z.string(), items: templateItems })),
  }),
  permission: readAgendaTemplate,
});

/** Writes an office's template from a day on [GV40]; briefings that stand prepared keep their agenda. */
export const writeAgendaTemplate = operation({
  name: 'governance.writeAgendaTemplate',
  method: 'POST',
  path: '/agenda-template',
  summary: 'Ghi chương trình mẫu của phòng giao dịch.',
  input: z.object({
    officeId: id.optional(),
    /** Made by the client, so that sending twice writes once. */
    templateId: id,
    validFrom: date,
    items: items(z.object(content)),
  }),
  output: nothing,
  refusals: ['templateInThePast', 'idTaken'],
  permission: mayWriteTemplate,
});
