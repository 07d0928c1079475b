/** The bank's files by their kind in the books, as a sentence names them. */
export const FILE_WORDS: Readonly<Record<string, string>> = {
  report31: 'Báo cáo 31',
  frozenList: 'danh sách nợ khoanh',
  groupLeaders: 'danh sách tổ trưởng',
  groupScores: 'bảng chấm điểm tổ',
  bcdhtdByCommune: 'BCDHTD 01.1',
  bcdhtdByProgramme: 'BCDHTD 01.2',
  len31ByCommune: 'LEN 31',
};

/** The files of these kinds in one phrase: `bảng chấm điểm tổ, LEN 31`. */
export function namesOfFiles(kinds: readonly string[]): string {
  return kinds.map((kind) => FILE_WORDS[kind] ?? kind).join(', ');
}

type OfAKind = { readonly kind: string };

/** The kinds that a version was made from and a batch that would replace it lacks, each once [PF95]. */
export function droppedKinds(standing: readonly OfAKind[], batch: readonly OfAKind[]): readonly string[] {
  const there = new Set(batch.map(({ kind }) => kind));
  return [...new Set(standing.map(({ kind }) => kind))].filter((kind) => !there.has(kind));
}
