import { type ReactElement, useState } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import type { Id } from '../../../../kernel/ids.ts';
import { endPoint, enterPoint, listPoints, withdrawPoint } from '../../../../modules/sessions/contract.ts';
import { useCommand, useQuestion } from '../../../shared/api/query.ts';
import { Refused, Show } from '../../../shared/api/show.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { Icon } from '../../../shared/components/icon.tsx';
import { Section } from '../../../shared/components/section.tsx';
import { EmptyState } from '../../../shared/components/states.tsx';
import { Status } from '../../../shared/components/status.tsx';
import { may, useMe } from '../../session.tsx';
import { EndPointForm } from './end-point-form.tsx';
import { PointForm, type Village } from './point-form.tsx';
import { differenceText, periodOf, villagesText } from './point-words.ts';
import { hoursOf, type Point } from './session.ts';

/** What is being done to a point, in the drawer at the side. */
type Doing =
  | { readonly what: 'enter'; readonly point?: Point }
  | { readonly what: 'end'; readonly point: Point };

/** The points of the commune as they stand, each with its villages, its former rows folded, and what may be done. */
export function Points({ communeId }: { readonly communeId: Id }): ReactElement {
  const me = useMe();
  const answer = useQuestion(listPoints, { communeId });
  const [doing, setDoing] = useState<Doing>();
  return (
    <Section
      title="Điểm giao dịch"
      actions={
        may(me, enterPoint) ? (
          <button type="button" className="twin no-print" onClick={() => setDoing({ what: 'enter' })}>
            <Icon name="plus" />
            Thêm điểm
          </button>
        ) : undefined
      }
    >
      <Show answer={answer} rows={2}>
        {({ points, villages, today }) => (
          <>
            {points.length === 0 ? <EmptyState>Chưa có điểm giao dịch nào.</EmptyState> : null}
            <ul className="who-l">
              {byCode(points).map((rows) => (
                <OnePoint key={rows[0].pointCode} {...{ communeId, rows, villages, today }} onDo={setDoing} />
              ))}
            </ul>
            {doing === undefined ? null : (
              <Drawer {...{ communeId, doing, villages }} onDone={() => setDoing(undefined)} />
            )}
          </>
        )}
      </Show>
    </Section>
  );
}

/** Rows of one point, the newest first. */
type Rows = readonly [Point, ...Point[]];

function byCode(points: readonly Point[]): readonly Rows[] {
  const codes = [...new Set(points.map(({ pointCode }) => pointCode))];
  return codes.flatMap((code) => {
    const [newest, ...former] = points.filter(({ pointCode }) => pointCode === code);
    return newest === undefined ? [] : [[newest, ...former] as const];
  });
}

function Drawer(props: {
  communeId: Id;
  doing: Doing;
  villages: readonly Village[];
  onDone: () => void;
}): ReactElement {
  const { communeId, doing, villages, onDone } = props;
  const title =
    doing.what === 'end'
      ? `Kết thúc điểm ${doing.point.name}`
      : doing.point === undefined
        ? 'Thêm điểm giao dịch'
        : `Đổi thông tin điểm ${doing.point.name}`;
  return (
    <Dialog isDrawer title={title} onClose={onDone}>
      {doing.what === 'end' ? (
        <EndPointForm communeId={communeId} point={doing.point} onDone={onDone} />
      ) : (
        <PointForm communeId={communeId} current={doing.point} villages={villages} onDone={onDone} />
      )}
    </Dialog>
  );
}

function OnePoint(props: {
  communeId: Id;
  rows: Rows;
  villages: readonly Village[];
  today: BusinessDate;
  onDo: (doing: Doing) => void;
}): ReactElement {
  const me = useMe();
  const { communeId, villages, onDo } = props;
  const [point, ...former] = props.rows;
  const commune = me.communes.find(({ id }) => id === communeId);
  const difference = differenceText(point.difference, villages);
  return (
    <li>
      <div className="r">
        <b>{point.name}</b>
        <span>ngày {point.fixedDay} hằng tháng</span>
      </div>
      <span className="sub">{placeText(point)}</span>
      <span className="sub">{villagesText(point.villageCodes, villages, commune?.name ?? '')}</span>
      <span className="sub">
        Mã {point.pointCode}. {periodOf(point, props.today)}
      </span>
      {difference === '' ? null : (
        <Status tone="warn" icon="warning" small>
          {difference}
        </Status>
      )}
      {may(me, enterPoint) ? <Actions {...{ communeId, point, onDo }} /> : null}
      {former.length === 0 ? null : (
        <details className="history">
          <summary>Các lần trước ({former.length})</summary>
          <ul>
            {former.map((row) => (
              <li key={row.id}>
                Ngày {row.fixedDay}, {placeText(row)}. {periodOf(row, props.today)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function placeText(point: Point): string {
  const where = [point.place, point.address].filter((text) => text !== null && text !== '');
  return `${where.length === 0 ? 'chưa có địa điểm' : where.join(', ')}, ${hoursOf(point)}`;
}

function Actions(props: { communeId: Id; point: Point; onDo: (doing: Doing) => void }): ReactElement {
  const { communeId, point, onDo } = props;
  const end = useCommand(endPoint);
  const withdraw = useCommand(withdrawPoint);
  const at = { communeId, pointId: point.id };
  return (
    <>
      <span className="row-acts no-print">
        <button type="button" className="link" onClick={() => onDo({ what: 'enter', point })}>
          Đổi thông tin
        </button>
        {point.validTo === null ? (
          <button type="button" className="link" onClick={() => onDo({ what: 'end', point })}>
            Kết thúc
          </button>
        ) : (
          <button
            type="button"
            className="link"
            disabled={end.isBusy}
            onClick={() => void end.run({ ...at, lastDay: null })}
          >
            Cho tiếp tục
          </button>
        )}
        {point.source === 'entered' ? (
          <button
            type="button"
            className="link"
            disabled={withdraw.isBusy}
            onClick={() => void withdraw.run(at)}
          >
            Rút lần ghi này
          </button>
        ) : null}
      </span>
      <Refused error={end.error ?? withdraw.error} />
    </>
  );
}
