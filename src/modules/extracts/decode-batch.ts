import { z } from 'zod';
import type { BatchRow } from './db/batches.ts';
import {
  type BatchQuestion,
  type BatchSummary,
  batchSummary,
  dateQuestion,
  type KeptRefusal,
  keptRefusal,
} from './domain/batch-reading.ts';
import type { ReadingInput } from './reading/reading.ts';

/** The open questions of a stored batch. */
export function questionsOf(batch: Pick<BatchRow, 'questions'>): BatchQuestion[] {
  return z.array(dateQuestion).parse(batch.questions);
}

/** What was answered about a stored batch. */
export function answersOf(batch: Pick<BatchRow, 'answers'>): ReadingInput['answers'] {
  return batch.answers as ReadingInput['answers'];
}

/** Refusals kept with a batch or a file. */
export function refusalsOf(kept: { readonly refusals: unknown }): KeptRefusal[] {
  return z.array(keptRefusal).parse(kept.refusals);
}

/** The summary of a stored batch, amounts as đồng; null until its files were read. */
export function summaryOf(batch: Pick<BatchRow, 'summary'>): BatchSummary | null {
  return batch.summary === null
    ? null
    : z.decode(batchSummary, batch.summary as z.input<typeof batchSummary>);
}

/** A summary as it is stored: amounts as whole numbers. */
export function storedSummary(summary: BatchSummary): unknown {
  return z.encode(batchSummary, summary);
}
