/** A piece of a sentence: text, or a number with what it opens. */
type Piece<Link> = { readonly text: string; readonly link: Link | null };

/** A sentence of a person with the numbers that still stand in it, and what of the prepared sentence opens a list and does not. */
export type LinkedText<Link> = {
  readonly pieces: readonly Piece<Link>[];
  readonly left: readonly { readonly clause: string; readonly link: Link }[];
};

type Found<Link> = { readonly at: number; readonly piece: Piece<Link>; readonly link: Link };

/**
 * A person's own wording of a prepared sentence [GV176]: a number that stands in it as it was prepared, whole and not as part of a
 * longer one, opens the same list. One that does not is left, and so is one that the prepared sentence has twice, for different lists:
 * which of them a person means nobody knows.
 */
export function linkText<Link>(ownText: string, prepared: readonly Piece<Link>[]): LinkedText<Link> {
  const linked = prepared.flatMap((piece, i) =>
    piece.link === null ? [] : [{ piece, link: piece.link, clause: clauseOf(prepared, i) }],
  );
  const isSaidOnce = ({ text }: Piece<Link>) =>
    linked.filter(({ piece }) => piece.text === text).length === 1;
  const found = linked.flatMap(({ piece, link }) => {
    const at = isSaidOnce(piece) ? placeOf(piece.text, ownText) : undefined;
    return at === undefined ? [] : [{ at, piece, link }];
  });
  const shown = withoutOverlaps(found);
  return {
    pieces: split(ownText, shown),
    left: linked
      .filter(({ piece }) => !shown.some((one) => one.piece === piece))
      .map(({ clause, link }) => ({ clause, link })),
  };
}

/** Where a number stands as a whole: not in `12,5 triệu` where `5 triệu` is looked for, nor in `2 tỷ 300 triệu` where `2 tỷ` is. */
function placeOf(number: string, text: string): number | undefined {
  const escaped = number.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const before = String.raw`(?<![\p{L}\p{N}])(?<!\p{N}[.,:/])(?<![-−–/])(?<!\p{N} [-−–] )(?<!(?:tỷ|triệu) )`;
  const after = String.raw`(?![\p{L}\p{N}])` + (/(?:tỷ|triệu)$/u.test(number) ? String.raw`(?! ?\p{N})` : '');
  return new RegExp(`${before}${escaped}${after}`, 'u').exec(text)?.index;
}

/** In the order of the text; of two that overlap the one that begins first. */
function withoutOverlaps<Link>(found: readonly Found<Link>[]): Found<Link>[] {
  const kept: Found<Link>[] = [];
  for (const one of found.toSorted((a, b) => a.at - b.at)) {
    const last = kept.at(-1);
    if (last === undefined || last.at + last.piece.text.length <= one.at) kept.push(one);
  }
  return kept;
}

function split<Link>(text: string, found: readonly Found<Link>[]): Piece<Link>[] {
  const end = ({ at, piece }: Found<Link>) => at + piece.text.length;
  const starts = [0, ...found.map(end)];
  const pieces = starts.flatMap((start, i) => {
    const next = found[i];
    const said = { text: text.slice(start, next?.at), link: null };
    return next === undefined ? [said] : [said, { text: next.piece.text, link: next.link }];
  });
  return pieces.filter((piece) => piece.text !== '');
}

/** A number with the words around it up to the next comma: `Hội Nông dân giảm 4,3 triệu`. */
function clauseOf<Link>(prepared: readonly Piece<Link>[], i: number): string {
  const before = prepared[i - 1]?.link === null ? (prepared[i - 1]?.text ?? '') : '';
  const after = prepared[i + 1]?.link === null ? (prepared[i + 1]?.text ?? '') : '';
  const [last = ''] = before.split(/,\s/u).slice(-1);
  const [first = ''] = after.split(/[,.:](?:\s|$)/u);
  return `${last}${prepared[i]?.text ?? ''}${first}`.trim();
}
