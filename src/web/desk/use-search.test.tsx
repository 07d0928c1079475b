import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { searchContracts } from '../../modules/portfolio/contract.ts';
import { search } from '../../modules/registry/contract.ts';
import { type Me, MeProvider } from './session.tsx';
import { useSearch } from './use-search.ts';

const HERE = '0190a000-0000-7000-8000-000000000001' as Id;

function Names(props: { readonly text: string; readonly communeId: Id | undefined }): ReactElement {
  const { data } = useSearch(props.text, props.communeId);
  return <>{data?.hits.map(({ fullName }) => fullName).join('; ')}</>;
}

/** What a search names where the server has answered the questions of both, of one commune and of all, by their operation and input. */
function found(text: string, communeId?: Id): string {
  const client = new QueryClient();
  const answer = (name: string, input: object, fullName: string) =>
    client.setQueryData([name, input], { total: 1, hits: [{ personId: fullName, fullName }] });
  answer(search.name, { text: '6600 1234' }, 'Người xã khác');
  answer(search.name, { text: '6600 1234', communeId: HERE }, 'Người xã này');
  answer(searchContracts.name, { text: '66001234' }, 'Khế ước xã khác');
  answer(searchContracts.name, { text: '66001234', communeId: HERE }, 'Khế ước xã này');
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <MeProvider me={{ acting: { role: 'creditOfficer' } } as Me}>
        <Names text={text} communeId={communeId} />
      </MeProvider>
    </QueryClientProvider>,
  );
}

test('[GV188] a search in one commune is asked of the server there: its first hits may all be of others', () => {
  expect(found('6600 1234', HERE)).toBe('Người xã này; Khế ước xã này');
  expect(found('6600 1234')).toBe('Người xã khác; Khế ước xã khác');
});
