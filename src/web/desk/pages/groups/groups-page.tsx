import type { ReactElement } from 'react';
export function GroupsPage(): ReactElement {
  return <main id="noi-dung"><h1>x</h1></main>;
}
