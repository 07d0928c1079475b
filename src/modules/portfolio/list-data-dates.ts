import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { listDataDates as operation } from './contract.ts';
import { communePlaces } from './db/places.ts';
import { type Publication, publicationsOf } from './db/published-dates.ts';
import { stalenessOn } from './domain/figures.ts';
import { ruleNumber } from './domain/rules.ts';
import { readRulesShown } from './read-rules.ts';

type Output = OutputOf<typeof operation>;

/** The data dates of the scope, newest first, with the communes that are missing from each [PF3]. */
export async function listDataDates(
  input: InputOf<typeof operation>,
  { tx, caller, clock }: HandlerContext,
): Promise<Output> {
  const communeIds = input.communeId === undefined ? caller.scope.communeIds : [input.communeId];
  const publications = await publicationsOf(tx, communeIds);
  const places = await communePlaces(tx, { communeIds, on: clock.today() });
  const communes = places.filter((place) => place.kind === 'commune');
  const dates = [...new Set(publications.map((shown) => shown.dataDate))];
  const [newest] = dates;
  const rules = newest === undefined ? undefined : await readRulesShown(tx, { communeIds, dataDate: newest });
  return {
    dataDates: dates.map((dataDate) => {
      const shown = publications.filter((publication) => publication.dataDate === dataDate);
      const missing = communes.filter(({ communeId }) => !shown.some((row) => row.communeId === communeId));
      const latest = shown.reduce((a, b) => (a.publishedAt >= b.publishedAt ? a : b));
      return {
        dataDate,
        versionNumber: latest.versionNumber,
        publishedAt: latest.publishedAt.toISOString(),
        communes: communes.length - missing.length,
        missingCommunes: missing.map(({ communeId, communeName }) => ({ communeId, name: communeName })),
        canUndo: canUndo(latest, publications),
      };
    }),
    staleness:
      newest && rules ? stalenessOn(clock.today(), newest, ruleNumber(rules, 'freshnessDays')) : null,
  };
}

/** A date can be taken back until a later one is published after it [PF6]. */
function canUndo(latest: Publication, publications: readonly Publication[]): boolean {
  return !publications.some(
    (other) => other.dataDate > latest.dataDate && other.publishedAt > latest.publishedAt,
  );
}
