import type { ReactElement, ReactNode } from 'react';
import type { AboutList } from '../../../../modules/portfolio/contract.ts';
import { Fold } from '../../../shared/components/fold.tsx';
import { useIsNarrow } from '../../../shared/use-is-narrow.ts';
import { Downloads } from './downloads.tsx';

type FileHref = (format: 'xlsx' | 'csv') => string;

/** The files of a list beside its title; on a phone they are among its {@link ListTools}. */
export function HeadDownloads({ hrefOf }: { readonly hrefOf: FileHref }): ReactElement | null {
  return useIsNarrow() ? null : <Downloads hrefOf={hrefOf} />;
}

/**
 * What is done with a list besides reading it: adding it up, narrowing it. On a phone it stands behind one button, with
 * the files, so that the first borrower is on the first screen; the button names what narrows the list.
 */
export function ListTools(props: {
  readonly filters: AboutList['filters'];
  readonly fileHref: FileHref;
  readonly children: ReactNode;
}): ReactElement {
  const { filters, fileHref, children } = props;
  if (!useIsNarrow()) return <>{children}</>;
  const words = filters.map((filter) => filter.words).join('; ');
  return (
    <Fold label="Lọc, xuất" note={words === '' ? undefined : `Đang lọc: ${words}`}>
      {children}
      <div className="head-acts">
        <Downloads hrefOf={fileHref} />
      </div>
    </Fold>
  );
}
