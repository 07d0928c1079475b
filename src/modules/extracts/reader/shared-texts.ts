import { type Outcome, refuse } from '../../../kernel/refusal.ts';
import type { Archive, ArchiveEntry } from './archive.ts';
import { tooLarge } from './archive.ts';
import { type InflateMeter, inflateInPieces } from './inflate.ts';
import type { ReaderLimits } from './limits.ts';
import type { ReaderRefusalCode } from './refusals.ts';
import { SharedTextScanner } from './shared-text-scanner.ts';
import { refuseXml } from './xml-part.ts';
import { XmlScanner } from './xml-scanner.ts';

/** The texts that cells point to by number; undefined for a number the table does not have. */
export type SharedTexts = { get(index: number): string | undefined };

/** A workbook without the part has no shared texts. */
export const NO_SHARED_TEXTS: SharedTexts = { get: () => undefined };

const CACHED_TEXTS = 32_768;

/**
 * Reads the table of shared texts. It is kept as bytes and decoded when a cell asks, because most texts belong to columns that nobody reads
 * and strings cost several times their bytes.
 */
export async function readSharedTexts(
  archive: Archive,
  entry: ArchiveEntry,
  meter: InflateMeter,
  limits: ReaderLimits,
): Promise<Outcome<SharedTexts, ReaderRefusalCode>> {
  const place = entry.name;
  if (entry.inflatedBytes > limits.sharedTextBytes)
    return tooLarge(place, entry.inflatedBytes, limits.sharedTextBytes);
  const table = new SharedTextScanner(entry.inflatedBytes, limits);
  const scanner = new XmlScanner(table, limits.tokenBytes);
  const damage = await inflateInPieces(archive, entry, meter, (chunk) => scanner.push(chunk));
  if (table.fault === 'full') return refuse('sharedTextsTooMany', { most: limits.sharedTexts });
  if (table.fault === 'tooLong') return refuse('sharedTextTooLong', { number: table.count + 1 });
  if (table.fault === 'cluttered') return refuse('partTooCluttered', { place });
  if (damage && scanner.fault === undefined) return damage;
  const fault = scanner.finish();
  if (fault) return refuseXml(fault, place, '');
  if (table.fault !== undefined || !table.isUtf8()) return refuse('xmlMalformed', { place, where: '' });
  return cached(table);
}

function cached(table: SharedTextScanner): SharedTexts {
  const indexes = new Int32Array(CACHED_TEXTS).fill(-1);
  const texts: string[] = new Array(CACHED_TEXTS).fill('');
  return {
    get: (index) => {
      const slot = index & (CACHED_TEXTS - 1);
      if (indexes[slot] === index) return texts[slot];
      const text = table.get(index);
      if (text === undefined) return undefined;
      indexes[slot] = index;
      texts[slot] = text;
      return text;
    },
  };
}
