type Range = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const RANGE = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

/** True when the range a sheet declares leaves out cells that it holds [D7]. A range that cannot be read is wrong. */
export function isRangeWrong(declared: string, used: string): boolean {
  const [said, real] = [parseRange(declared), parseRange(used)];
  if (!real) return false;
  if (!said) return true;
  return said.left > real.left || said.top > real.top || said.right < real.right || said.bottom < real.bottom;
}

function parseRange(text: string): Range | undefined {
  const match = RANGE.exec(text.trim().toUpperCase());
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
