import { sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Bring, BringWriter } from '../domain/bring-origin.ts';
import type { MailAddress } from '../domain/mail-addresses.ts';
import type { SeatKey } from '../domain/seat.ts';
import type { Within } from './within.ts';

/** An invitation that was made out to somebody, at one place of the list. */
export type InvitationRow = {
  readonly id: Id;
  /** The letter: whoever holds several offices of the list has one at all their places [GV219]. */
  readonly letterId: Id;
  readonly attendeeId: Id;
  /** To whom it was made out: whoever was asked in that place then. */
  readonly toName: string;
  /** It was made out to an office that nobody held, by its title. */
  readonly isToVacant: boolean;
  readonly way: 'mail' | 'paper';
  readonly mailId: Id | null;
  readonly heldOn: BusinessDate;
  /** The hour that it names, and whose it is; null of invitations from before that was kept. */
  readonly hour: string | null;
  readonly hourOf: 'meeting' | 'session' | null;
  readonly place: string | null;
  /** What it asked to bring; null of a mail that has not gone, and of invitations from before that was kept. */
  readonly bring: string | null;
  readonly madeByName: string;
  readonly madeAt: Date;
  readonly handedOn: BusinessDate | null;
  readonly handedByName: string | null;
};

/** An invitation as it is made out: nobody has handed it over yet. */
export type MadeInvitation = Omit<InvitationRow, 'handedOn' | 'handedByName'> & {
  readonly madeBy: Id | null;
};

const INVITATION_COLUMNS = sql`
  id, letter_id as "letterId", attendee_id as "attendeeId", to_name as "toName", is_to_vacant as "isToVacant", way, mail_id as "mailId", held_on as "heldOn", to_char(starts_at, 'HH24:MI') as hour,
  hour_of as "hourOf", place, bring, made_by_name as "madeByName", made_at as "madeAt", handed_on as "handedOn", handed_by_name as "handedByName"`;

/** Every invitation to a briefing, the latest first: who was invited to another day before is among them more than once. */
export async function selectEveryInvitation(
  tx: Tx,
  { communeId, briefingId }: Within,
): Promise<InvitationRow[]> {
  const { rows } = await sql<InvitationRow>`
    select ${INVITATION_COLUMNS} from governance.invitation
    where commune_id = ${communeId} and briefing_id = ${briefingId}
    order by made_at desc, id desc limit 5000`.execute(tx);
  return rows;
}

/** The places at which a mail invites somebody [GV219], and to which briefing; none of mails of anything else. */
export async function selectInvitationsOfMail(
  tx: Tx,
  communeId: Id,
  mailId: Id,
): Promise<(InvitationRow & { readonly briefingId: Id })[]> {
  const { rows } = await sql<InvitationRow & { briefingId: Id }>`
    select ${INVITATION_COLUMNS}, briefing_id as "briefingId" from governance.invitation
    where commune_id = ${communeId} and mail_id = ${mailId} order by id limit 100`.execute(tx);
  return rows;
}

/** The offices under which a mail invites somebody who is on the list, or tells them that it is not held, of one letter all [GV221]. */
export async function selectSeatsOfMail(tx: Tx, communeId: Id, mailId: Id): Promise<SeatKey[]> {
  const { rows } = await sql<{ seat: SeatKey }>`
    select distinct there.seat from governance.invitation made
    join governance.invitation letter on letter.commune_id = made.commune_id and letter.letter_id = made.letter_id
    join governance.attendee there on there.commune_id = made.commune_id and there.id = letter.attendee_id
    where made.commune_id = ${communeId} and there.seat is not null
      and (made.mail_id = ${mailId} or (made.attendee_id, made.to_name) in (
        select told.attendee_id, told.to_name from governance.cancellation told
        where told.commune_id = ${communeId} and told.mail_id = ${mailId}))
    limit 100`.execute(tx);
  return rows.map(({ seat }) => seat);
}

