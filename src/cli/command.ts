import type { Refusal, RefusalTexts } from '../kernel/refusal.ts';
import type { Caller } from '../platform/caller.ts';
import type { OpenPlatform } from '../platform/open-platform.ts';
import type { Settings } from '../platform/settings.ts';

/** One command of `npx giaoban`, declared as a value. */
export type Command = {
  /** One or two words: `audit verify`. */
  readonly name: string;
  /** What stands after the name in the help: `FILE… [--commit]`. */
  readonly usage: string;
  /** One Vietnamese sentence. */
  readonly summary: string;
  /** Besides `--json` and `--help`, which every command has. */
  readonly options: readonly CommandOption[];
  /** How many words may follow the name. Default: none. `missing`: the Vietnamese sentence when there are too few. */
  readonly words?: { readonly atLeast: number; readonly atMost: number; readonly missing?: string };
  /**
   * May make a database where there is none: in any data folder, or only in one that somebody has made already. Default:
   * never, as the folder was more likely forgotten or mistyped.
   */
  readonly makesDatabase?: 'anywhere' | 'inMadeFolder';
  /** Texts of the refusals it may answer with, besides the general ones. */
  readonly refusals?: RefusalTexts;
  run(context: CommandContext): Promise<CommandAnswer | Refusal>;
};

/** An option: with a value (`--date D`), or a flag. */
export type CommandOption = {
  readonly name: string;
  /** What the value is called in the help; a flag has none. */
  readonly value?: string;
  /** One Vietnamese phrase. */
  readonly summary: string;
  readonly isRequired?: boolean;
};

/** What a command is given. */
export type CommandContext = {
  /** The words after the command's name. */
  readonly words: readonly string[];
  /** The value of an option; a flag that is set has the value `''`. */
  option(name: string): string | undefined;
  readonly settings: Settings;
  /** Opens the database (the running one, or its own) at the first call. */
  open(): Promise<OpenCommand>;
};

/** The product as a command works on it. */
export type OpenCommand = OpenPlatform & {
  /** The system, over all offices and communes. */
  readonly caller: Caller;
};

/** What a command answers. */
export type CommandAnswer = {
  /** For `--json`: numbers are numbers, also amounts in đồng. */
  readonly json: unknown;
  /** For a person: Vietnamese, without the last line break. */
  readonly text: string;
  /** True when the answer is that something is wrong: exit code 1. */
  readonly isBad?: boolean;
};

/** The command was written wrongly: a Vietnamese sentence, exit code 2. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}
