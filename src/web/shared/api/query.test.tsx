import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { putAwayFirstSteps } from '../../../modules/identity/contract.ts';
import { refusalCode } from './call.ts';
import { type Command, createQueryClient, useCommand } from './query.ts';

type Given = Command<typeof putAwayFirstSteps>;

afterEach(() => void vi.unstubAllGlobals());

test('[GV152] a command tells that the server has done it before the questions are asked anew', async () => {
  vi.stubGlobal('window', { fetch: async () => Response.json({}) });
  const client = createQueryClient();
  const told: string[] = [];
  vi.spyOn(client, 'invalidateQueries').mockImplementation(async () => void told.push('asked anew'));
  const { run } = drawn(client);
  await run({ isPutAway: true }, { onTaken: () => void told.push('taken') });
  expect(told).toEqual(['taken', 'asked anew']);
});

test('[GV152] of a command that is refused nothing is told to be done', async () => {
  vi.stubGlobal('window', { fetch: async () => Response.json({ refused: 'databaseBusy' }, { status: 503 }) });
  const onTaken = vi.fn();
  expect(await drawn(createQueryClient()).run({ isPutAway: true }, { onTaken })).toBeUndefined();
  expect(onTaken).not.toHaveBeenCalled();
});

test('[GV97] who gave a command is told its refusal itself, also where nothing of the page hears of it', async () => {
  vi.stubGlobal('window', { fetch: async () => Response.json({ refused: 'databaseBusy' }, { status: 503 }) });
  const onRefused = vi.fn();
  await drawn(createQueryClient()).run({ isPutAway: true }, { onRefused });
  expect(onRefused.mock.calls.map(([refusal]) => refusalCode(refusal))).toEqual(['databaseBusy']);
});

test('[GV97] of a command that is done no refusal is told', async () => {
  vi.stubGlobal('window', { fetch: async () => Response.json({}) });
  const onRefused = vi.fn();
  expect(await drawn(createQueryClient()).run({ isPutAway: true }, { onRefused })).toEqual({});
  expect(onRefused).not.toHaveBeenCalled();
});

function drawn(client: QueryClient): Given {
  const all: Given[] = [];
  renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <Button onDrawn={(command) => void all.push(command)} />
    </QueryClientProvider>,
  );
  const [only] = all;
  if (only === undefined) throw new Error('nothing was drawn');
  return only;
}

function Button({ onDrawn }: { readonly onDrawn: (command: Given) => void }): null {
  onDrawn(useCommand(putAwayFirstSteps));
  return null;
}
