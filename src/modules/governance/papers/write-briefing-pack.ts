import { isRefusal, type Refusal } from '../../../kernel/refusal.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import { lettersReplacedIn, type Paper } from '../../documents/index.ts';
import type { Within } from '../db/within.ts';
import {
  PAPER_FORMAT_NAMES,
  PAPER_KIND_NAMES,
  type PaperFormat,
  type PaperKind,
} from '../domain/papers/paper-kinds.ts';
import { gatherPapers } from './gather-papers.ts';
import { paperFileName, renderBoth } from './render-papers.ts';
import { writePapers } from './write-papers.ts';

/** One paper of a pack before it is printed, with the names of its files. */
export type PackedPaper = {
  readonly kind: PaperKind;
  readonly papers: readonly Paper[];
  readonly fileNames: Readonly<Record<PaperFormat, string>>;
};

/** A printed file of a pack. */
export type PackFile = {
  readonly kind: PaperKind;
  readonly name: string;
  readonly pages: number;
  /** Letters of its text that print as □, each once [DO20]. */
  readonly unprintable: readonly string[];
  readonly bytes: Uint8Array;
};

/** Everything that a briefing prints, prepared from one reading [GV60]; the invitation with its list and one for each person. */
export async function writeBriefingPack(
  context: HandlerContext,
  within: Within,
): Promise<
  | { readonly papers: readonly PackedPaper[]; print(): AsyncGenerator<PackFile> }
  | Refusal<'notFound' | 'noPapersOfCancelled'>
> {
  const sources = await gatherPapers(context, within);
  if (isRefusal(sources)) return sources;
  const papers = PAPER_KIND_NAMES.map((kind) => ({
    kind,
    papers: writePapers(sources, kind, 'both'),
    fileNames: {
      pdf: paperFileName(sources, { kind, format: 'pdf' }),
      docx: paperFileName(sources, { kind, format: 'docx' }),
    },
  })).filter((packed) => packed.papers.length > 0);
  return { papers, print: () => print(papers) };
}

/** Prints a pack paper by paper, so that no more than one is held at a time; both formats have the same pages [DO11]. */
async function* print(packed: readonly PackedPaper[]): AsyncGenerator<PackFile> {
  for (const { kind, papers, fileNames } of packed) {
    const { pages, ...bytes } = await renderBoth(papers);
    const unprintable = lettersReplacedIn(papers);
    for (const format of PAPER_FORMAT_NAMES)
      yield { kind, name: fileNames[format], pages, unprintable, bytes: bytes[format] };
  }
}
