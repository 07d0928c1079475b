/**
 * A reading of texts that is done once for each text: a report says the same few words in thousands of rows.
 *
 * @param most how many texts are remembered; further ones are read each time
 */
export function remembered<T>(read: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    if (known.size < most) known.set(text, value);
    return value;
  };
}
