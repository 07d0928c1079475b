import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, filesBelow, type Guard } from './finding.ts';
import { type TestTitle, testTitles } from './test-titles.ts';

const RULE_ROW = /^\|\s*([A-Z]{1,3}\d+[a-z]?)\s*\|/;
const RULE_ID = /\[([A-Z]{1,3}\d+[a-z]?)\]/g;

/**
 * Every rule of a RULES.md is cited by a test that expects something, of a unit or of a journey, every rule a test cites exists, no id stands twice,
 * and titles are written where the test stands.
 */
export const ruleIds: Guard = {
  name: 'rule-ids',
  check: (root) => {
    const rules = filesBelow(root, 'src', /^RULES\.md$/).flatMap((file) => rulesOf(root, file));
    const titles = filesWithTests(root).flatMap((file) =>
      testTitles(root, file).map((title) => ({ ...title, file })),
    );
    const citations = titles.filter(({ expects }) => expects).flatMap(citationsOf);
    const known = new Set(rules.map((rule) => rule.id));
    const cited = new Set(citations.map((citation) => citation.id));
    return [
      ...rules
        .filter((rule, i) => rules.findIndex((other) => other.id === rule.id) !== i)
        .map((rule) => finding(rule, `rule ${rule.id} stands twice`)),
      ...rules
        .filter((rule) => !cited.has(rule.id))
        .map((rule) => finding(rule, `no test cites rule ${rule.id}`)),
      ...citations
        .filter((citation) => !known.has(citation.id))
        .map((citation) => finding(citation, `no RULES.md has rule ${citation.id}`)),
      ...titles
        .filter(({ expects }) => !expects)
        .flatMap(citationsOf)
        .map((citation) => finding(citation, `the test of rule ${citation.id} expects nothing`)),
      ...titles
        .filter(({ title }) => title === undefined)
        .map((place) => finding(place, 'write the title where the test stands: nobody finds it elsewhere')),
    ];
  },
};

/** Files of tests, and the parts of journeys, whose tests stand in files that a test of the browser calls. */
function filesWithTests(root: string): string[] {
  return [
    ...filesBelow(root, '.', /\.test\.tsx?$/),
    ...filesBelow(root, 'tests/journey', /(?<!\.test)\.ts$/),
  ];
}

type Place = { readonly file: string; readonly line: number };
type Mention = Place & { readonly id: string };

function rulesOf(root: string, file: string): Mention[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((text, i) => {
      const id = RULE_ROW.exec(text)?.[1];
      return id === undefined ? [] : [{ id, file, line: i + 1 }];
    });
}

function citationsOf({ title = '', file, line }: TestTitle & Place): Mention[] {
  return [...title.matchAll(RULE_ID)].map(([, id = '']) => ({ id, file, line }));
}

function finding({ file, line }: Place, message: string): Finding {
  return { guard: 'rule-ids', file, line, message };
}
