import { ALL_GUARDS } from './all.ts';
import { describe, type Guard } from './finding.ts';

/** Runs every guard over the project; prints each breach; exit code 1 when there is one. */
async function main(root: string): Promise<void> {
  const findings = (await Promise.all(ALL_GUARDS.map((guard: Guard) => guard.check(root)))).flat();
  for (const finding of findings) process.stderr.write(`${describe(root, finding)}\n`);
  process.stdout.write(`guards: ${ALL_GUARDS.length} run, ${findings.length} breaches\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

await main(process.cwd());
