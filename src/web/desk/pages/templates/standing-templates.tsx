import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import type { ListedTemplate } from './listed-template.ts';

/** The template that stands and those of later days [GV195], the one that the form goes on with marked; another is taken by its button. */
export function StandingTemplates(props: {
  readonly template: ListedTemplate;
  /** The version that the form goes on with. */
  readonly begun: number;
  /** Something typed stands in the form: taking another lets go of it. */
  readonly isTyped: boolean;
  readonly onTake: (version: number) => void;
}): ReactElement {
  const { inForce, coming } = props.template;
  const standing = { version: inForce.version, name: inForceText(inForce) };
  if (coming.length === 0) return <p className="standing-templates small dim">{standing.name}.</p>;
  const all = [
    standing,
    ...coming.map(({ version, validFrom, source }) => ({
      version,
      name: `Từ ${formatDate(validFrom)}: bản ${version}, ${source} ghi`,
    })),
  ];
  return (
    <ul className="standing-templates small">
      {all.map(({ version, name }) => (
        <li key={version}>
          {name}
          {version === props.begun ? (
            <b> (đang mở)</b>
          ) : (
            <>
              {'. '}
              <button
                type="button"
                className="link"
                aria-label={`${takeText(props.isTyped)}: ${name}`}
                onClick={() => props.onTake(version)}
              >
                {takeText(props.isTyped)}
              </button>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function takeText(isTyped: boolean): string {
  return isTyped ? 'Bỏ chữ đang gõ, mở bản này' : 'Mở bản này';
}

function inForceText({ version, source, validFrom }: ListedTemplate['inForce']): string {
  if (version === 0) return 'Đang dùng mẫu của hệ thống';
  return `Đang dùng bản ${version}, ${source} ghi, từ ${formatDate(validFrom)}`;
}
