/** An entered value beside what the bank said. */
type Entered = { readonly field: string; readonly value: string };

/** The entered value of a field, or else the bank's [GR6]. */
export function shownValue(
  entries: readonly Entered[],
  field: string,
  bankValue: string | null,
): string | null {
  return entries.find((entry) => entry.field === field)?.value ?? bankValue;
}
