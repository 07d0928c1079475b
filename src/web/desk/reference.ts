import type { OutputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { listGroups } from '../../modules/groups/contract.ts';
import { LENDING_CHANNELS } from '../../modules/identity/domain/assignment.ts';
import { listProgrammes } from '../../modules/programmes/contract.ts';
import { showDemo } from '../../platform/demo/contract.ts';
import { useQuestion } from '../shared/api/query.ts';
import { shortProgramme } from '../shared/names.ts';
import { may, useMe } from './session.tsx';

/** The associations that debts are entrusted to; 99 is lending without one. */
export const ASSOCIATIONS: Readonly<Record<string, string>> = LENDING_CHANNELS;

/** The same where a column is narrow: the abbreviations that the associations themselves use. */
export const SHORT_ASSOCIATIONS: Readonly<Record<string, string>> = {
  ...ASSOCIATIONS,
  '12': 'Hội LHPN',
  '13': 'Hội CCB',
};

/** Finds the name behind a code; undefined while names are on their way, or unknown. */
export type NameOf = (code: string) => string | undefined;

/** Groups are known to people by their leader: group code → leader's name; undefined also where a group has none. */
export function useLeaderNames(communeId: Id | undefined): NameOf {
  const me = useMe();
  const { data } = useQuestion(listGroups, communeId === undefined ? {} : { communeId }, {
    enabled: may(me, listGroups),
  });
  const names = new Map(data?.groups.map((group) => [group.groupCode, group.leaderName]));
  return (code) => names.get(code);
}

/** Programme code → its name. */
export function useProgrammeNames(): NameOf {
  const me = useMe();
  const { data } = useQuestion(listProgrammes, {}, { enabled: may(me, listProgrammes) });
  // Of a code that was used again the newest holder stands first: it is put in last, and names the code.
  const names = new Map(
    data?.programmes.toReversed().map((programme) => [programme.code, shortProgramme(programme.name)]),
  );
  return (code) => names.get(code);
}

/** Whether this is the demo, and what day it is. */
export function useDemo(): OutputOf<typeof showDemo> | undefined {
  return useQuestion(showDemo, {}).data;
}
