import { expect, it } from 'vitest';
import { day } from '../../../kernel/dates.ts';
import { bankRowsOf, lastDayOfFiles, type ToldPoint } from './bank-rows.ts';

const told = (dataDate: string, fixedDay: number, ...villageCodes: string[]): ToldPoint => ({
  ...{ pointCode: 'TXN1', name: 'Vân Hòa', fixedDay, villageCodes, dataDate: day(dataDate) },
});
const shown = (words: readonly ToldPoint[], lastDay: string | null = null) =>
  bankRowsOf(words, lastDay === null ? null : day(lastDay)).map(
    ({ fixedDay, validFrom, validTo, villageCodes }) => [
      fixedDay,
      validFrom,
      validTo,
      villageCodes.join(' '),
    ],
  );

const september = told('2026-09-30', 19, 'a');
const october = told('2026-10-31', 20, 'a', 'b');

it('[SE10] a changed day begins a row; the order in which dates came makes no difference', () => {
  const rows = [
    [19, '2026-09-30', '2026-10-30', 'a'],
    [20, '2026-10-31', null, 'a b'],
  ];
  expect(shown([september, october])).toEqual(rows);
  expect(shown([october, september])).toEqual(rows);
});

it('[SE10] without the word of a date its row and its villages are gone, and the row before goes on', () => {
  expect(shown([september])).toEqual([[19, '2026-09-30', null, 'a']]);
  expect(shown([september, told('2026-10-31', 19, 'b')])).toEqual([[19, '2026-09-30', null, 'a b']]);
  expect(shown([])).toEqual([]);
});

it('[SE10] a corrected month leaves what later months told from their dates on', () => {
  expect(shown([told('2026-09-30', 21, 'a'), october, told('2026-11-30', 20, 'c')])).toEqual([
    [21, '2026-09-30', '2026-10-30', 'a'],
    [20, '2026-10-31', null, 'a b c'],
  ]);
});

it('[SE10] the files have no say from the day on that people entered, or after the day they ended a point', () => {
  expect(shown([september, october], '2026-10-31')).toEqual([
    [19, '2026-09-30', '2026-10-30', 'a'],
    [20, '2026-10-31', '2026-10-31', 'a b'],
  ]);
  expect(shown([september, october], '2026-10-30')).toEqual([[19, '2026-09-30', '2026-10-30', 'a']]);
});

it('[SE10] the last day of the files is the earlier of what people entered and what they ended', () => {
  const row = (source: 'bank' | 'entered', validFrom: string, validTo: string | null) => ({
    ...{ source, validFrom: day(validFrom), validTo: validTo === null ? null : day(validTo) },
  });
  const old = row('bank', '2026-09-30', '2026-10-30');
  expect(lastDayOfFiles([row('bank', '2026-10-31', null), old])).toBeNull();
  expect(lastDayOfFiles([row('bank', '2026-10-31', '2026-11-15'), old])).toBe('2026-11-15');
  expect(lastDayOfFiles([row('entered', '2026-11-20', null), row('bank', '2026-10-31', '2026-11-15')])).toBe(
    '2026-11-15',
  );
  expect(lastDayOfFiles([row('entered', '2026-11-20', null)])).toBe('2026-11-19');
});
