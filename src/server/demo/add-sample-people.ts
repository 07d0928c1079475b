import { day } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import { addSampleUsers, type SampleUser } from '../../modules/identity/index.ts';
import { communesOfOffice, officeByCode } from '../../modules/registry/index.ts';
import { systemCaller } from '../../platform/caller.ts';
import { type Platform, runCommand } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import { SYSTEM_SCOPE } from '../../platform/db/scope.ts';
import { SAMPLE_OFFICE } from './sample-office.ts';
import { SAMPLE_PASSWORD, SAMPLE_PEOPLE, type SamplePerson } from './sample-people.ts';

/** Since when the sample people hold their offices: before the first month of the demo. */
const HELD_SINCE = day('2024-01-01');

/** Adds a person for every role, each holding one office of the sample transaction office. */
export async function addSamplePeople(platform: Platform): Promise<void> {
  const caller = systemCaller(SYSTEM_SCOPE);
  await runCommand(platform, { name: 'demo.addSamplePeople', caller }, async (context) => {
    const places = await samplePlaces(context.tx, platform);
    await addSampleUsers(
      context,
      SAMPLE_PEOPLE.map((person) => accountOf(person, places)),
    );
  });
}

type SamplePlaces = { readonly officeId: Id; readonly communeIds: ReadonlyMap<string, Id> };

async function samplePlaces(tx: Tx, { clock }: Platform): Promise<SamplePlaces> {
  const office = await officeByCode(tx, SAMPLE_OFFICE.bankCode);
  if (!office) throw new Error('the sample office is gone');
  const communes = await communesOfOffice(tx, { officeId: office.officeId, on: clock.today() });
  return {
    officeId: office.officeId,
    communeIds: new Map(communes.map((commune) => [commune.bankCode, commune.areaId])),
  };
}

function accountOf(person: SamplePerson, { officeId, communeIds }: SamplePlaces): SampleUser {
  const { fullName, login, role, communeCode, associationCode, villageCode, groupCode } = person;
  const isOfOffice = communeCode === undefined && role !== 'administrator';
  const assignment = {
    role,
    officeId: isOfOffice ? officeId : null,
    communeId: communeCode === undefined ? null : (communeIds.get(communeCode) ?? null),
    branchCode: null,
    associationCode: associationCode ?? null,
    villageCode: villageCode ?? null,
    groupCode: groupCode ?? null,
    validFrom: HELD_SINCE,
    validTo: null,
    decidedBy: 'Dữ liệu mẫu',
  };
  return { fullName, login, phone: null, password: SAMPLE_PASSWORD, assignments: [assignment] };
}
