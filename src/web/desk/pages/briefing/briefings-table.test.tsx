import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { day } from '../../../../kernel/dates.ts';
import { BriefingsTable } from './briefings-table.tsx';

type Props = Parameters<typeof BriefingsTable>[0];

const stateOf = (openedAt: string) => {
  const row = {
    ...{ briefingId: 'a', pointName: 'Sơn Xuân', state: 'open', cancelReason: null, openedAt },
    ...{ heldOn: day('2026-12-31'), metOn: day('2026-12-31'), conclusions: 0 },
    difficulties: { open: 0, given: 0 },
  } as unknown as Props['briefings'][number];
  const commune = { id: 'b', code: '540104' } as Props['commune'];
  return renderToStaticMarkup(
    <BriefingsTable briefings={[row]} commune={commune} today={day('2027-01-23')} />,
  );
};

test('[GV139] the list calls a meeting as its page does: one of an earlier day is written down, nobody meets', () => {
  expect(stateOf('2026-12-31T03:20:00.000Z')).toContain('Đang họp, từ 10:20');
  expect(stateOf('2027-01-23T03:20:00.000Z')).toContain('Đang ghi lại');
  expect(stateOf('2027-01-23T03:20:00.000Z')).not.toContain('Đang họp');
});
