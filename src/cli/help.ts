import type { Command } from './command.ts';
import { optionsOf } from './read-arguments.ts';

/** The help of one command, or the list of all. */
export function help(command: Command | undefined, commands: readonly Command[]): string {
  return command ? helpOf(command) : listOf(commands);
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
  const rows = commands.map(
    (command) => [`${command.name} ${command.usage}`.trim(), command.summary] as const,
  );
  return [
    'Các lệnh của Giao Ban. Xem một lệnh: npx giaoban LỆNH --help',
    '',
    ...aligned(rows),
    '',
    'Mã kết thúc: 0 xong, 1 bị từ chối hoặc có sai lệch, 2 ghi sai lệnh hoặc không chạy được.',
  ].join('\n');
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
