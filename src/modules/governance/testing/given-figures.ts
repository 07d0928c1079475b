import { day } from '../../../kernel/dates.ts';
import { readTruth } from '../../portfolio/testing/truth.ts';
import { showBriefingFigures } from '../show-briefing-figures.ts';
import type { TestBriefing } from './given-briefing.ts';
import { question, SAMPLE_FILES, type TestCommune } from './given-commune.ts';

/** What the sample office's files of October add up to. */
export const TRUTH = readTruth(SAMPLE_FILES, day('2026-10-31'));

/** The same of September, to which a briefing of November compares. */
export const TRUTH_BEFORE = readTruth(SAMPLE_FILES, day('2026-09-30'));

/** The figures of a briefing as the officer sees them. */
export function figuresOf(commune: TestCommune, within: TestBriefing) {
  return question(commune, commune.as('creditOfficer'), (context) => showBriefingFigures(within, context));
}
