import type { ReactElement } from 'react';
import { differenceText } from '../../../../modules/portfolio/domain/measure-words.ts';
import { NumberLink } from '../../../shared/components/number-link.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import { useProgrammeNames } from '../../reference.ts';
import type { Preview } from './batch-state.ts';
import { isByProgramme, measureName } from './control-cells.ts';
import { ourNumber } from './numbers.ts';

/** Head office's totals against ours: the cells that differ at once, all of them one step away; nothing is corrected. */
export function HeadOfficeSection({ preview }: { readonly preview: Preview }): ReactElement {
  const { files, equal, differences, notCompared } = preview.headOffice;
  if (files.length === 0)
    return (
      <Section title="Số của Hội sở">
        <EmptyState>
          Đợt này không có tệp nào của Hội sở (01.1, 01.2, LEN 31). Thêm tệp để đối chiếu từng ô.
        </EmptyState>
      </Section>
    );
  return (
    <Section
      title="Số của Hội sở"
      note={files.join(', ')}
      actions={
        <>
          <Status
            tone={differences.length === 0 ? 'good' : 'warn'}
            icon={differences.length === 0 ? 'check' : 'warning'}
            small
          >
            {differences.length === 0
              ? `Cả ${formatInteger(equal)} ô khớp`
              : `${formatInteger(equal)} ô khớp, ${formatInteger(differences.length)} ô chênh`}
          </Status>
          <AppLink className="twin" href={paths.importCells(preview.batchId)}>
            Xem cả {formatInteger(equal + differences.length)} ô
          </AppLink>
        </>
      }
    >
      {notCompared === 0 ? null : (
        <p className="small dim in-text">
          Không so {formatInteger(notCompared)} ô: tệp thiếu{' '}
          {preview.missingCommunes.map((commune) => commune.communeName).join(', ')}, nên các dòng của nơi ấy
          và mọi dòng theo chương trình chưa so được.
        </p>
      )}
      {differences.length === 0 ? (
        <p className="small dim in-text">Mọi ô đã so đều bằng số cộng từ hồ sơ của đợt này.</p>
      ) : (
        <DifferencesTable preview={preview} />
      )}
    </Section>
  );
}

/** Every cell that differs, ours opening its rows. */
export function DifferencesTable({ preview }: { readonly preview: Preview }): ReactElement {
  const programmeOf = useProgrammeNames();
  return (
    <table className="t d reflow">
      <thead>
        <tr>
          <th scope="col">Bảng, dòng</th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" className="num">
            Số của ta
          </th>
          <th scope="col" className="num">
            Số của Hội sở
          </th>
          <th scope="col" className="num">
            Chênh (Hội sở − ta)
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.headOffice.differences.map((cell) => (
          <tr key={`${cell.file} ${cell.key} ${cell.measure}`}>
            <td>
              {cell.name ?? (isByProgramme(cell) ? programmeOf(cell.key) : undefined) ?? cell.key}
              <span className="sub">
                {cell.file}, mã {cell.key}
              </span>
            </td>
            <td data-label="Chỉ tiêu">{measureName(cell.measure)}</td>
            <td className="num" data-label="Số của ta">
              <NumberLink href={ourNumber(preview.batchId, cell)?.href} isZero={cell.ours === 0n}>
                {formatInteger(cell.ours)}
              </NumberLink>
            </td>
            <td className="num" data-label="Số của Hội sở">
              {formatInteger(cell.theirs)}
            </td>
            <td className="num" data-label="Chênh">
              <span className="st warn">{differenceText(cell.measure, cell.difference)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
