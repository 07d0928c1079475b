import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { listGroups } from '../groups/index.ts';
import { loanFacts, publishedDates } from '../portfolio/index.ts';
import { CONTACT_RELATIONS } from '../registry/contract.ts';
import { type HouseholdReach, reachHouseholds } from '../registry/index.ts';
import {
  contactSaid,
  groupSaid,
  householdSaid,
  loanSaid,
  type RecordLink,
  type RecordSaid,
} from './domain/record-words.ts';

/** What a record says to the caller; `gone`: it was theirs to read and stands no more; `hidden`: it is not theirs to read. */
export type RecordSeen = RecordSaid | 'gone' | 'hidden';

/** What records say today, each by the caller's own right [GV86], in the order of the links. */
export async function describeRecords(
  context: HandlerContext,
  communeId: Id,
  links: readonly RecordLink[],
): Promise<RecordSeen[]> {
  const households = await householdsOf(context, communeId, links);
  const loans = await loansOf(context, communeId, links);
  const groups = await groupsOf(context, communeId, links);
  return links.map((link) => {
    if (link.kind === 'loan') return loans.get(link.contractNo) ?? 'hidden';
    if (link.kind === 'group') return groups.get(link.groupCode) ?? 'hidden';
    const household = households.get(link.householdId);
    if (household === undefined) return 'hidden';
    return link.kind === 'household' ? household.said : (household.contacts.get(link.contactId) ?? 'gone');
  });
}

type HouseholdSaid = { readonly said: RecordSaid; readonly contacts: ReadonlyMap<Id, RecordSaid> };

async function householdsOf(
  { tx }: HandlerContext,
  communeId: Id,
  links: readonly RecordLink[],
): Promise<ReadonlyMap<Id, HouseholdSaid>> {
  const wanted = new Set(links.flatMap((link) => ('householdId' in link ? [link.householdId] : [])));
  const households = await reachHouseholds(tx, { communeId, householdIds: [...wanted] });
  return new Map(
    households.map((household) => [
      household.householdId,
      {
        said: householdSaid({ ...household, numbers: household.contacts.length }),
        contacts: new Map(
          household.contacts.map((contact) => [
            contact.contactId,
            contactSaid(household.fullName, { ...contact, who: whoAnswers(contact) }),
          ]),
        ),
      },
    ]),
  );
}

/** `Vợ hoặc chồng, Trần Văn Bình`: who answers at a number. */
function whoAnswers({
  relation,
  name,
}: Pick<HouseholdReach['contacts'][number], 'relation' | 'name'>): string {
  const words = CONTACT_RELATIONS[relation];
  return name === null ? words : `${words}, ${name}`;
}

async function loansOf(
  { tx }: HandlerContext,
  communeId: Id,
  links: readonly RecordLink[],
): Promise<ReadonlyMap<string, RecordSaid>> {
  const contractNos = links.flatMap((link) => (link.kind === 'loan' ? [link.contractNo] : []));
  if (contractNos.length === 0) return new Map();
  const [newestDate] = await publishedDates(tx, [communeId]);
  if (newestDate === undefined) return new Map();
  const facts = await loanFacts(tx, { communeId, contractNos, dataDates: [newestDate] });
  return new Map(facts.map((loan) => [loan.contractNo, loanSaid(loan)]));
}

async function groupsOf(
  context: HandlerContext,
  communeId: Id,
  links: readonly RecordLink[],
): Promise<ReadonlyMap<string, RecordSaid>> {
  if (!links.some(({ kind }) => kind === 'group')) return new Map();
  const { groups } = await listGroups({ communeId }, context);
  return new Map(groups.map((group) => [group.groupCode, groupSaid(group)]));
}
