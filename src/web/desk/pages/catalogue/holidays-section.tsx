import { type ReactElement, useState } from 'react';
import type { OutputOf } from '../../../../kernel/contract.ts';
import { formatWeekdayDate } from '../../../../kernel/dates.ts';
import {
  endHoliday,
  enterHoliday,
  listHolidays,
  withdrawHoliday,
} from '../../../../modules/sessions/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { type Column, DataTable } from '../../../shared/components/data-table.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { may, useMe } from '../../session.tsx';
import { Source } from './confidence.tsx';
import { FoldingSection } from './folding-section.tsx';
import { EndHolidayForm, HolidayForm } from './holiday-forms.tsx';
import { periodText } from './source.ts';

type Holiday = OutputOf<typeof listHolidays>['holidays'][number];

/** How the part is headed. */
export const HOLIDAYS_TITLE = 'Ngày lễ';

/** The public holidays that the calendar notes beside a session; new ones are entered, and ended, by document. */
export function HolidaysSection({ isSought }: { readonly isSought: boolean }): ReactElement {
  const me = useMe();
  const answer = useQuestion(listHolidays, {});
  const [isEntering, setEntering] = useState(false);
  const [ending, setEnding] = useState<Holiday>();
  const [withdrawing, setWithdrawing] = useState<Holiday>();
  const canEdit = may(me, enterHoliday);
  return (
    <FoldingSection
      title={HOLIDAYS_TITLE}
      note={noteOf(answer.data?.holidays.length)}
      isSought={isSought}
      actions={
        canEdit ? (
          <button type="button" className="twin no-print" onClick={() => setEntering(true)}>
            <Icon name="plus" />
            Thêm ngày lễ
          </button>
        ) : undefined
      }
    >
      <Show answer={answer} rows={9}>
        {(data) => (
          <div className="rules">
            <DataTable
              caption="Ngày lễ"
              columns={[...COLUMNS, ...(canEdit ? [editColumn(setEnding, setWithdrawing)] : [])]}
              rows={data.holidays}
              rowKey={({ id }) => id}
            />
          </div>
        )}
      </Show>
      {isEntering ? (
        <Dialog isDrawer title="Thêm ngày lễ" onClose={() => setEntering(false)}>
          <HolidayForm onDone={() => setEntering(false)} />
        </Dialog>
      ) : null}
      {ending === undefined ? null : (
        <Dialog isDrawer title={`Kết thúc: ${ending.name}`} onClose={() => setEnding(undefined)}>
          <EndHolidayForm holidayId={ending.id} onDone={() => setEnding(undefined)} />
        </Dialog>
      )}
      {withdrawing === undefined ? null : (
        <Withdraw holiday={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </FoldingSection>
  );
}

const toneOf = ({ nextOn }: Holiday) => (nextOn === null ? 'dim' : undefined);

/** The day of the year as people say it: `2/9`, `ngày cuối tháng 12 âm lịch`. */
function dayText({ calendar, month, day }: Holiday): string {
  if (calendar === 'solar') return `${day}/${month}`;
  return day === 30 ? `cuối tháng ${month} âm lịch` : `${day}/${month} âm lịch`;
}

/** How many there are, and what they do. */
function noteOf(holidays: number | undefined): string {
  const counted = holidays === undefined ? '' : `${formatInteger(holidays)} dịp. `;
  return `${counted}Lịch phiên ghi chú, không dời phiên`;
}

const COLUMNS: readonly Column<Holiday>[] = [
  {
    key: 'title',
    heading: 'Ngày lễ',
    cell: (holiday) => (
      <span className={toneOf(holiday)}>
        {holiday.name}
        {holiday.nextOn === null ? (
          <span className="sub">không còn ngày nào tới</span>
        ) : (
          <span className="sub">lần tới {formatWeekdayDate(holiday.nextOn)}</span>
        )}
      </span>
    ),
  },
  {
    key: 'value',
    heading: 'Ngày trong năm',
    numeric: true,
    cell: (holiday) => <span className={toneOf(holiday)}>{dayText(holiday)}</span>,
  },
  {
    key: 'period',
    heading: 'Hiệu lực',
    cell: (holiday) => (
      <span className={toneOf(holiday)}>{periodText(holiday.validFrom, holiday.validTo)}</span>
    ),
  },
  {
    key: 'source',
    heading: 'Văn bản',
    cell: ({ document, confidence }) => <Source document={document} confidence={confidence} />,
  },
];

function editColumn(
  onEnd: (holiday: Holiday) => void,
  onWithdraw: (holiday: Holiday) => void,
): Column<Holiday> {
  return {
    key: 'edit',
    heading: <span className="sr">Kết thúc, thu hồi</span>,
    cell: (holiday) => (
      <span className="acts">
        {holiday.validTo === null ? (
          <button
            type="button"
            className="btn sm no-print"
            aria-label={`Kết thúc: ${holiday.name}, ${dayText(holiday)}`}
            onClick={() => onEnd(holiday)}
          >
            Kết thúc
          </button>
        ) : (
          <GoOn holiday={holiday} />
        )}
        {holiday.isEntered ? (
          <button
            type="button"
            className="btn sm no-print"
            aria-label={`Thu hồi: ${holiday.name}, ${dayText(holiday)}`}
            onClick={() => onWithdraw(holiday)}
          >
            Thu hồi
          </button>
        ) : null}
      </span>
    ),
  };
}

/** Takes back a holiday that was entered by mistake; no undo brings it back, so that it is asked first. */
function Withdraw({ holiday, onClose }: { holiday: Holiday; onClose: () => void }): ReactElement {
  const command = useCommand(withdrawHoliday);
  const withdraw = async () => {
    if ((await command.run({ holidayId: holiday.id })) !== undefined) onClose();
  };
  return (
    <Dialog
      title={`Thu hồi: ${holiday.name}`}
      onClose={onClose}
      actions={
        <button type="button" className="btn go" disabled={command.isBusy} onClick={() => void withdraw()}>
          Thu hồi ngày lễ
        </button>
      }
    >
      <p>
        Dành cho ngày lễ nhập nhầm: lịch phiên không ghi chú ngày {dayText(holiday)} nữa, kể cả những năm đã
        qua. Ngày lễ có thật mà không còn áp dụng thì chọn Kết thúc.
      </p>
      <Refused error={command.error} />
    </Dialog>
  );
}

function GoOn({ holiday }: { holiday: Holiday }): ReactElement {
  const goOn = useCommand(endHoliday);
  return (
    <>
      <button
        type="button"
        className="btn sm no-print"
        aria-label={`Cho tiếp tục: ${holiday.name}, ${dayText(holiday)}`}
        disabled={goOn.isBusy}
        onClick={() => void goOn.run({ holidayId: holiday.id, lastDay: null })}
      >
        Cho tiếp tục
      </button>
      <Refused error={goOn.error} />
    </>
  );
}
