import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Finding, filesBelow, type Guard } from './finding.ts';

/** The ceilings of one part. They may be lowered, never raised; when the code has become smaller, they must follow. */
type Ceilings = {
  readonly fileLines: number;
  readonly functionLines: number;
  /** Functions of `.tsx` files: mark-up is long without being hard to read, but it ends somewhere. */
  readonly viewLines: number;
  readonly filesOver250Lines: number;
};

/** The product, and what stands beside it: tests, guards, bench, scripts. */
type Part = 'product' | 'beside';

/** What the ceilings are today: none is ever above these, also when its part has grown meanwhile. */
const HARD: Readonly<Record<Part, Ceilings>> = {
  product: { fileLines: 380, functionLines: 60, viewLines: 125, filesOver250Lines: 9 },
  beside: { fileLines: 355, functionLines: 190, viewLines: 0, filesOver250Lines: 17 },
};

const FOLDERS = ['src', 'guards', 'bench', 'scripts', 'bin', 'tests'];

/** Long files and long functions, held by ceilings that only tighten. */
export const sizeCeilings: Guard = {
  name: 'size-ceilings',
  check: (root) => {
    const ceilings = JSON.parse(readFileSync(join(root, 'guards/size-ceilings.json'), 'utf8')) as typeof HARD;
    const sized = FOLDERS.flatMap((folder) => filesBelow(root, folder, /\.(ts|tsx|mjs)$/)).map((file) =>
      measure(root, file),
    );
    return (Object.keys(HARD) as Part[]).flatMap((part) => {
      const ofPart = sized.filter(({ file }) => partOf(file) === part);
      return [...tooLong(ofPart, ceilings[part]), ...ratchet(part, ceilings[part], today(ofPart))];
    });
  },
};

function partOf(file: string): Part {
  return file.startsWith('src/') && !/\.test\.tsx?$|\/testing\//.test(file) ? 'product' : 'beside';
}

function today(sized: readonly Sized[]): Ceilings {
  return {
    fileLines: Math.max(0, ...sized.map((file) => file.lines)),
    functionLines: longestFunction(sized.filter(({ file }) => !isView(file))),
    viewLines: longestFunction(sized.filter(({ file }) => isView(file))),
    filesOver250Lines: sized.filter((file) => file.lines > 250).length,
  };
}

type Sized = { file: string; lines: number; functions: { name: string; line: number; lines: number }[] };

/** Mark-up of the product; what stands beside it has functions only. */
const isView = (file: string) => file.endsWith('.tsx') && partOf(file) === 'product';

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

function ratchet(part: Part, ceilings: Ceilings, now: Ceilings): Finding[] {
  const file = 'guards/size-ceilings.json';
  return (Object.keys(HARD[part]) as (keyof Ceilings)[]).flatMap((key) => {
    const hard = HARD[part][key];
    if (ceilings[key] > hard) return [finding(file, 1, `${part}: ${key} may never be above ${hard}`)];
    if (key === 'filesOver250Lines' && now[key] > ceilings[key])
      return [finding(file, 1, `${part}: ${now[key]} files over 250 lines, the ceiling is ${ceilings[key]}`)];
    // A little air, so that the ceiling follows the code without being rewritten at every commit.
    if (ceilings[key] > Math.max(now[key] * 1.1, now[key] + 2))
      return [finding(file, 1, `${part}: ${key} can be tightened to ${now[key]}`)];
    return [];
  });
}

function measure(root: string, file: string): Sized {
  const text = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const functions: Sized['functions'] = [];
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && !isSuite(node, source)) {
      const line = lineOf(node.getStart(source));
      functions.push({ name: nameOf(node, source), line, lines: lineOf(node.end) - line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { file, lines: text.split('\n').length - 1, functions };
}

/** The function of `describe` only holds tests, each a function of its own. */
function isSuite(node: ts.Node, source: ts.SourceFile): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText(source));
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (node.name) return node.name.getText(source);
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(source) : 'a function';
}

function finding(file: string, line: number, message: string): Finding {
  return { guard: 'size-ceilings', file, line, message };
}