/** Keeps that people were invited, all of them by one statement. */
export async function insertInvitations(
  tx: Tx,
  { communeId, briefingId }: Within,
  invitations: readonly MadeInvitation[],
): Promise<void> {
  await sql`
    insert into governance.invitation (commune_id, id, letter_id, briefing_id, attendee_id, to_name, is_to_vacant, way, mail_id, held_on,
                                       starts_at, hour_of, place, bring, made_by, made_by_name, made_at)
    select ${communeId}, id, "letterId", ${briefingId}, "attendeeId", "toName", "isToVacant", way, "mailId", "heldOn", hour, "hourOf", place, bring,
           "madeBy", "madeByName", "madeAt"
    from jsonb_to_recordset(${JSON.stringify(invitations)}::jsonb) as row (id uuid, "letterId" uuid, "attendeeId" uuid, "toName" text,
      "isToVacant" boolean, way text, "mailId" uuid, "heldOn" date, hour time, "hourOf" text, place text, bring text, "madeBy" uuid, "madeByName" text,
      "madeAt" timestamptz)`.execute(tx);
}

/** Keeps what a mail asks to bring as it goes. */
export async function writeAsked(
  tx: Tx,
  asked: { readonly communeId: Id; readonly mailId: Id; readonly bring: string },
): Promise<void> {
  await sql`
    update governance.invitation set bring = ${asked.bring}
    where commune_id = ${asked.communeId} and mail_id = ${asked.mailId}`.execute(tx);
}

/** Says that a paper was handed over, under every office that it names. */
export async function markHandedOver(
  tx: Tx,
  handed: {
    readonly communeId: Id;
    readonly letterId: Id;
    readonly on: BusinessDate;
    readonly byName: string;
  },
): Promise<void> {
  await sql`
    update governance.invitation set handed_on = ${handed.on}, handed_by_name = ${handed.byName}
    where commune_id = ${handed.communeId} and letter_id = ${handed.letterId} and way = 'paper'`.execute(tx);
}

/** The addresses of people of a commune, the latest entered first. */
export async function selectMailAddresses(tx: Tx, communeId: Id): Promise<MailAddress[]> {
  const { rows } = await sql<MailAddress>`
    select seat, full_name as "fullName", address from governance.mail_address
    where commune_id = ${communeId} order by entered_at desc, id desc limit 5000`.execute(tx);
  return rows;
}

/** Enters an address, or another in its place. */
export async function writeMailAddress(
  tx: Tx,
  entered: MailAddress & {
    readonly communeId: Id;
    readonly id: Id;
    readonly by: Id | null;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into governance.mail_address (commune_id, id, seat, full_name, address, entered_by, entered_at)
    values (${entered.communeId}, ${entered.id}, ${entered.seat}, ${entered.fullName}, ${entered.address}, ${entered.by},
            ${entered.at})
    on conflict on constraint mail_address_of do update
      set address = excluded.address, entered_by = excluded.entered_by, entered_at = excluded.entered_at`.execute(
    tx,
  );
}

/** Takes an address away. */
export async function deleteMailAddress(
  tx: Tx,
  { communeId, seat, fullName }: Pick<MailAddress, 'seat' | 'fullName'> & { readonly communeId: Id },
): Promise<void> {
  await sql`
    delete from governance.mail_address
    where commune_id = ${communeId} and seat is not distinct from ${seat} and full_name = ${fullName}`.execute(
    tx,
  );
}

/** Says what those who come bring along, whose words it is, and who wrote them, where somebody did. */
export async function writeBring(
  tx: Tx,
  { communeId, briefingId }: Within,
  { bring, bringOrigin, bringWrittenByName = null, bringWrittenAt = null }: Bring & Partial<BringWriter>,
): Promise<void> {
  await sql`
    update governance.briefing set bring = ${bring}, bring_origin = ${bringOrigin},
      bring_written_by_name = ${bringWrittenByName}, bring_written_at = ${bringWrittenAt}
    where commune_id = ${communeId} and id = ${briefingId}`.execute(tx);
}
