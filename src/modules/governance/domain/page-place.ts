import { type BusinessDate, parseBusinessDate } from '../../../kernel/dates.ts';
import { type Id, isId } from '../../../kernel/ids.ts';

/** Where a page of a list begins: after this row, by the day that the list is ordered by, then by its id. */
export type PagePlace = { readonly on: BusinessDate; readonly id: Id };

/** The place as a page hands it out and takes it back, `next` and `cursor` of its list. */
export function placeText({ on, id }: PagePlace): string {
  return `${on}.${id}`;
}

/** A place comes from outside and is read as carefully as any input; undefined when it is none. */
export function readPlace(cursor: string): PagePlace | undefined {
  const [dayText = '', id = ''] = cursor.split('.');
  const on = parseBusinessDate(dayText);
  return on === undefined || !isId(id) ? undefined : { on, id };
}
