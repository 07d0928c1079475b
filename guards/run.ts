import { BUILD_GUARDS, SOURCE_GUARDS } from './all.ts';
import { describe, type Guard } from './finding.ts';

/**
 * Runs the guards over the project, with `--built` also those of what was built; prints each breach; exit code 1 when
 * there is one.
 */
async function main(root: string, args: readonly string[]): Promise<void> {
  const guards = [...SOURCE_GUARDS, ...(args.includes('--built') ? BUILD_GUARDS : [])];
  const findings = (await Promise.all(guards.map((guard: Guard) => guard.check(root)))).flat();
  for (const finding of findings) process.stderr.write(`${describe(root, finding)}\n`);
  process.stdout.write(`guards: ${guards.length} run, ${findings.length} breaches\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

await main(process.cwd(), process.argv.slice(2));
