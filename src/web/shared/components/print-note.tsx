import type { ReactElement } from 'react';
import { lettersWithoutGlyph } from '../../../modules/documents/domain/printable.ts';
import { Icon } from './icon.tsx';

/** As many letters are named; who pastes more sees by these what kind they are. */
const MOST_NAMED = 5;

/** What is said of letters that no paper can print [DO20]; empty where all can be printed. */
export function printWords(letters: readonly string[]): string {
  if (letters.length === 0) return '';
  const named = letters.slice(0, MOST_NAMED).map((letter) => `“${letter}”`);
  const more = letters.length > MOST_NAMED ? '…' : '';
  return `Ký tự ${named.join(', ')}${more} không in được trên văn bản, chỗ ấy in dấu □.`;
}

/** Beside what is typed for a paper: its letters that no paper can print. It forbids nothing. */
export function PrintNote({
  text,
  id,
}: {
  readonly text: string;
  readonly id?: string;
}): ReactElement | null {
  const letters = lettersWithoutGlyph(text);
  if (letters.length === 0) return null;
  return (
    <span id={id} className="print-note small" role="status">
      <Icon name="warning" />
      {printWords(letters)}
    </span>
  );
}
