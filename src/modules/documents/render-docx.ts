import { archive } from '../../platform/archive.ts';
import { packageParts } from './docx/package-parts.ts';
import { layOutPapers } from './domain/lay-out-paper.ts';
import type { Paper } from './domain/paper.ts';

/** A paper as a file, and the characters of its text that had to give way, as `U+1F600`. */
export type RenderedPaper = { readonly bytes: Uint8Array; readonly unprintable: readonly string[] };

/**
 * A paper, or several in one file [DO18], as a text document that Word and LibreOffice edit; the same paper gives the same
 * bytes [DO12].
 */
export function renderDocx(...papers: readonly Paper[]): RenderedPaper {
  const { layout, unprintable } = layOutPapers(papers);
  return { bytes: archive(packageParts(layout)), unprintable };
}
