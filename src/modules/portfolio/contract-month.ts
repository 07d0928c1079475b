import { z } from 'zod';
import { count, date, id, operation } from '../../kernel/contract.ts';
import {
  ageingClass,
  bps,
  dataDate,
  figures,
  heatCell,
  listName,
  monthPoint,
  monthRules,
  seriesEvent,
  sessionDue,
  source,
  staleness,
} from './domain/shapes.ts';
import { compareCommunes, seeFigures } from './policy.ts';

/** The data dates that can be chosen, newest first. */
export const listDataDates = operation({
  name: 'portfolio.listDataDates',
  method: 'GET',
  path: '/portfolio/data-dates',
  summary: 'Các ngày số liệu đã ghi vào sổ, mới nhất trước.',
  input: z.object({ communeId: id.optional() }),
  output: z.object({ dataDates: z.array(dataDate), staleness: staleness.nullable() }),
  permission: seeFigures,
});

/**
 * The whole month page of a commune. Without `dataDate` the newest one that the commune has figures for. Where it has
 * none for the date asked, `now` is null: missing, not zero. A caller with a narrower office (association, village,
 * group) gets that part of the commune, as `covers` says.
 */
export const showCommuneMonth = operation({
  name: 'portfolio.showCommuneMonth',
  method: 'GET',
  path: '/portfolio/communes/{communeId}/month',
  summary: 'Một tháng của xã trên một trang.',
  input: z.object({ communeId: id, dataDate: date.optional() }),
  output: z.object({
    communeId: id,
    communeCode: z.string(),
    communeName: z.string(),
    officeId: id.nullable(),
    officeName: z.string().nullable(),
    covers: z.enum(['commune', 'association', 'village', 'group']),
    /** Null only while nothing has been published at all. */
    dataDate: date.nullable(),
    /** The newest date that the commune has figures for; the newest of `dataDates` may be later. */
    figuresDate: date.nullable(),
    /** The published date before, that every change is against. */
    comparedDate: date.nullable(),
    staleness: staleness.nullable(),
    now: figures.nullable(),
    before: figures.nullable(),
    /** Of the villages of `now`, codes that have no name yet. */
    unnamedVillages: count,
    /** Null while communes of the office are missing from the date [PF3]. */
    office: z.object({ arrearsBps: bps, communes: count }).nullable(),
    nextFreezeEndsOn: date.nullable(),
    /** The four coming session dates after the data date. */
    dueBySession: z.array(sessionDue),
    /** 24 months, oldest first, ending with the month of the data date. */
    series: z.array(monthPoint),
    events: z.array(seriesEvent),
    ageing: z.array(ageingClass),
    heat: z.object({
      /** 13 months, oldest first; a month without figures has no date. */
      months: z.array(z.object({ month: z.string(), dataDate: date.nullable() })),
      /** Cells in the order of the months; null where the month or the village is missing. */
      villages: z.array(
        z.object({
          villageCode: z.string(),
          villageName: z.string().nullable(),
          cells: z.array(heatCell.nullable()),
        }),
      ),
      total: z.array(heatCell.nullable()),
    }),
    lists: z.array(z.object({ list: listName, loans: count, customers: count })),
    rules: monthRules,
    source: source.nullable(),
    dataDates: z.array(date),
  }),
  refusals: ['dateNotPublished'],
  permission: seeFigures,
});

/** The communes of the office side by side. */
export const showOfficeMonth = operation({
  name: 'portfolio.showOfficeMonth',
  method: 'GET',
  path: '/portfolio/office/month',
  summary: 'Các xã của phòng giao dịch cạnh nhau, một tháng.',
  input: z.object({ officeId: id.optional(), dataDate: date.optional() }),
  output: z.object({
    officeId: id,
    officeName: z.string(),
    dataDate: date.nullable(),
    comparedDate: date.nullable(),
    staleness: staleness.nullable(),
    now: figures.nullable(),
    /** Of the villages of `now`, codes that have no name yet. */
    unnamedVillages: count,
    /** What changes are told from: only the communes with figures on both dates [PF3]; null without any. */
    compared: z.object({ communes: count, now: figures, before: figures }).nullable(),
    /** Every commune of the office; `now` is null for those missing from the date. */
    communes: z.array(
      z.object({
        communeId: id,
        communeCode: z.string(),
        communeName: z.string(),
        versionNumber: count.nullable(),
        /** The newest date before that the commune itself has: its change is against it. */
        comparedDate: date.nullable(),
        now: figures.nullable(),
        before: figures.nullable(),
        /** Ratio over 24 months, oldest first, null where missing. */
        series: z.array(bps),
      }),
    ),
    /** The office's ratio; a month with communes missing is a gap [PF3]. */
    series: z.array(monthPoint),
    rules: monthRules,
    source: source.nullable(),
    dataDates: z.array(date),
  }),
  refusals: ['dateNotPublished', 'officeUnclear'],
  permission: compareCommunes,
});

/** The figures along one dimension, one row a key. */
export const showSummary = operation({
  name: 'portfolio.showSummary',
  method: 'GET',
  path: '/portfolio/summary',
  summary: 'Số tổng hợp của một phạm vi, hoặc từng dòng theo một chiều.',
  input: z.object({
    dataDate: date.optional(),
    communeId: id.optional(),
    /** Every key of the dimension, or with `key` only that one. Default: the total. */
    dimension: z.enum(['total', 'village', 'association', 'programme', 'fund_source', 'group']).optional(),
    key: z.string().max(20).optional(),
  }),
  output: z.object({
    dataDate: date,
    /** Null where no commune is in both dates. */
    comparedDate: date.nullable(),
    /** How many communes both dates have: only they are compared [PF3]. */
    comparedCommunes: count,
    rows: z.array(
      z.object({
        key: z.string(),
        name: z.string().nullable(),
        now: figures,
        /** What a change is told from; `before` is null where the key was not there yet. */
        compared: z.object({ now: figures, before: figures.nullable() }).nullable(),
      }),
    ),
  }),
  refusals: ['dateNotPublished'],
  permission: seeFigures,
});
