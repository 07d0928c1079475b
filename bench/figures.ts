import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../src/platform/project.ts';
import { load } from './measuring.ts';

/** A measured value with its unit, as it is printed. */
export type Unit = 'ms' | 's' | 'MB' | 'KB';

/** One line of the table. */
export type Figure = {
  readonly what: string;
  readonly unit: Unit;
  readonly value: number;
  /** What the value is held against, measured in the same run, in the same unit. */
  readonly yardstick: { readonly what: string; readonly value: number } | null;
  /** The most that was promised: of the value itself, or of value divided by yardstick. */
  readonly goal: { readonly of: 'value' | 'ratio'; readonly atMost: number };
  /** How it came about: repetitions, sizes, parts. */
  readonly note: string;
};

const JSON_FILE = join(PROJECT_ROOT, '.cache/bench.json');

/** Keeps the figures of a run: each is printed when it is known, all of them at the end. */
export function openBook() {
  const figures: (Figure & { readonly load: string })[] = [];
  return {
    add(figure: Figure): void {
      const entry = { ...figure, load: load() };
      figures.push(entry);
      process.stderr.write(`    ${lineOf(entry).join('  ')}\n`);
    },
    /** Prints the table and writes it as JSON. @returns true when every goal is met */
    close(): boolean {
      const rows = figures.map(lineOf);
      process.stdout.write(`\n${tableOf([HEADINGS, ...rows])}\n\n${notesOf(figures)}\n`);
      process.stdout.write(`\n${figures.filter(isMet).length} of ${figures.length} goals are met.\n`);
      mkdirSync(dirname(JSON_FILE), { recursive: true });
      const entries = figures.map((figure) => ({
        ...figure,
        ratio: ratioOf(figure),
        isMet: isMet(figure),
      }));
      writeFileSync(JSON_FILE, `${JSON.stringify({ node: process.version, figures: entries }, null, 2)}\n`);
      return figures.every(isMet);
    },
  };
}

/** See {@link openBook}. */
export type Book = ReturnType<typeof openBook>;

function ratioOf({ value, yardstick }: Figure): number | null {
  return yardstick === null ? null : value / yardstick.value;
}

function isMet(figure: Figure): boolean {
  const measured = figure.goal.of === 'value' ? figure.value : ratioOf(figure);
  return measured !== null && measured <= figure.goal.atMost;
}

const HEADINGS = ['figure', 'value', 'yardstick', '', 'ratio', 'goal', '', 'load'];

function lineOf(figure: Figure & { readonly load: string }): string[] {
  const { what, unit, value, yardstick, goal } = figure;
  const ratio = ratioOf(figure);
  return [
    what,
    shown(value, unit),
    yardstick === null ? '' : yardstick.what,
    yardstick === null ? '' : shown(yardstick.value, unit),
    ratio === null ? '' : `${ratio.toFixed(2)} ×`,
    goal.of === 'ratio' ? `≤ ${goal.atMost} ×` : `≤ ${shown(goal.atMost, unit)}`,
    isMet(figure) ? 'ok' : 'MISSED',
    figure.load,
  ];
}

function shown(value: number, unit: Unit): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function notesOf(figures: readonly Figure[]): string {
  return figures
    .filter(({ note }) => note !== '')
    .map(({ what, note }) => `${what}: ${note}`)
    .join('\n');
}
