import type { Paper } from '../../documents/index.ts';
import type { PaperKind } from '../domain/papers/paper-kinds.ts';
import type { PaperSources } from '../papers/gather-papers.ts';
import { writePapers } from '../papers/write-papers.ts';

/** The one paper of a kind. */
export function only(sources: PaperSources, kind: PaperKind): Paper {
  const [paper, ...others] = writePapers(sources, kind, 'list');
  if (!paper || others.length > 0) throw new Error(`${others.length + 1} papers`);
  return paper;
}

/** All words of a part of a paper, in their order. */
export function textOf(part: unknown): string {
  return rawTextOf(part).replace(/ +/g, ' ');
}

function rawTextOf(part: unknown): string {
  if (typeof part === 'string') return part;
  return typeof part === 'object' && part !== null ? Object.values(part).map(rawTextOf).join(' ') : '';
}
