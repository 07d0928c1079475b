import type { BusinessDate } from '../../kernel/dates.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { ruleValues } from '../programmes/index.ts';
import type { BriefingsAsked } from './db/hall-names.ts';
import type { DifficultyAbout } from './domain/difficulty.ts';
import { difficultyInHall, hallTextOf, knownNames, ONE_SENTENCE, struckOut } from './domain/hall-words.ts';
import type { MeasuredBy } from './domain/measured-by.ts';
import { hallNames } from './hall-names.ts';

/** What the hall may show of what people wrote; null: nothing. */
export type HallTexts = {
  /** Of a conclusion [GV115]. */
  readonly ofConclusion: (line: {
    readonly text: string;
    readonly measuredBy: MeasuredBy | null;
  }) => string | null;
  /** Of a difficulty [GV91]. */
  readonly ofDifficulty: (difficulty: {
    readonly about: DifficultyAbout;
    readonly text: string;
    readonly personName: string | null;
  }) => string | null;
  /** Of another sentence that somebody wrote [GV87]. */
  readonly ofSentence: (kind: keyof typeof ONE_SENTENCE, text: string) => string | null;
  /** Of a note, line by line [GV87]; null: nothing. */
  readonly ofNote: (note: string) => string | null;
  /** Of a heading, or of who said or does something: the names of households in it are struck out [GV87]. */
  readonly ofName: (name: string) => string;
};

/**
 * How texts of briefings stand in the hall by the rule of a day. The names that they are searched for are struck out here and leave the
 * server in no answer of this [GV122].
 */
export async function hallTexts(
  context: HandlerContext,
  { on, ...asked }: BriefingsAsked & { readonly on: BusinessDate },
): Promise<HallTexts> {
  const level = Number((await ruleValues(context.tx, on)).of('hallHouseholdLevel').value);
  const { households, officials } = await hallNames(context, asked);
  const names = knownNames(households, officials);
  const ofSentence: HallTexts['ofSentence'] = (kind, text) =>
    hallTextOf(text, { names, isMeasured: false, level, oneHousehold: ONE_SENTENCE[kind] });
  return {
    ofConclusion: ({ text, measuredBy }) =>
      hallTextOf(text, { names, isMeasured: measuredBy?.part === 'customer', level }),
    ofDifficulty: (difficulty) => difficultyInHall(difficulty, { names, level }),
    ofSentence,
    ofNote: (note) => {
      const lines = note.split('\n').flatMap((line) => ofSentence('note', line) ?? []);
      return lines.length === 0 ? null : lines.join('\n');
    },
    ofName: (name) => struckOut(name, names),
  };
}
