import type { ReactElement } from 'react';
import { showArea, showAreaRegister } from '../../../../modules/registry/contract.ts';
import { useQuestion } from '../../../shared/api/query.ts';
import { Show } from '../../../shared/api/show.tsx';
import { PageHead, Section, SourceLine } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { AppLink, useNavigation } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { Page } from '../../shell/page.tsx';
import { useSearchParams, useTitle } from '../../use-address.ts';
import type { AreaId, Register } from './area.ts';
import { AreaDrawer } from './area-drawer.tsx';
import { AreaTree } from './area-tree.tsx';
import { MergesTable } from './merges-table.tsx';
import { treeRows } from './tree-rows.ts';

/** The register of areas: the tree with codes and validity, what has no name yet, the merge map. */
export function AreasPage(): ReactElement {
  useTitle('Địa bàn');
  const answer = useQuestion(showAreaRegister, {});
  return (
    <Page>
      <PageHead title="Địa bàn">
        Tỉnh, xã, thôn, khu phố với mã ngân hàng, mã hành chính và thời gian hiệu lực. Tên và mã ghi ở đây
        không bị tệp ngân hàng ghi đè; chỗ khác nhau hiện bên cạnh.
      </PageHead>
      <Show answer={answer} rows={14}>
        {(register) => <RegisterParts register={register} />}
      </Show>
    </Page>
  );
}

function RegisterParts({ register }: { readonly register: Register }): ReactElement {
  const { xa, mo, tinh } = useSearchParams();
  const { go } = useNavigation();
  const only = register.communes.length === 1 ? register.communes[0]?.areaId : undefined;
  const communeId = (xa as AreaId | undefined) ?? only;
  const all = tinh === 'du';
  const opened = useQuestion(showArea, { areaId: communeId as AreaId }, { enabled: communeId !== undefined });
  const villages = opened.data?.area.areaId === communeId ? (opened.data?.villages ?? []) : [];
  const rows = treeRows(register, { communeId, villages, all });
  const shown = new Set(rows.flatMap((row) => (row.kind === 'unplaced' ? [] : row.area.areaId)));
  const merges = register.merges.filter(
    ({ kind, oldAreaId, newAreaId }) => kind !== 'province' || shown.has(oldAreaId) || shown.has(newAreaId),
  );
  return (
    <div className="stack">
      <Unnamed register={register} />
      <Section
        title="Cây địa bàn"
        actions={
          register.provinces.length > 1 ? (
            <AppLink className="no-print" href={paths.areas(all ? { xa } : { xa, tinh: 'du' })}>
              {all ? 'Chỉ tỉnh có xã trong sổ' : 'Xem đủ các tỉnh'}
            </AppLink>
          ) : undefined
        }
      >
        {rows.length === 0 ? (
          <EmptyState>
            Chưa có địa bàn nào. Xã, thôn, khu phố có ở đây sau lần nhập số liệu đầu tiên.
          </EmptyState>
        ) : (
          <AreaTree rows={rows} register={register} />
        )}
      </Section>
      <MergesTable merges={merges} />
      <SourceLine>
        Xã, thôn, khu phố có hiệu lực từ ngày số liệu đầu tiên có mã ấy trong tệp ngân hàng. Mã tỉnh theo QĐ
        124/2004/QĐ-TTg và QĐ 19/2025/QĐ-TTg.
      </SourceLine>
      {mo === undefined ? null : (
        <AreaDrawer
          key={mo}
          areaId={mo as AreaId}
          register={register}
          onClose={() => go(paths.areas({ xa, tinh }))}
        />
      )}
    </div>
  );
}

/** Codes that came without a name: they are shown by their code everywhere until somebody names them. */
function Unnamed({ register }: { readonly register: Register }): ReactElement | null {
  const { xa, tinh } = useSearchParams();
  if (register.unnamed.length === 0) return null;
  return (
    <Section title="Chưa có tên" note={`${register.unnamed.length} mã có trong tệp ngân hàng, không kèm tên`}>
      <ul className="who-l">
        {register.unnamed.map((area) => (
          <li key={area.areaId}>
            <div className="r">
              <b>{area.bankCode}</b>
              <span className="dim">{area.parentName}</span>
              <AppLink href={paths.areas({ xa, tinh, mo: area.areaId })}>
                Mở<span className="sr"> mã {area.bankCode}</span>
              </AppLink>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
