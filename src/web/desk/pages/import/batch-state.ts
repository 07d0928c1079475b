import type { OutputOf } from '../../../../kernel/contract.ts';
import type { getBatch } from '../../../../modules/extracts/contract.ts';
import type { BatchState } from '../../../../modules/extracts/domain/batch-states.ts';
import type { previewImport } from '../../../../modules/portfolio/contract.ts';
import type { IconName } from '../../../shared/components/icon.tsx';
import type { Tone } from '../../../shared/components/status.tsx';

/** One import, with its files, faults and questions. */
export type Batch = OutputOf<typeof getBatch>;
/** What publishing it would change. */
export type Preview = OutputOf<typeof previewImport>;
/** Its sums. */
export type Summary = NonNullable<Batch['summary']>;

const LOOKS: Readonly<Record<BatchState, { readonly tone: Tone; readonly icon: IconName }>> = {
  receiving: { tone: 'dim', icon: 'clock' },
  reading: { tone: 'dim', icon: 'clock' },
  question: { tone: 'warn', icon: 'info' },
  ready: { tone: 'warn', icon: 'edit' },
  publishing: { tone: 'dim', icon: 'clock' },
  refused: { tone: 'bad', icon: 'warning' },
  published: { tone: 'good', icon: 'check' },
  discarded: { tone: 'dim', icon: 'cross' },
  undone: { tone: 'dim', icon: 'undo' },
};

/** Colour and drawing of a state. */
export function stateLook(state: BatchState): { readonly tone: Tone; readonly icon: IconName } {
  return LOOKS[state];
}

/** The step a state stands at: 1 to 4, 5 when published. */
export function stepOf(state: BatchState): 1 | 2 | 3 | 4 | 5 {
  if (state === 'published') return 5;
  if (state === 'publishing') return 4;
  if (state === 'ready' || state === 'refused') return 3;
  return state === 'discarded' || state === 'undone' ? 1 : 2;
}

/** True while the server still works on the batch. */
export function isWorking(state: BatchState): boolean {
  return state === 'receiving' || state === 'reading' || state === 'publishing';
}

/** One reason why a batch cannot be published. A reason that a file gives at many places is one, with the others. */
export type Block = {
  readonly key: string;
  readonly code: string;
  /** Null where it is the files together. */
  readonly fileId: string | null;
  readonly text: string;
  /** The same at further places of the file, each in a sentence. */
  readonly others: readonly string[];
};

/** What is wrong with the files, the same fault of a file once. */
export function fileBlocksOf(batch: Batch): readonly Block[] {
  const blocks = new Map<string, Block>();
  for (const { code, fileId, text } of batch.blocking) {
    const key = `${code} ${fileId ?? ''}`;
    const first = blocks.get(key);
    blocks.set(
      key,
      first ? { ...first, others: [...first.others, text] } : { key, code, fileId, text, others: [] },
    );
  }
  return [...blocks.values()];
}

/** Everything that blocks the publication, from the files and from what they add up to. */
export function blocksOf(batch: Batch, preview: Preview | undefined): readonly Block[] {
  const ofFiles = fileBlocksOf(batch);
  // The portfolio repeats that a batch is not ready; the files have already said why.
  const ofSums = (preview?.blocking ?? [])
    .filter((block) => block.code !== 'notReady' || ofFiles.length === 0)
    .map((block) => ({
      ...{ key: block.code, code: block.code, fileId: null, others: [] },
      text: block.examples.length === 0 ? block.text : `${block.text} Ví dụ: ${block.examples.join(', ')}.`,
    }));
  return [...ofFiles, ...ofSums];
}

/**
 * Whether the rows are gone that a published batch was made from [EX22]: what was read is still known by its sums, but nothing
 * is left to hold against the month before or against head office. All of them go at once.
 */
export function isCleaned(
  { state, summary }: Pick<Batch, 'state' | 'summary'>,
  preview: Pick<Preview, 'closing'> | undefined,
): boolean {
  return state === 'published' && preview?.closing.loans === 0 && (summary?.rows.loans ?? 0) > 0;
}

/** Where the preview tells rows and balances commune by commune: what the number of rows read opens. */
export const COMMUNES_TABLE_ID = 'doi-chieu';
