import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One `it`, `test` or `describe` of a test file. */
export type TestTitle = {
  /** As it is written; undefined when it is no text that stands there, so that nobody can search for it. */
  readonly title: string | undefined;
  readonly line: number;
  /** Something is expected in it, or in a function of the same file that it calls. */
  readonly expects: boolean;
};

const SUITE_OR_TEST = /^(it|test|describe)\b/;
/** What a test calls to say what must be: `expect` and what is named after it, assertions, and properties that are held. */
const EXPECTATION = /^(expect\w*|assert\w*)$/;

/** The tests and suites of a file, read by the compiler's own parser: line breaks and quotes do not hide them. */
export function testTitles(root: string, file: string): TestTitle[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.ES2023,
    true,
  );
  const expecting = functionsThatExpect(source);
  const titles: TestTitle[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isSuiteOrTest(node)) {
      const [title, ...rest] = node.arguments;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      titles.push({
        title: writtenText(title),
        line,
        expects: rest.some((arg) => expectsIn(arg, expecting)),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** `it('…', …)`, `it.each(table)('…', …)`; not `it.each(table)` alone. */
function isSuiteOrTest({ expression, arguments: args }: ts.CallExpression): boolean {
  if (args.length < 2) return false;
  return (
    SUITE_OR_TEST.test(expression.getText()) &&
    !/\.(each|for|extend|runIf|skipIf)$/.test(expression.getText())
  );
}

function writtenText(node: ts.Expression | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText() : undefined;
}

/** The names of the file's functions in which something is expected, also by way of each other. */
function functionsThatExpect(source: ts.SourceFile): ReadonlySet<string> {
  const functions = new Map<string, ts.Node>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      functions.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const found = new Set<string>();
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const [name, node] of functions) if (expectsIn(node, found)) found.add(name);
  }
  return found;
}

function expectsIn(node: ts.Node, expecting: ReadonlySet<string>): boolean {
  if (ts.isIdentifier(node)) return EXPECTATION.test(node.text) || expecting.has(node.text);
  return ts.forEachChild(node, (child) => expectsIn(child, expecting) || undefined) ?? false;
}
