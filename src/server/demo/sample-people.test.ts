import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PACKED_MONTHS } from './fill-demo.ts';
import { unpackSheets } from './pack.ts';
import { SAMPLE_PEOPLE } from './sample-people.ts';

it('the group leader who signs in is the person whom every month names as leader of that group', () => {
  const leader = SAMPLE_PEOPLE.find(({ role }) => role === 'groupLeader');
  const named = unpackSheets(readFileSync(PACKED_MONTHS)).flatMap(({ stem, header, rows }) => {
    const [group, name] = ['Mã tổ', 'Tên tổ trưởng'].map((column) => header.indexOf(column));
    const row = rows.find((cells) => cells[group ?? 0] === leader?.groupCode);
    return stem === 'to-truong' ? [`${row?.[name ?? 0]} (mẫu)`] : [];
  });
  expect([...new Set(named)]).toEqual([leader?.fullName]);
});
