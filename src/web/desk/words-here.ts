import type { Operation } from '../../kernel/contract.ts';
import {
  addConclusion,
  giveDirective,
  raiseDifficulty,
  reportTask,
  returnTask,
  writeTemplate,
} from '../../modules/governance/contract.ts';
import { HEADINGS, headingOfForm, wordsOf, wordsOfEntry, wordsOfForm } from './pages/briefing/left-out.ts';
import { SENT_LATER, type Waiting } from './pages/briefing/outbox.ts';
import type { ReportDraft } from './pages/tasks/report-draft.ts';
import { type Me, may } from './session.tsx';
import { KEY_OF_WORDS, type UnsentKind } from './unsent.ts';

/** Words that are on a machine and with no server: for what they were typed or written, and what they say. */
export type WordsHere = {
  readonly key: string;
  readonly heading: string;
  readonly words: string;
  /** Of which commune; of a template its office. */
  readonly placeId: string;
  /** The operation to which they go, as far as the office that may give it is told by it. */
  readonly operation: Operation;
};

/**
 * A person's words of all that is kept on a machine, whichever of their offices they were typed under [GV186]: lines that wait to be
 * sent, and what stands in forms. Forms without a word are left out.
 *
 * @param texts by the key under which they are kept
 */
export function wordsHere(texts: ReadonlyMap<string, string>, userId: string): readonly WordsHere[] {
  return [...texts].flatMap(([key, text]) => {
    const [whole = '', kind, owner, placeId = ''] = KEY_OF_WORDS.exec(key) ?? [];
    if (kind === undefined || owner !== userId) return [];
    const form = key.slice(whole.length + 1);
    return linesOf(kind as UnsentKind, parsed(text), form)
      .filter(({ words }) => words !== '')
      .map((line, at) => ({
        operation: OPERATIONS[kind as UnsentKind],
        ...line,
        placeId,
        key: `${key} ${at}`,
      }));
  });
}

/** The words for whose page the acting office is not: of another place, or written by others alone. */
export function wordsOutOfReach(words: readonly WordsHere[], me: Me): readonly WordsHere[] {
  const places = new Set([...me.communes, ...me.offices].map(({ id }) => id as string));
  return words.filter(({ placeId, operation }) => !places.has(placeId) || !may(me, operation));
}

/** What is written of each kind; of a meeting the least that those who record there may. */
const OPERATIONS: Readonly<Record<UnsentKind, Operation>> = {
  waiting: addConclusion,
  draft: addConclusion,
  report: reportTask,
  judgement: returnTask,
  order: giveDirective,
  difficulty: raiseDifficulty,
  template: writeTemplate,
};

type Line = Pick<WordsHere, 'heading' | 'words'> & Partial<Pick<WordsHere, 'operation'>>;

function linesOf(kind: UnsentKind, kept: unknown, form: string): readonly Line[] {
  switch (kind) {
    case 'waiting':
      return (Array.isArray(kept) ? (kept as Waiting[]) : []).map((entry) => ({
        heading: `${HEADINGS[entry.kind] ?? 'Giao ban'}, chưa gửi`,
        words: wordsOfEntry(entry),
        operation: SENT_LATER[entry.kind] ?? addConclusion,
      }));
    case 'draft':
      return [draftLine(form, kept)];
    case 'report':
      return [reportLine((kept ?? {}) as Partial<ReportDraft>)];
    case 'order':
      return [{ heading: OTHERS[kind], words: stringsIn(orderOf(kept)).join(', ') }];
    case 'template':
      return [{ heading: OTHERS[kind], words: stringsIn(kept).join('\n') }];
    default:
      return [{ heading: OTHERS[kind], words: wordsOf(kept) }];
  }
}

/** Also what minutes never have, and the question before closing does not ask about: what is typed for invitations, notes of an agenda. */
function wordsOfDraft(form: string, kept: unknown): string {
  const { bring, address, handedByName, lines } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  const notes = Array.isArray(lines) ? lines.map(({ note }: { note?: unknown }) => note) : [];
  return [wordsOfForm(form, kept), ...stringsIn({ bring, address, handedByName, notes })]
    .filter((words) => words !== '')
    .join(', ');
}

const OTHERS: Readonly<Record<Exclude<UnsentKind, 'waiting' | 'draft' | 'report'>, string>> = {
  judgement: 'Trả lại, chuyển hoặc hủy việc, gõ dở',
  order: 'Chỉ đạo, gõ dở',
  difficulty: 'Khó khăn, gõ dở',
  template: 'Mẫu, sửa dở',
};

/** A form of a briefing; whoever attends raises difficulties. */
function draftLine(form: string, kept: unknown): Line {
  const line = { heading: `${headingOfForm(form)}, gõ dở`, words: wordsOfDraft(form, kept) };
  return form === 'raise' ? { ...line, operation: raiseDifficulty } : line;
}

/** A report names its task; a word of its own is not needed where records or files are with it. */
function reportLine({ title = '', records = [], isWaiting, ...kept }: Partial<ReportDraft>): Line {
  const words = [wordsOf(kept), ...records.map((record) => record.title)].filter((one) => one !== '');
  return {
    heading: `Báo cáo việc “${title}”, ${isWaiting ? 'chưa gửi' : 'gõ dở'}`,
    words: words.join(', '),
  };
}

/** What is written of a directive; to whom it goes was chosen and is not typed. */
function orderOf(kept: unknown): unknown {
  const { text, measure, legalGround, paper } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  return { text, measure, legalGround, paper };
}

/** All that is typed in a form and in the parts of it, in its order. */
function stringsIn(kept: unknown): readonly string[] {
  if (typeof kept === 'string') return kept.trim() === '' ? [] : [kept.trim()];
  if (typeof kept !== 'object' || kept === null) return [];
  return Object.entries(kept).flatMap(([field, value]) => (NO_WORDS.test(field) ? [] : stringsIn(value)));
}

/** Fields that hold choices, days or counts. */
const NO_WORDS = /^(signer|how|on|onTyped|validFrom|validFromTyped)$/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
