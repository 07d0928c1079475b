import { GENERAL_REFUSALS } from '../kernel/contract.ts';
import { exactNumber } from '../kernel/money.ts';
import { isRefusal, type Refusal, refusalText } from '../kernel/refusal.ts';
import { systemCaller } from '../platform/caller.ts';
import type { Closer } from '../platform/closers.ts';
import { openPlatform } from '../platform/open-platform.ts';
import { type ReportedDefect, reportDefect } from '../platform/report-defect.ts';
import { type Environment, readSettings, type Settings } from '../platform/settings.ts';
import { diskProblem, StartProblem } from '../platform/start-problem.ts';
import { type Command, type CommandAnswer, type OpenCommand, UsageProblem } from './command.ts';
import { wholeScope } from './db/whole-scope.ts';
import { help, usageOf } from './help.ts';
import { type Arguments, commandsBelow, findCommand, readArguments } from './read-arguments.ts';
import { requireDatabase } from './require-database.ts';

/** What a command line prints, and the code the process ends with: 0 done, 1 refused or wrong, 2 not carried out. */
export type CliEnd = { readonly code: 0 | 1 | 2; readonly out: string; readonly err: string };

/** What a command line runs on. What it opens is handed over to be closed. */
export type CliWorld = {
  readonly commands: readonly Command[];
  readonly environment: Environment;
  readonly closers: Closer[];
};

/** Carries out one command line. A defect is written to the log, and told with the reference it has there. */
export async function runCli(args: readonly string[], world: CliWorld): Promise<CliEnd> {
  const asJson = args.includes('--json');
  try {
    const read = readArguments(args, world.commands);
    if (!read.command || read.options.has('help')) return done(help(read, world.commands));
    const outcome = await carryOut(read.command, read, world);
    return isRefusal(outcome) ? refused(read.command, outcome, asJson) : answered(outcome, asJson);
  } catch (error) {
    if (error instanceof UsageProblem)
      return failed('usage', `${error.message} ${howTo(args, world.commands)}`, asJson);
    if (error instanceof StartProblem) return failed('start', error.message, asJson);
    if (error instanceof CommandDefect) return defective(error.reported, asJson);
    throw error;
  }
}

async function carryOut(
  command: Command,
  { words, options }: Arguments,
  world: CliWorld,
): Promise<CommandAnswer | Refusal> {
  const settings = readSettings(world.environment);
  let opening: Promise<OpenCommand> | undefined;
  const open = () => {
    opening ??= openFor(command, settings, world.closers);
    return opening;
  };
  try {
    return await command.run({ words, option: (name) => options.get(name), settings, open });
  } catch (error) {
    const problem = diskProblem(error, {
      dataDir: settings.dataDir,
      isElsewhere: settings.databaseUrl !== null,
    });
    if (problem instanceof StartProblem || problem instanceof UsageProblem) throw problem;
    throw new CommandDefect(reportDefect(problem, { dataDir: settings.dataDir, where: command.name }));
  }
}

/** What a command threw, already written to the log. */
class CommandDefect extends Error {
  readonly reported: ReportedDefect;
  constructor(reported: ReportedDefect) {
    super(reported.message);
    this.reported = reported;
  }
}

async function openFor(command: Command, settings: Settings, closers: Closer[]): Promise<OpenCommand> {
  requireDatabase(settings, command);
  const opening = openPlatform(settings, { connections: 4 });
  closers.push(() =>
    opening.then(
      (open) => open.close(),
      () => undefined,
    ),
  );
  const open = await opening;
  return { ...open, caller: systemCaller(await wholeScope(open.platform.database)) };
}

function answered({ json, text, isBad = false }: CommandAnswer, asJson: boolean): CliEnd {
  const out = asJson ? toJson(json) : text;
  return { code: isBad ? 1 : 0, out: out === '' ? '' : `${out}\n`, err: '' };
}

function refused(command: Command, refusal: Refusal, asJson: boolean): CliEnd {
  const message = refusalText({ ...GENERAL_REFUSALS, ...command.refusals }, refusal);
  const err = asJson ? toJson({ refused: refusal.refused, message, data: refusal.data }) : message;
  return { code: 1, out: '', err: `${err}\n` };
}

function failed(what: 'usage' | 'start', message: string, asJson: boolean): CliEnd {
  return { code: 2, out: '', err: `${asJson ? toJson({ refused: what, message }) : message}\n` };
}

function defective({ reference, message }: ReportedDefect, asJson: boolean): CliEnd {
  return {
    code: 2,
    out: '',
    err: `${asJson ? toJson({ refused: 'defect', message, reference }) : message}\n`,
  };
}

function done(text: string): CliEnd {
  return { code: 0, out: `${text}\n`, err: '' };
}

function howTo(args: readonly string[], commands: readonly Command[]): string {
  const command = findCommand(args, commands);
  if (command) return `Cách ghi: ${usageOf(command)}`;
  const group = args.slice(0, 1).filter((word) => commandsBelow([word], commands).length > 0);
  return `Xem các lệnh: ${['npx giaoban', ...group, '--help'].join(' ')}`;
}

/** Amounts in đồng are whole and below 2^53: a number carries them exactly. */
function toJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part: unknown) => (typeof part === 'bigint' ? exactNumber(part) : part),
    2,
  );
}
