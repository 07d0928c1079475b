import type { FormEvent, ReactElement } from 'react';
import type { BusinessDate } from '../../../../kernel/dates.ts';
import { handOverInvitation, writeMailAddress } from '../../../../modules/governance/contract.ts';
import { LONGEST } from '../../../../modules/governance/domain/bounds.ts';
import { failureOf } from '../../../shared/api/call.ts';
import { useCommand } from '../../../shared/api/query.ts';
import { Refused } from '../../../shared/api/show.tsx';
import { DateField } from '../../../shared/components/date-field.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { TextField } from '../../../shared/components/field.tsx';
import { textOfDay } from '../../../shared/typed-date.ts';
import { useMe } from '../../session.tsx';
import type { KeptAt } from '../../unsent.ts';
import { isTypedAt, useKeptFormAt, useTypedAt } from '../../use-kept-form.ts';
import type { Recipient, Within } from './invitations.ts';

type Props = {
  readonly recipient: Recipient;
  readonly within: Within;
  readonly onDone: () => void;
};

const FORM_ID = 'giay-moi';

/** Enters the address of one person; it is known at the next briefing too, as long as they hold the office. */
export function AddressDialog({ recipient, within, onDone }: Props): ReactElement {
  const { at, form } = useKeptDialog('address', { recipient, within, onDone });
  // Whose address is typed stays with it, also where the row is another's after a reload [GV173].
  const [{ address, fullName }, change] = useTypedAt(at, form.name, () => ({
    ...{ address: recipient.address ?? '', fullName: recipient.fullName },
  }));
  const write = useCommand(writeMailAddress);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = address.trim();
    const { attendeeId } = recipient;
    const entered = { address: typed === '' ? null : typed, fullName };
    await form.send((onTaken) => write.run({ ...within, attendeeId, ...entered }, { onTaken }));
  };
  return (
    <Dialog
      title={`Địa chỉ thư của ${fullName}`}
      onClose={form.close}
      actions={
        <button type="submit" form={FORM_ID} className="btn go" disabled={write.isBusy}>
          Ghi địa chỉ
        </button>
      }
    >
      <form id={FORM_ID} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label="Địa chỉ thư điện tử"
          hint={`Để trống thì in giấy. Kỳ sau vẫn nhớ, khi người này còn giữ chức vụ.${
            recipient.unusedAddresses.length === 0
              ? ''
              : ' Địa chỉ ghi ở đây dùng cho mọi chức vụ của người này.'
          }`}
          type="email"
          value={address}
          maxLength={200}
          autoComplete="off"
          error={write.error === null ? undefined : failureOf(write.error).message}
          onText={(typed) => change({ address: typed })}
        />
      </form>
    </Dialog>
  );
}

/** What is asked of one person in a dialog. */
export type Asking = { readonly what: 'address' | 'handed'; readonly who: Recipient };

/** Which dialog stands open when the page is opened: one in which something was typed before a reload [GV103]. */
export function useAskedBefore(recipients: readonly Recipient[], within: Within): Asking | undefined {
  const at = useKeptWith(within);
  const all = recipients.flatMap((who) => [
    { what: 'address', who } as const,
    { what: 'handed', who } as const,
  ]);
  return all.find((asking) => isTypedAt(at, nameOf(asking)));
}

function nameOf({ what, who }: Asking): string {
  return `${what}.${who.attendeeId}`;
}

/** With what else is typed of the briefing. */
function useKeptWith({ communeId, briefingId: subjectId }: Within): KeptAt {
  const { userId } = useMe();
  return { kind: 'draft', userId, communeId, subjectId };
}

/** Where the words of a person's dialog are kept, and its form, which ends it. */
function useKeptDialog(what: Asking['what'], { recipient, within, onDone }: Props) {
  const at = useKeptWith(within);
  return { at, form: useKeptFormAt(at, nameOf({ what, who: recipient }), onDone) };
}

type Handed = {
  readonly handedOn: BusinessDate | null;
  /** The day as it was typed, which may be none yet. */
  readonly handedOnTyped?: string | undefined;
  readonly handedByName: string;
  /** To whom [GV173]. */
  readonly fullName: string;
};

/** Says that a printed invitation was handed over. */
export function HandedDialog(props: Props & { readonly today: BusinessDate }): ReactElement {
  const { recipient, within } = props;
  const me = useMe();
  const { at, form } = useKeptDialog('handed', props);
  const [{ handedOn, handedOnTyped, handedByName, fullName }, change] = useTypedAt<Handed>(
    at,
    form.name,
    () => ({
      ...{ handedOn: props.today, handedByName: me.fullName, fullName: recipient.fullName },
    }),
  );
  const hand = useCommand(handOverInvitation);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (handedOn === null) return;
    const { attendeeId } = recipient;
    const handed = { attendeeId, fullName, handedOn, handedByName };
    await form.send((onTaken) => hand.run({ ...within, ...handed }, { onTaken }));
  };
  return (
    <Dialog
      title={`Đã giao giấy mời cho ${fullName}`}
      onClose={form.close}
      actions={
        <button type="submit" form={FORM_ID} className="btn go" disabled={hand.isBusy || handedOn === null}>
          Ghi đã giao
        </button>
      }
    >
      <form id={FORM_ID} className="form" onSubmit={(event) => void submit(event)}>
        <DateField
          label="Ngày giao"
          value={handedOn ?? undefined}
          typed={textOfDay(handedOnTyped, handedOn)}
          onDate={(date, typed) => change({ handedOn: date ?? null, handedOnTyped: typed })}
        />
        <TextField
          label="Người giao"
          value={handedByName}
          required
          maxLength={LONGEST.personName}
          onText={(typed) => change({ handedByName: typed })}
        />
        <Refused error={hand.error} />
      </form>
    </Dialog>
  );
}
