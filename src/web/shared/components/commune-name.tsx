import type { ReactElement } from 'react';
import { AppLink } from '../navigation.tsx';
import { Status } from './status.tsx';

/** A commune in a table of communes: the way to its page, and that it is missing from the date where it is. */
export function CommuneName(props: {
  readonly name: string;
  readonly href: string;
  readonly hasFigures: boolean;
}): ReactElement {
  return (
    <>
      <AppLink className="name" href={props.href}>
        {props.name}
      </AppLink>
      {props.hasFigures ? null : (
        <span className="sub">
          <Status tone="warn" icon="warning" small>
            chưa có số liệu ngày này
          </Status>
        </span>
      )}
    </>
  );
}
