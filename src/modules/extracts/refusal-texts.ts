import { type RefusalTexts, refusalText } from '../../kernel/refusal.ts';
import type { KeptRefusal } from './domain/batch-reading.ts';
import { READER_REFUSALS } from './reader/refusals.ts';
import { EXTRACTS_REFUSALS } from './refusals.ts';

/** Every sentence of this module, those of the reader of workbooks among them. */
export const ALL_REFUSALS: RefusalTexts = { ...READER_REFUSALS, ...EXTRACTS_REFUSALS };

/** The sentence of a refusal that was kept with a file or a batch. The reader does not know the file's name: it leads. */
export function keptRefusalText({ code, data }: KeptRefusal, fileName: string | undefined): string {
  const text = refusalText(ALL_REFUSALS, { refused: code, data });
  return fileName !== undefined && code in READER_REFUSALS ? `Tệp “${fileName}”: ${text}` : text;
}
