import { fold } from '../../kernel/text.ts';

/** Whether each word that somebody looks for is said in one of some texts, with diacritics or without; nothing typed finds all. */
export function isFound(sought: string, texts: readonly (string | null)[]): boolean {
  const said = fold(texts.filter((text) => text !== null).join(' '));
  return fold(sought)
    .split(' ')
    .every((word) => said.includes(word));
}
