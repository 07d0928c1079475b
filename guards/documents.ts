import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, filesBelow, type Guard } from './finding.ts';

/** A path from the project's folder; one with a placeholder (`<module>`, `NNNN`, `*`, `…`) names no file. */
const PATH = /(?<![\w./<>-])(?:src|guards|scripts|bin|tests|bench|docs|data)\/[\w./@<>*…-]*/g;
const PLACEHOLDER = /[<>*…]|NNNN/;
const GIAOBAN = /\bnpx giaoban ([a-z][a-z-]*(?: [a-z][a-z-]*)?)([^`]*)/g;
const OPTION = /--([a-z][a-z-]*)/g;
const NPM_RUN = /\bnpm run ([\w:-]+)/g;

/** What the Markdown files tell people to open or to run exists. */
export const documents: Guard = {
  name: 'documents',
  check: (root) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts?: Record<string, string>;
    };
    const commands = commandsOf(root);
    return filesBelow(root, '.', /\.md$/).flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((text, i) =>
          [...missing(text, { root, scripts }), ...missingCommands(text, commands)].map((message) =>
            finding(file, i + 1, message),
          ),
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

type Commands = { readonly names: ReadonlySet<string>; readonly options: ReadonlySet<string> };

/** The commands of the command line as they are declared: their names, and every option of any of them. */
function commandsOf(root: string): Commands {
  const sources = filesBelow(root, 'src/cli/commands', /(?<!\.test)\.ts$/).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const named = (pattern: RegExp) =>
    sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));
  return {
    names: new Set(named(/\bCommand = \{\s+name: '([^']+)'/g)),
    options: new Set(['json', 'help', ...named(/\bname: '([a-z][a-z-]*)'/g)]),
  };
}

/** What a line tells to run of the command line and is not there; a command has one or two words. */
function missingCommands(text: string, { names, options }: Commands): string[] {
  return [...text.matchAll(GIAOBAN)].flatMap(([, words = '', rest = '']) => [
    ...(names.has(words) || names.has(words.split(' ')[0] ?? '') ? [] : [`the command line has no ${words}`]),
    ...[...rest.matchAll(OPTION)]
      .map(([, option = '']) => option)
      .filter((option) => !options.has(option))
      .map((option) => `the command line has no option --${option}`),
  ]);
}

function finding(file: string, line: number, message: string): Finding {
  return { guard: 'documents', file, line, message };
}
