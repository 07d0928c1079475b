/** What the server says of the version of the desk: the one of this page, another, or nothing. */
export type VersionThere = 'same' | 'newer' | 'unreachable';

/**
 * Asks the server for its desk. The name of the entry's script carries a hash over everything that it leads to, so another
 * name is another version, whose predecessor's files may be gone.
 */
export async function versionThere(): Promise<VersionThere> {
  const entry = document.querySelector('script[type="module"][src]')?.getAttribute('src');
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    if (!answer.ok) return 'unreachable';
    const page = await answer.text();
    return entry !== null && entry !== undefined && page.includes(entry) ? 'same' : 'newer';
  } catch {
    return 'unreachable';
  }
}
