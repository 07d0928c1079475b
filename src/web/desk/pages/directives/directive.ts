import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { listDirectives, showDirective } from '../../../../modules/governance/contract.ts';
import {
  DIRECTIVE_PROGRESS,
  DIRECTIVE_SOURCES,
  type DirectiveProgress,
  type DirectiveSource,
} from '../../../../modules/governance/domain/directive.ts';
import { TASK_MEASURES } from '../tasks/task-measures.ts';

/** A directive as a row of the list. */
export type ListedDirective = OutputOf<typeof listDirectives>['directives'][number];

/** A directive with its tasks. */
export type WholeDirective = OutputOf<typeof showDirective>;

/** Sources as addresses name them. */
export const SOURCE_WORDS: Readonly<Record<DirectiveSource, string>> = {
  briefing: 'giao-ban',
  difficulty: 'kho-khan',
  order: 'chu-tich',
  resolution: 'nghi-quyet',
};

/** What has come of a directive, as addresses name it; the words of tasks, so that a number keeps its name. */
export const PROGRESS_WORDS: Readonly<Record<DirectiveProgress, string>> = {
  all: TASK_MEASURES.given.loc,
  open: 'chua-xong',
  late: TASK_MEASURES.late.loc,
  waiting: TASK_MEASURES.waiting.loc,
  returned: TASK_MEASURES.returned.loc,
  done: TASK_MEASURES.done.loc,
};

/** The key whose word an address carries; undefined for a word that is none. */
export function keyOfWord<Key extends string>(
  words: Readonly<Record<Key, string>>,
  word: string | undefined,
): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

/** The choices of a filter: the word of the address and what people read. */
export function optionsOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
  texts: Readonly<Record<Key, string>>,
): { value: string; text: string }[] {
  return (Object.keys(words) as Key[]).map((key) => ({ value: words[key], text: texts[key] }));
}

/** The sources to choose from. */
export const SOURCE_OPTIONS = optionsOf(SOURCE_WORDS, DIRECTIVE_SOURCES);

/** What may have come of a directive, to choose from; everything is the choice that is none. */
export const PROGRESS_OPTIONS = optionsOf(PROGRESS_WORDS, DIRECTIVE_PROGRESS).filter(
  ({ value }) => value !== PROGRESS_WORDS.all,
);

type Origin = Pick<
  WholeDirective,
  'source' | 'paperNumber' | 'paperOn' | 'paperIssuer' | 'issuerName' | 'givenOn'
>;

/** Where a directive comes from, with number and day of its paper: `Nghị quyết 05/NQ-BĐD ngày 20/11/2026, Ban đại diện …`. */
export function originWords(directive: Origin, minutesNumber: string | null = null): string {
  const { source, paperNumber, paperOn, paperIssuer, issuerName, givenOn } = directive;
  const on = paperOn === null ? '' : ` ngày ${formatDate(paperOn)}`;
  if (source === 'briefing' || source === 'difficulty') {
    const minutes = minutesNumber === null ? '' : `, biên bản số ${minutesNumber}`;
    const said = source === 'briefing' ? 'Giao ban' : 'Khó khăn nêu tại giao ban';
    return `${said} ${formatDate(givenOn)}${minutes}`;
  }
  if (source === 'resolution')
    return `Nghị quyết ${paperNumber ?? ''}${on}${paperIssuer === null ? '' : `, ${paperIssuer}`}`;
  const paper = paperNumber === null ? '' : `, văn bản số ${paperNumber}${on}`;
  return `${DIRECTIVE_SOURCES.order}${paper}, ${issuerName} giao ${formatDate(givenOn)}`;
}
