import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { isValidPhone } from '../../kernel/phone.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { showHousehold as operation } from './contract.ts';
import { selectArea } from './db/areas.ts';
import { type ContactRow, selectContacts } from './db/contacts.ts';
import { type EntryRow, selectEntries } from './db/entries.ts';
import { type Namesake, type PersonRow, selectMembers, selectNamesakes } from './db/households.ts';
import {
  identityKind,
  identityWarnings,
  maskEthnicity,
  maskIdentityNumber,
} from './domain/identity-number.ts';
import { isReachableBy } from './domain/reach.ts';

type Answer = OutputOf<typeof operation>;

/** A household: members, contacts, entries beside the bank's values; identity masked [RG9, RG10, RG13]. */
export async function showHousehold(
  { communeId, householdId }: InputOf<typeof operation>,
  { tx }: HandlerContext,
): Promise<Outcome<Answer, 'notFound'>> {
  const people = await selectMembers(tx, communeId, householdId);
  const commune = await selectArea(tx, communeId);
  if (people.length === 0 || commune === undefined) return refuse('notFound');
  const personIds = people.map((person) => person.personId);
  const contacts = await selectContacts(tx, communeId, personIds);
  const entries = await selectEntries(tx, communeId, personIds);
  const namesakes = await selectNamesakes(tx, communeId, personIds);
  const members = people.map((person) => ({
    ...memberOf(person),
    ...reachOf(contacts.filter((contact) => contact.personId === person.personId)),
    entries: entries.filter((entry) => entry.personId === person.personId).map(entryOf),
    sameName: namesakes.filter((other) => other.memberId === person.personId).map(namesakeOf),
  }));
  return { communeId, communeName: commune.name, householdId, members };
}

function memberOf({ ethnicityName, identityNumber, foldedName: _, householdId: __, ...person }: PersonRow) {
  return {
    ...person,
    ethnicityMasked: maskEthnicity(ethnicityName),
    identityNumberMasked: maskIdentityNumber(identityNumber),
    identityKind: identityKind(identityNumber),
    identityWarnings: identityWarnings({ identityNumber, sex: person.sex, bornOn: person.bornOn }),
  };
}

function reachOf(rows: readonly ContactRow[]) {
  const contacts = rows.map(({ personId: _, ...contact }) => ({
    ...contact,
    isValidPhone: isValidPhone(contact.phone),
  }));
  return { contacts, isReachable: rows.some(isReachableBy) };
}

function entryOf({ personId: _, value, bankValueThen, bankValueNow, enteredAt, ...entry }: EntryRow) {
  const shown = (text: string | null) =>
    entry.field === 'identity_number' ? maskIdentityNumber(text) : text;
  return {
    ...entry,
    value: shown(value) ?? '',
    bankValueThen: shown(bankValueThen),
    bankValueNow: shown(bankValueNow),
    differs: value !== bankValueNow,
    bankChanged: bankValueThen !== bankValueNow,
    enteredAt: enteredAt.toISOString(),
  };
}

function namesakeOf({ memberId: _, ...other }: Namesake) {
  return other;
}
