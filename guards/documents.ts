import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, filesBelow, type Guard } from './finding.ts';

/** A path from the project's folder; one with a placeholder (`<module>`, `NNNN`, `*`, `…`) names no file. */
const PATH = /(?<![\w./<>-])(?:src|guards|scripts|bin|tests|bench|docs|data)\/[\w./@<>*…-]*/g;
const PLACEHOLDER = /[<>*…]|NNNN/;
const NPM_RUN = /\bnpm run ([\w:-]+)/g;

/** What the Markdown files tell people to open or to run exists. */
export const documents: Guard = {
  name: 'documents',
  check: (root) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts?: Record<string, string>;
    };
    return filesBelow(root, '.', /\.md$/).flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((text, i) =>
          missing(text, { root, scripts }).map((message) => finding(file, i + 1, message)),
        ),
    );
  },
};

function missing(text: string, { root, scripts }: { root: string; scripts: object }): string[] {
  const paths = [...text.matchAll(PATH)].map(([path]) => path.replace(/[.…-]+$/, ''));
  const commands = [...text.matchAll(NPM_RUN)].map(([, name = '']) => name);
  return [
    ...paths
      .filter((path) => !PLACEHOLDER.test(path) && !existsSync(join(root, path)))
      .map((path) => `there is no ${path}`),
    ...commands
      .filter((name) => !Object.hasOwn(scripts, name))
      .map((name) => `package.json has no script ${name}`),
  ];
}

function finding(file: string, line: number, message: string): Finding {
  return { guard: 'documents', file, line, message };
}
