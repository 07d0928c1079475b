/** What a person makes of a point: another wording, or that it is not raised. */
export type PointContent = {
  /** The sentence as it stood prepared when the person wrote; null for one a person added. */
  readonly preparedText: string | null;
  readonly ownText: string | null;
  readonly isDropped: boolean;
};

/** What a person did with a point; `key` is its rule's, or `own:` and an id. */
export type Touched = PointContent & {
  readonly key: string;
  readonly position: number | null;
  /** Counts what was written; 0 while nobody wrote. */
  readonly version: number;
};

/**
 * What happens to a change that was written against a version of a point [GV80]: it stands where nobody wrote meanwhile; where
 * somebody did, it is kept beside until a person chooses. Beside one that people added and that was taken back nobody would see it:
 * it becomes that point.
 */
export function judgePointChange(
  standing: (PointContent & { readonly key: string; readonly version: number }) | undefined,
  change: PointContent & { readonly baseVersion: number },
): 'applied' | 'unchanged' | 'conflict' {
  if (standing !== undefined && isGone(standing)) return 'applied';
  const says = standing ?? { version: 0, ownText: null, isDropped: false };
  if (says.ownText === change.ownText && says.isDropped === change.isDropped)
    return change.baseVersion === says.version && standing?.preparedText !== change.preparedText
      ? 'applied'
      : 'unchanged';
  return change.baseVersion === says.version ? 'applied' : 'conflict';
}

/** Whether a point that people added was taken back: no list shows it any more. */
function isGone({ key, ownText }: PointContent & { readonly key: string }): boolean {
  return key.startsWith('own:') && ownText === null;
}
