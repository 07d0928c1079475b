import type { ReactElement } from 'react';
import { villageNamed } from '../../../../kernel/commune-words.ts';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { listHouseholdLoans } from '../../../../modules/portfolio/contract.ts';
import { showHousehold } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead, Section, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { ASSOCIATIONS, type NameOf, useLeaderNames, useProgrammeNames } from '../../reference.ts';
import { communeOf, type Me, may, useMe } from '../../session.tsx';
import { DataDateSwitcher, StaleFigures } from '../../shell/data-date.tsx';
import { NotFound, NothingHere } from '../../shell/not-found.tsx';
import { Page } from '../../shell/page.tsx';
import { askedDate, useAddressParams, useSearchParams, useTitle } from '../../use-address.ts';
import { ofHousehold } from '../briefing/difficulty-subject.ts';
import { RaiseDifficulty } from '../briefing/raise-difficulty.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { DifficultiesOfHousehold } from './difficulties-of-household.tsx';
import { HouseholdFacts } from './household-facts.tsx';
import { type HouseholdLoans, headLoanOf } from './household-figures.ts';
import { HouseholdPeople } from './household-people.tsx';
import { LoanSection, LoanState, TimelineSection } from './loan-sections.tsx';
import type { Member } from './member.ts';
import { PersonSection } from './person-section.tsx';
import { Savings } from './savings-section.tsx';

type Household = OutputOf<typeof showHousehold>;
type At = { readonly communeId: Me['communes'][number]['id']; readonly communeCode: string };

/** The file of a household: its loans over all dates, what happened, how to reach it, who is in it. */
export function HouseholdPage(): ReactElement {
  const me = useMe();
  const { commune: code, household } = useAddressParams();
  const commune = communeOf(me, code);
  if (commune === undefined || code === undefined || household === undefined) return <NotFound />;
  return <HouseholdFile at={{ communeId: commune.id, communeCode: code }} householdId={household as Id} />;
}

function HouseholdFile({ at, householdId }: { at: At; householdId: Id }): ReactElement {
  const me = useMe();
  const asked = askedDate(useSearchParams());
  const people = useQuestion(
    showHousehold,
    { communeId: at.communeId, householdId },
    { enabled: may(me, showHousehold) },
  );
  const loans = useQuestion(listHouseholdLoans, {
    communeId: at.communeId,
    householdId,
    ...(asked === undefined ? {} : { dataDate: asked }),
  });
  const head = people.data?.members[0];
  useTitle(head === undefined ? 'Hồ sơ hộ' : `Hộ ${head.fullName}`);
  return (
    <Page
      tools={
        <DataDateSwitcher
          communeId={at.communeId}
          asked={asked}
          hrefOf={(date) => paths.household(at.communeCode, householdId, date)}
        />
      }
    >
      <Show answer={people} rows={4} nothing={<NothingHere />}>
        {(household) => (
          <>
            <Head household={household} owned={loans.data} communeCode={at.communeCode} />
            <Show answer={loans} rows={8}>
              {(owned) => <FileBody at={at} household={household} owned={owned} />}
            </Show>
          </>
        )}
      </Show>
    </Page>
  );
}

function Head(props: {
  household: Household;
  owned: HouseholdLoans | undefined;
  communeCode: string;
}): ReactElement {
  const { household, owned, communeCode } = props;
  const leaderOf = useLeaderNames(household.communeId);
  const [head, ...others] = household.members;
  if (head === undefined) return <PageHead title="Hộ chưa có thành viên" />;
  const worst = headLoanOf(owned?.loans ?? []);
  const leader = leaderOf(head.groupCode);
  return (
    <PageHead
      title={head.fullName}
      mark={worst === undefined ? undefined : <LoanState loan={worst} />}
      actions={
        <RaiseDifficulty
          subject={ofHousehold({
            communeId: household.communeId,
            householdId: household.householdId,
            personId: head.personId,
            contractNo: worst?.contractNo ?? null,
          })}
        />
      }
    >
      {head.bornOn === null ? 'Chưa có năm sinh' : `Sinh ${head.bornOn.slice(0, 4)}`},{' '}
      {villageNamed(head.villageName ?? head.villageCode, household.communeName)}, {household.communeName}.
      {head.spouseName === null ? '' : ` Vợ hoặc chồng: ${head.spouseName}.`}
      {others.length === 0 ? '' : ` Cùng hộ: ${others.map((other) => other.fullName).join(', ')}.`}{' '}
      {head.groupCode === '' ? null : (
        <>
          {leader === undefined ? 'Tổ' : 'Tổ trưởng'}{' '}
          <AppLink href={paths.group(communeCode, head.groupCode)}>{leader ?? head.groupCode}</AppLink>
          {`, ${ASSOCIATIONS[head.associationCode] ?? head.associationCode}.`}
        </>
      )}{' '}
      {owned?.dataDate == null ? '' : `Số liệu ${formatDate(owned.dataDate)}. `}
      <StaleFigures communeId={household.communeId} />
    </PageHead>
  );
}

function FileBody({
  at,
  household,
  owned,
}: {
  at: At;
  household: Household;
  owned: HouseholdLoans;
}): ReactElement {
  const programmeOf = useProgrammeNames();
  return (
    <>
      <HouseholdFacts owned={owned} at={{ ...at, householdId: household.householdId }} />
      <div className="cols cols-376">
        <div className="column">
          <Loans at={at} owned={owned} programmeOf={programmeOf} />
          <DifficultiesOfHousehold {...at} householdId={household.householdId} />
          <TimelineSection loans={owned.loans} programmeOf={programmeOf} />
        </div>
        <div className="column">
          {household.members.map((member) => (
            <MemberParts
              key={member.personId}
              member={member}
              at={at}
              isAlone={household.members.length === 1}
            />
          ))}
          <HouseholdPeople {...at} householdId={household.householdId} members={household.members} />
          <Savings savings={owned.savings} />
        </div>
      </div>
      <SourceLine>
        {owned.dataDate === null
          ? 'Chưa có số liệu nào của hộ này.'
          : `Số dư và lãi tồn: Báo cáo 31, số liệu ngày ${formatDate(owned.dataDate)}.`}{' '}
        Số căn cước và dân tộc được che; ai xem đầy đủ đều được ghi lại.
      </SourceLine>
    </>
  );
}

function MemberParts({ member, at, isAlone }: { member: Member; at: At; isAlone: boolean }): ReactElement {
  return (
    <>
      {isAlone ? null : <h2>{member.fullName}</h2>}
      <ContactsSection member={member} communeId={at.communeId} />
      <PersonSection member={member} communeId={at.communeId} communeCode={at.communeCode} />
    </>
  );
}

function Loans({
  at,
  owned,
  programmeOf,
}: {
  at: At;
  owned: HouseholdLoans;
  programmeOf: NameOf;
}): ReactElement {
  if (owned.loans.length === 0)
    return (
      <Section title="Món vay">
        <EmptyState>Hộ này không có món vay nào trong số liệu đã nhập.</EmptyState>
      </Section>
    );
  return (
    <>
      {owned.loans.map((loan) => (
        <LoanSection
          key={loan.contractNo}
          loan={loan}
          communeCode={at.communeCode}
          programmeOf={programmeOf}
        />
      ))}
    </>
  );
}
