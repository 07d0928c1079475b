import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, filesBelow, type Guard } from './finding.ts';

const RULE_ROW = /^\|\s*([A-Z]{1,3}\d+[a-z]?)\s*\|/;
const CITED_IN_TEST = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^)]*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs;
const RULE_ID = /\[([A-Z]{1,3}\d+[a-z]?)\]/g;

/** Every rule of a RULES.md is cited by a test, every rule a test cites exists, no id stands twice. */
export const ruleIds: Guard = {
  name: 'rule-ids',
  check: (root) => {
    const rules = filesBelow(root, 'src', /^RULES\.md$/).flatMap((file) => rulesOf(root, file));
    const citations = filesBelow(root, '.', /\.test\.tsx?$/).flatMap((file) => citationsOf(root, file));
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
    ];
  },
};

type Mention = { readonly id: string; readonly file: string; readonly line: number };

function rulesOf(root: string, file: string): Mention[] {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((text, i) => {
      const id = RULE_ROW.exec(text)?.[1];
      return id === undefined ? [] : [{ id, file, line: i + 1 }];
    });
}

function citationsOf(root: string, file: string): Mention[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(CITED_IN_TEST)].flatMap((title) =>
    [...(title[2] ?? '').matchAll(RULE_ID)].map((match) => ({
      id: match[1] ?? '',
      file,
      line: text.slice(0, title.index).split('\n').length,
    })),
  );
}

function finding(mention: Mention, message: string): Finding {
  return { guard: 'rule-ids', file: mention.file, line: mention.line, message };
}
