import type { Vnd } from '../../../kernel/money.ts';

/** Open loans of a batch that share a programme and a rate, in hundredths of a percent a year. */
export type RateGroup = {
  readonly programmeCode: string;
  readonly rateBpsPerYear: number;
  readonly loans: number;
  readonly outstandingVnd: Vnd;
};

/** What the catalogue of programmes makes doubtful in a batch. */
export type ProgrammeDoubts = {
  /** Codes that the catalogue does not have. */
  readonly unknown: readonly Omit<RateGroup, 'rateBpsPerYear'>[];
  /** Rates that are far from every rate the programme has had; `nearestBps` is the one least far. */
  readonly farRates: readonly (RateGroup & { readonly nearestBps: number })[];
};

/**
 * Codes and rates of a batch that the catalogue does not explain [PF90]. A programme whose rates are not known is not judged.
 *
 * @param ratesOf every rate of a programme, by code
 * @param gapBps a rate this far from all of them, or farther, is told
 */
export function programmeDoubts(
  groups: readonly RateGroup[],
  { ratesOf, gapBps }: { ratesOf: ReadonlyMap<string, readonly number[]>; gapBps: number },
): ProgrammeDoubts {
  const unknown = new Map<string, Omit<RateGroup, 'rateBpsPerYear'>>();
  const farRates: (RateGroup & { nearestBps: number })[] = [];
  for (const group of groups) {
    const { programmeCode, rateBpsPerYear, loans, outstandingVnd } = group;
    const rates = ratesOf.get(programmeCode);
    if (rates === undefined) {
      const before = unknown.get(programmeCode) ?? { programmeCode, loans: 0, outstandingVnd: 0n };
      unknown.set(programmeCode, {
        ...{ programmeCode, loans: before.loans + loans },
        outstandingVnd: before.outstandingVnd + outstandingVnd,
      });
      continue;
    }
    const [nearestBps] = rates.toSorted(
      (a, b) => Math.abs(a - rateBpsPerYear) - Math.abs(b - rateBpsPerYear),
    );
    if (nearestBps !== undefined && Math.abs(nearestBps - rateBpsPerYear) >= gapBps)
      farRates.push({ ...group, nearestBps });
  }
  return { unknown: [...unknown.values()], farRates };
}
