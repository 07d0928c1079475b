/** The part of an address after `?`: plain words, so that codes keep their leading zeros and addresses stay readable. */
export type SearchParams = Readonly<Record<string, string>>;

/** Reads `?ngay=2026-10-31&xa=540101`; a name that stands twice keeps its last value. */
export function parseSearch(text: string): SearchParams {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Writes what {@link parseSearch} reads; empty values are left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
