import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Guard } from './finding.ts';
import { filesBelow } from './finding.ts';

/** What others may use of a file. What is only handed on (`export … from`) is told where it is declared. */
const EXPORT =
  /^export (?:default )?(?:async |abstract |declare )*(?:function|const|let|class|type|interface|enum) (\w+)/;

/** Tests and what only they use are read together with the test. */
const READ_ALONG = /\.test\.tsx?$|\.d\.ts$/;

/** Whoever calls a thing of another file reads its comment, not its body: each export has one, right above it. */
export const docComments: Guard = {
  name: 'doc-comments',
  check: (root) =>
    filesBelow(root, 'src', /\.tsx?$/)
      .filter((file) => !READ_ALONG.test(file))
      .flatMap((file) => undocumented(root, file)),
};

function undocumented(root: string, file: string): Finding[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    const name = EXPORT.exec(line)?.[1];
    if (name === undefined || isDocumented(lines, { before: i, name })) return [];
    const message = `${name} has no comment: say what it is, its units, what it refuses`;
    return [{ guard: 'doc-comments', file, line: i + 1, message }];
  });
}

/** A comment ends on the line above; the further signatures of one function share the comment of the first. */
function isDocumented(lines: readonly string[], { before, name }: { before: number; name: string }): boolean {
  const above = lines[before - 1]?.trimEnd() ?? '';
  return above.endsWith('*/') || new RegExp(`^export (async )?function ${name}\\b`).test(above);
}
