import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Finding } from './finding.ts';

/**
 * Compiles files by a project's settings and names their type errors: what the compiler itself guards (pure code
 * without Node and DOM, no route without permission, no refusal code without text) is proved by samples that must fail.
 */
export function typeErrors(root: string, project: string, files: readonly string[]): Finding[] {
  const config = ts.readConfigFile(join(root, project), ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(
    { ...config.config, include: [], files: [] },
    ts.sys,
    dirname(join(root, project)),
  );
  const names = files.map((file) => join(root, file));
  const program = ts.createProgram(names, { ...parsed.options, noEmit: true });
  return files.flatMap((file) => {
    const source = program.getSourceFile(join(root, file));
    // Of the file alone: what it imports has its errors told by the compiler itself.
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => ({
        guard: 'compiled',
        file,
        message: ts.flattenDiagnosticMessageText(messageText, ' '),
      }),
    );
  });
}
