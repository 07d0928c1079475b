import type { ReactElement } from 'react';
import { formatDate } from '../../../../kernel/dates.ts';
import { Section } from '../../../shared/components/section.tsx';
import { formatInteger } from '../../../shared/format.ts';
import { AppLink } from '../../../shared/navigation.tsx';
import { paths } from '../../paths.ts';
import type { Briefing } from './briefing.ts';

/** What the briefing before concluded: the next one opens with it. */
export function BeforeSection({
  before,
  communeCode,
}: {
  before: NonNullable<Briefing['before']>;
  communeCode: string;
}): ReactElement {
  return (
    <Section
      title={`Kết luận ${formatDate(before.heldOn).slice(0, 5)}`}
      note={formatInteger(before.conclusions.length)}
    >
      <ul className="before">
        {before.conclusions.map((line) => (
          <li key={line.conclusionId}>
            {line.text}
            <span className="sub">
              {line.ownerName}
              {line.dueOn === null ? '' : `, hạn ${formatDate(line.dueOn)}`}
            </span>
          </li>
        ))}
      </ul>
      <AppLink className="twin" href={paths.briefing(communeCode, before.briefingId)}>
        Mở giao ban {formatDate(before.heldOn)}
      </AppLink>
    </Section>
  );
}
