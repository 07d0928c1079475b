import type { ReactElement, ReactNode } from 'react';
import { ROLES } from '../../../kernel/role.ts';
import { switchAssignment } from '../../../modules/identity/contract.ts';
import { useCommand } from '../../shared/api/query.ts';
import { Refused } from '../../shared/api/show.tsx';
import { PageHead, Section } from '../../shared/components/section.tsx';
import { AppLink } from '../../shared/navigation.tsx';
import { type Gate, rolesWith } from '../gates.ts';
import { paths } from '../paths.ts';
import { communeOf, may, useMe } from '../session.tsx';
import { useAddressParams, useTitle } from '../use-address.ts';
import { NotFound } from './not-found.tsx';
import { Page } from './page.tsx';

/**
 * Lets a person through to the pages of their office. Others are told what the page is for and who has it. A place
 * outside the person's scope is answered like one that does not exist.
 */
export function PageGate({
  gate,
  children,
}: {
  readonly gate: Gate;
  readonly children: ReactNode;
}): ReactNode {
  const me = useMe();
  const { commune } = useAddressParams();
  if (!may(me, gate.needs)) return <OtherOffice gate={gate} />;
  if (commune !== undefined && communeOf(me, commune) === undefined) return <NotFound />;
  return children;
}

function OtherOffice({ gate }: { gate: Gate }): ReactElement {
  const me = useMe();
  useTitle(gate.title);
  const roles = rolesWith(gate.needs);
  const others = me.assignments.filter((held) => held.id !== me.acting.id && roles.includes(held.role));
  return (
    <Page>
      <PageHead title={gate.title}>Trang này để {gate.purpose}.</PageHead>
      <div className="stack gate-page">
        <Section title="Ai dùng trang này">
          <p>{roles.map((role) => ROLES[role]).join(', ')}.</p>
        </Section>
        <Section title="Làm gì tiếp">
          {others.length === 0 ? (
            <p>
              Chức vụ đang dùng, {me.acting.roleTitle}, không có trang này. Cần việc ở đây thì liên hệ người
              giữ một trong các chức vụ trên. Được giao thêm việc thì nhờ quản trị giao chức vụ.
            </p>
          ) : (
            <OwnOther assignments={others} />
          )}
          <p className="form-acts">
            <AppLink className="btn" href={paths.home}>
              Về trang đầu
            </AppLink>
          </p>
        </Section>
      </div>
    </Page>
  );
}

/** The page belongs to another office that the same person holds. */
function OwnOther({ assignments }: { assignments: ReturnType<typeof useMe>['assignments'] }): ReactElement {
  const choose = useCommand(switchAssignment);
  return (
    <>
      <p>Trang này thuộc chức vụ khác của ông/bà. Đổi chức vụ để mở.</p>
      <p className="form-acts">
        {assignments.map((held) => (
          <button
            key={held.id}
            type="button"
            className="btn go"
            disabled={choose.isBusy}
            onClick={() => void choose.run({ assignmentId: held.id })}
          >
            Đổi sang {held.roleTitle}
            {held.place === '' ? '' : `, ${held.place}`}
          </button>
        ))}
      </p>
      <Refused error={choose.error} />
    </>
  );
}
