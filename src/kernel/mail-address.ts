/**
 * One plain address as people have it: no name beside it, no list, no quotes, nothing that could end a line of a mail's
 * head. Letters outside ASCII are refused, because most servers refuse them.
 */
const ADDRESS =
  /^[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
const LONGEST = 200;

/** Whether a text is one mail address. */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text) && !text.includes('..');
}
