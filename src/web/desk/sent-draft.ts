/** Words that go to the server under an id made for them. */
export type SentDraft = {
  /** Whether they were sent as they stand; whether they arrived may be unknown. Absent: not yet. */
  readonly isSent?: boolean;
};

/**
 * What is written into a form when somebody types. After it was sent, its answer perhaps lost, other words are another matter: under
 * the same id they would pass for the earlier, or be refused each time they are sent.
 *
 * @param newIds the ids under which they go then
 */
export function typedInto<T extends SentDraft>(
  { isSent }: T,
  typed: Partial<T>,
  newIds: () => Partial<T>,
): Partial<T> {
  return isSent ? { ...typed, ...newIds(), isSent: false } : typed;
}

/**
 * The ids under which a draft goes with the next press: its own, or new ones where the server has refused it because its own stand for earlier
 * words. Who presses again has read that.
 */
export function idsToSend<Ids>(draft: Ids, isTaken: boolean, newIds: () => Ids): Ids {
  return isTaken ? newIds() : draft;
}
