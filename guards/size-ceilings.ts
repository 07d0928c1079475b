import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Finding, filesBelow, type Guard } from './finding.ts';

/** The ceilings of today. They may be lowered, never raised; when the code has become smaller, they must follow. */
type Ceilings = {
  readonly fileLines: number;
  readonly functionLines: number;
  /** Functions of `.tsx` files: mark-up is long without being hard to read, but it ends somewhere. */
  readonly viewLines: number;
  readonly filesOver250Lines: number;
};

/** No ceiling is ever above these (docs: CONTRIBUTING.md). */
const HARD: Ceilings = { fileLines: 400, functionLines: 60, viewLines: 125, filesOver250Lines: 40 };

/** Long files and long functions of the product, held by ceilings that only tighten. */
export const sizeCeilings: Guard = {
  name: 'size-ceilings',
  check: (root) => {
    const ceilings = JSON.parse(readFileSync(join(root, 'guards/size-ceilings.json'), 'utf8')) as Ceilings;
    const files = filesBelow(root, 'src', /\.(ts|tsx)$/).filter((file) => !/\.test\.tsx?$/.test(file));
    const sized = files.map((file) => measure(root, file));
    const now: Ceilings = {
      fileLines: Math.max(0, ...sized.map((file) => file.lines)),
      functionLines: longestFunction(sized.filter(({ file }) => !isView(file))),
      viewLines: longestFunction(sized.filter(({ file }) => isView(file))),
      filesOver250Lines: sized.filter((file) => file.lines > 250).length,
    };
    return [...tooLong(sized, ceilings), ...ratchet(ceilings, now)];
  },
};

type Sized = { file: string; lines: number; functions: { name: string; line: number; lines: number }[] };

const isView = (file: string) => file.endsWith('.tsx');

function longestFunction(files: readonly Sized[]): number {
  return Math.max(0, ...files.flatMap((file) => file.functions.map((fn) => fn.lines)));
}

function tooLong(sized: readonly Sized[], ceilings: Ceilings): Finding[] {
  return sized.flatMap(({ file, lines, functions }) => {
    const ceiling = isView(file) ? ceilings.viewLines : ceilings.functionLines;
    const long = functions.filter((fn) => fn.lines > ceiling);
    return [
      ...(lines > ceilings.fileLines
        ? [finding(file, 1, `${lines} lines, the ceiling is ${ceilings.fileLines}`)]
        : []),
      ...long.map((fn) =>
        finding(file, fn.line, `${fn.name} has ${fn.lines} lines, the ceiling is ${ceiling}`),
      ),
    ];
  });
}

function ratchet(ceilings: Ceilings, now: Ceilings): Finding[] {
  const file = 'guards/size-ceilings.json';
  return (Object.keys(HARD) as (keyof Ceilings)[]).flatMap((key) => {
    if (ceilings[key] > HARD[key]) return [finding(file, 1, `${key} may never be above ${HARD[key]}`)];
    if (key === 'filesOver250Lines' && now[key] > ceilings[key])
      return [finding(file, 1, `${now[key]} files over 250 lines, the ceiling is ${ceilings[key]}`)];
    // A little air, so that the ceiling follows the code without being rewritten at every commit.
    if (ceilings[key] > Math.max(now[key] * 1.1, now[key] + 2))
      return [finding(file, 1, `${key} can be tightened to ${now[key]}`)];
    return [];
  });
}

function measure(root: string, file: string): Sized {
  const text = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const functions: Sized['functions'] = [];
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const line = lineOf(node.getStart(source));
      functions.push({ name: nameOf(node, source), line, lines: lineOf(node.end) - line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, lines: text.split('\n').length - 1, functions };
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source);
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source) : 'a function';
}

function finding(file: string, line: number, message: string): Finding {
  return { guard: 'size-ceilings', file, line, message };
}
