import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../platform/project.ts';
import { RULES, RULES_OF_LATER, type RuleName } from './domain/rules.ts';

/** The catalogue itself, and the page that lists all of it: naming a rule there is no use of it. */
const CATALOGUE = /src\/modules\/programmes\/|src\/web\/desk\/pages\/catalogue\//;

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    const isSource = /\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path);
    return isSource && !CATALOGUE.test(path) ? [readFileSync(path, 'utf8')] : [];
  });

describe('[PR9] the rules of later', () => {
  const text = sources(join(PROJECT_ROOT, 'src')).join('\n');
  const isNamed = (rule: RuleName) => new RegExp(`['.]${rule}\\b`).test(text);

  it('are those that nothing asks', () => {
    const unused = (Object.keys(RULES) as RuleName[]).filter((rule) => !isNamed(rule));
    expect(unused.toSorted()).toEqual(RULES_OF_LATER.toSorted());
  });
});
