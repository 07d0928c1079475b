import { type Command, type CommandOption, UsageProblem } from './command.ts';

/** A command line taken apart. */
export type Arguments = {
  readonly command: Command | undefined;
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
};

const EVERYWHERE: readonly CommandOption[] = [
  { name: 'json', summary: 'in kết quả dạng JSON' },
  { name: 'help', summary: 'in hướng dẫn này' },
];

/** The options of a command with those that every command has. */
export function optionsOf(command: Command | undefined): readonly CommandOption[] {
  return [...(command?.options ?? []), ...EVERYWHERE];
}

/**
 * Takes a command line apart. Everything after `--` is a word, so that a file may be named like an option.
 *
 * @throws UsageProblem for an unknown command or option, a value that is missing or too many
 */
export function readArguments(args: readonly string[], commands: readonly Command[]): Arguments {
  const command = findCommand(args, commands);
  const rest = args.slice(command ? command.name.split(' ').length : 0);
  const words: string[] = [];
  const options = new Map<string, string>();
  const end = rest.indexOf('--');
  const queue = end < 0 ? [...rest] : rest.slice(0, end);
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg.startsWith('-') && arg.length > 1) readOption(arg, { command, queue, options });
    else words.push(arg);
  }
  if (end >= 0) words.push(...rest.slice(end + 1));
  if (!command) checkPlace(words, { commands, wantsHelp: options.has('help') });
  else if (!options.has('help')) checkComplete(command, words, options);
  return { command, words, options };
}

/** The command whose name the line begins with; `audit verify` before `audit`. */
export function findCommand(args: readonly string[], commands: readonly Command[]): Command | undefined {
  const longestFirst = commands.toSorted((a, b) => b.name.length - a.name.length);
  return longestFirst.find(({ name }) => name.split(' ').every((word, i) => args[i] === word));
}

/** The commands below the first words of a line: `users` has `users add` and the others; no words have all. */
export function commandsBelow(words: readonly string[], commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ name }) => words.every((word, i) => name.split(' ')[i] === word));
}

function checkPlace(
  words: readonly string[],
  { commands, wantsHelp }: { commands: readonly Command[]; wantsHelp: boolean },
): void {
  if (words.length === 0 || (wantsHelp && commandsBelow(words, commands).length > 0)) return;
  if (commandsBelow(words, commands).length > 0)
    throw new UsageProblem(`Sau ${words.join(' ')} còn thiếu tên lệnh.`);
  throw new UsageProblem(`Không có lệnh ${words.join(' ')}.`);
}

function readOption(
  arg: string,
  into: { command: Command | undefined; queue: string[]; options: Map<string, string> },
): void {
  const [, name = '', , inline] = /^--([a-z-]+)(=(.*))?$/s.exec(arg) ?? [];
  const option = optionsOf(into.command).find((known) => known.name === name);
  if (!option) throw new UsageProblem(`Không có tùy chọn ${arg.split('=')[0]}.`);
  if (into.options.has(name)) throw new UsageProblem(`Tùy chọn --${name} chỉ ghi một lần.`);
  if (option.value === undefined) {
    if (inline !== undefined) throw new UsageProblem(`Tùy chọn --${name} không có giá trị.`);
    into.options.set(name, '');
    return;
  }
  const value = inline ?? into.queue.shift();
  if (!value) throw new UsageProblem(`Tùy chọn --${name} cần giá trị ${option.value}.`);
  into.options.set(name, value);
}

const NO_WORDS: NonNullable<Command['words']> = { atLeast: 0, atMost: 0 };

function checkComplete(
  command: Command,
  words: readonly string[],
  options: ReadonlyMap<string, string>,
): void {
  const { atLeast, atMost, missing: tooFew = 'Lệnh còn thiếu.' } = command.words ?? NO_WORDS;
  if (words.length < atLeast) throw new UsageProblem(tooFew);
  if (words.length > atMost) throw new UsageProblem(`Thừa: ${words.slice(atMost).join(' ')}.`);
  const missing = command.options.find(({ name, isRequired }) => isRequired && !options.has(name));
  if (missing)
    throw new UsageProblem(`Cần tùy chọn --${missing.name} ${missing.value ?? ''}`.trim().concat('.'));
}
