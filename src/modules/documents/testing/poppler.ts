import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A word of a page with its box, in millimetres from the top left corner. */
export type PlacedWord = {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const MM_PER_POINT = 25.4 / 72;

/** Runs one of poppler's programs: beside the one that `PDFTOTEXT_PATH` names, or in the path. */
function poppler(program: string, args: readonly string[]): Buffer {
  const known = process.env.PDFTOTEXT_PATH;
  // It also complains of things that are right, on the error stream.
  return execFileSync(known ? join(dirname(known), program) : program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** What `pdfinfo` tells, by its own names, of a page where they differ. */
export function pdfInfo(file: string, page = 1): Record<string, string> {
  const lines = poppler('pdfinfo', ['-f', String(page), '-l', String(page), file])
    .toString('utf8')
    .split('\n');
  return Object.fromEntries(
    lines.map((line) => [
      line.replace(/:.*/, '').replace(/^Page +\d+ /, 'Page '),
      line.replace(/^[^:]*:\s*/, ''),
    ]),
  );
}

/** Width and height of a page in millimetres. */
export function pageSize(file: string, page: number): number[] {
  const size = /([\d.]+) x ([\d.]+)/.exec(pdfInfo(file, page)['Page size'] ?? '');
  return [Number(size?.[1]) * MM_PER_POINT, Number(size?.[2]) * MM_PER_POINT];
}

/** Names of the fonts of a file, and whether all of each is in it. */
export function fontsOf(file: string): { name: string; isEmbedded: boolean }[] {
  const lines = poppler('pdffonts', [file]).toString('utf8').trim().split('\n').slice(2);
  return lines.map((line) => ({
    name: line
      .slice(0, 37)
      .trim()
      .replace(/^[A-Z]{6}\+/, ''),
    isEmbedded: /\s(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s/.exec(line)?.[1] === 'yes',
  }));
}

/** Words by page. */
export function wordsOf(file: string): PlacedWord[][] {
  const html = poppler('pdftotext', ['-bbox', file, '-']).toString('utf8');
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ].map(([, left, top, right, bottom, text = '']) => ({
        text: text
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&'),
        left: Number(left) * MM_PER_POINT,
        top: Number(top) * MM_PER_POINT,
        right: Number(right) * MM_PER_POINT,
        bottom: Number(bottom) * MM_PER_POINT,
      })),
    );
}

/** A piece of text in one size. */
export type SizedText = { readonly text: string; readonly points: number };

/** Every piece of text with the size of its letters, to half a point. */
export function sizedTexts(file: string): SizedText[] {
  // Pixels of twice the usual number are half points.
  const xml = poppler('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', '2', file]).toString('utf8');
  const sizes = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [id, Number(size) / 2]),
  );
  return [...xml.matchAll(/<text [^>]*font="(\d+)">(.*?)<\/text>/g)].map(([, font, text = '']) => ({
    text: text.replace(/<[^>]*>/g, '').trim(),
    points: sizes.get(font) ?? 0,
  }));
}

/** Lines by page, blanks as one, empty lines left out. */
export function linesOf(file: string): string[][] {
  const text = poppler('pdftotext', ['-layout', file, '-']).toString('utf8');
  const pages = text.split('\f').slice(0, -1);
  return pages.map((page) =>
    page
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  );
}

/** What poppler reads in a PDF that lies in no file, as one line. */
export function pdfText(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-'));
  const file = join(folder, 'paper.pdf');
  try {
    writeFileSync(file, pdf);
    return linesOf(file).flat().join(' ');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A horizontal rule: where it begins, how long it is, how far down, in millimetres. */
export type Rule = { readonly left: number; readonly length: number; readonly top: number };

const PIXELS_PER_MM = 10;

/** A page in shades of grey, row by row. */
function picture(file: string, page = 1): { width: number; pixels: Buffer } {
  const resolution = String(PIXELS_PER_MM * 25.4);
  const only = ['-f', String(page), '-l', String(page)];
  const image = poppler('pdftoppm', ['-r', resolution, '-gray', ...only, file]);
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 40));
  if (!header) throw new Error('not a grey picture');
  return { width: Number(header[1]), pixels: image.subarray(header[0].length) };
}

/** The box around everything printed on a page between `from` and `to`, in millimetres. */
export function inkBox(file: string, { page, from, to }: { page: number; from: number; to: number }) {
  const { width, pixels } = picture(file, page);
  const box = { left: width, right: 0, top: to * PIXELS_PER_MM, bottom: 0 };
  for (let y = from * PIXELS_PER_MM; y < to * PIXELS_PER_MM; y++)
    for (let x = 0; x < width; x++) {
      if ((pixels[y * width + x] ?? 255) > 140) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  return {
    left: box.left / PIXELS_PER_MM,
    right: box.right / PIXELS_PER_MM,
    top: box.top / PIXELS_PER_MM,
    bottom: box.bottom / PIXELS_PER_MM,
  };
}

/** How much of the first page is not white, from 0 to 1. */
export function inkShare(file: string): number {
  const { pixels } = picture(file);
  return pixels.filter((pixel) => pixel < 245).length / pixels.length;
}

/** Unbroken dark stretches of the first page above `bottom` that are longer than any letter is wide. */
export function rulesOf(file: string, bottom: number): Rule[] {
  const { width, pixels } = picture(file);
  const rows = Array.from({ length: bottom * PIXELS_PER_MM }, (_, y) =>
    longestDark(pixels.subarray(y * width, (y + 1) * width)).map((stretch) => ({
      ...stretch,
      top: y / PIXELS_PER_MM,
    })),
  );
  // A rule is a few pixels thick: its first row stands for it.
  return rows.flat().filter((rule, i, all) => {
    const earlier = all.slice(0, i);
    return !earlier.some((other) => Math.abs(other.left - rule.left) < 1 && rule.top - other.top < 1);
  });
}

function longestDark(row: Uint8Array): { left: number; length: number }[] {
  const stretches: { left: number; length: number }[] = [];
  let begun = -1;
  for (let x = 0; x <= row.length; x++) {
    const isDark = x < row.length && (row[x] ?? 255) < 140;
    if (isDark && begun < 0) begun = x;
    if (isDark || begun < 0) continue;
    const length = (x - begun) / PIXELS_PER_MM;
    if (length > 6) stretches.push({ left: begun / PIXELS_PER_MM, length });
    begun = -1;
  }
  return stretches;
}
