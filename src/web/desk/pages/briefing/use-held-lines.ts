import { useRef } from 'react';
import { keptWords } from '../../kept-words.ts';
import { heldInPlace } from './held-lines.ts';
import { formsOf } from './left-out.ts';
import { useMeeting } from './meeting.tsx';

/** The last part of the name of a form in which a line is added. */
const ADDED = 'new';

/**
 * The lines that a list shows by their keys: those that stand, and, each in its place, those that are gone while a form of theirs is
 * open here or holds something typed [GV119]: nobody's words vanish with the line of another.
 *
 * @param prefix how the names of their forms begin, before the key of the line
 * @param also what else holds a line that is gone
 */
export function useHeldLines(
  prefix: string,
  standing: readonly string[],
  also: readonly string[] = [],
): readonly string[] {
  const { place, openForms } = useMeeting();
  const before = useRef<readonly string[]>([]);
  const names = [...openForms, ...formsOf(keptWords(), place)];
  const keys = names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  const held = [...keys.filter((key) => key !== ADDED), ...also];
  const shown = heldInPlace({ before: before.current, standing, held });
  before.current = shown;
  return shown;
}
