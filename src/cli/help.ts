import type { Command } from './command.ts';
import { type Arguments, commandsBelow, optionsOf } from './read-arguments.ts';

/** The help of one command, or the list of all, or of those of a group: `users --help`. */
export function help({ command, words }: Arguments, commands: readonly Command[]): string {
  if (!command) return listOf(commandsBelow(words, commands));
  const below = commandsBelow(command.name.split(' '), commands).filter((other) => other !== command);
  return [helpOf(command), ...(below.length > 0 ? ['', ...rowsOf(below)] : [])].join('\n');
}

/** The line that shows how a command is written. */
export function usageOf(command: Command): string {
  return `npx giaoban ${command.name} ${command.usage}`.trim();
}

function helpOf(command: Command): string {
  const options = optionsOf(command).map(
    ({ name, value, summary }) => [`--${name} ${value ?? ''}`.trim(), summary] as const,
  );
  return [command.summary, '', `  ${usageOf(command)}`, '', ...aligned(options)].join('\n');
}

function listOf(commands: readonly Command[]): string {
  return [
    'Các lệnh của Giao Ban. Xem một lệnh: npx giaoban LỆNH --help',
    '',
    ...rowsOf(commands),
    '',
    'Mã kết thúc: 0 xong, 1 bị từ chối hoặc có sai lệch, 2 ghi sai lệnh hoặc không chạy được.',
  ].join('\n');
}

function rowsOf(commands: readonly Command[]): string[] {
  return aligned(
    commands.map((command) => [`${command.name} ${command.usage}`.trim(), command.summary] as const),
  );
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
