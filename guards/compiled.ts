import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Finding } from './finding.ts';

/**
 * Compiles one file by a project's settings and names its type errors: what the compiler itself guards (pure code
 * without Node and DOM, no route without permission, no refusal code without text) is proved by samples that must fail.
 */
export function typeErrors(root: string, project: string, file: string): Finding[] {
  const config = ts.readConfigFile(join(root, project), ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(
    { ...config.config, include: [], files: [] },
    ts.sys,
    dirname(join(root, project)),
  );
  const program = ts.createProgram([join(root, file)], { ...parsed.options, noEmit: true });
  return ts
    .getPreEmitDiagnostics(program)
    .filter((diagnostic) => diagnostic.file?.fileName.endsWith(file.replace(/^.*\//, '')))
    .map((diagnostic) => ({
      guard: 'compiled',
      file,
      message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '),
    }));
}
