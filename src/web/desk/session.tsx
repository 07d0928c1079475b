import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import type { z } from 'zod';
import type { Operation, OutputOf } from '../../kernel/contract.ts';
import type { assignment, whoAmI } from '../../modules/identity/contract.ts';
import { showOfficeMonth } from '../../modules/portfolio/contract.ts';

/** The person signed in, acting under one office. */
export type Me = Extract<OutputOf<typeof whoAmI>, { state: 'signedIn' }> & { readonly acting: Assignment };

/** An office held. */
export type Assignment = z.output<typeof assignment>;

const MeContext = createContext<Me | undefined>(undefined);

/** Gives the pages below the person they are shown to. */
export function MeProvider({
  me,
  children,
}: {
  readonly me: Me;
  readonly children: ReactNode;
}): ReactElement {
  return <MeContext value={me}>{children}</MeContext>;
}

/** The person signed in. @throws Error outside the signed-in pages */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === undefined) throw new Error('nobody is signed in here');
  return me;
}

/** The person signed in, where one is: at the gate nobody is yet. */
export function useMeIfSignedIn(): Me | undefined {
  return useContext(MeContext);
}

/** Whether the acting office has the permission of an operation; the server decides again. */
export function may(me: Me, operation: Operation): boolean {
  if (typeof operation.permission === 'string') return true;
  const isOfOffice = operation.name === showOfficeMonth.name;
  return operation.permission.reach[me.acting.role] !== undefined && (!isOfOffice || actsForOffice(me));
}

/** Whether the acting office reaches over every commune of a transaction office. A reader may be of one commune alone. */
export function actsForOffice({ acting: { role, communeId } }: Me): boolean {
  return ['officeDirector', 'creditOfficer', 'committeeReader'].includes(role) && communeId === null;
}

/** The commune with this code, when it is in reach. */
export function communeOf(me: Me, code: string | undefined): Me['communes'][number] | undefined {
  return me.communes.find((commune) => commune.code === code);
}

/** The code of a commune in addresses; its id where the bank's code is not known. */
export function codeOfCommune(me: Me, communeId: string): string {
  return me.communes.find((commune) => commune.id === communeId)?.code ?? communeId;
}
