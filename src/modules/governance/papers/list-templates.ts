import type { OutputOf } from '../../../kernel/contract.ts';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { HandlerContext } from '../../../platform/command.ts';
import type { Handler } from '../../../platform/http/implement.ts';
import { selectOffices } from '../../registry/index.ts';
import type { listTemplates as operation } from '../contract.ts';
import { selectTemplates, type TemplateRow } from '../db/paper-templates.ts';
import { PAPER_KIND_NAMES, type PaperKind } from '../domain/papers/paper-kinds.ts';
import { standardTemplate } from '../domain/papers/standard-templates.ts';
import { paperTemplate } from '../domain/papers/template.ts';
import { inOffice } from './in-office.ts';
import { templateOn, templatesAfter } from './template-on.ts';

type Listed = OutputOf<typeof operation>['templates'][number];

/** The templates of an office; without one named, of the first that the caller has [GV61], those of later days beside them [GV195]. */
export const listTemplates: Handler<typeof operation> = async ({ officeId: asked }, context) => {
  const { tx, caller, clock } = context;
  const today = clock.today();
  const reached = caller.role === 'administrator' ? undefined : caller.scope.officeIds;
  const offices = (await selectOffices(tx, reached)).map(({ officeId, name }) => ({ officeId, name }));
  const officeId = asked ?? offices[0]?.officeId;
  if (officeId === undefined) return { today, offices, officeId: null, templates: [] };
  const templates = await inOffice(context, officeId, () => templatesOf(context, officeId, today));
  return isRefusal(templates) ? templates : { today, offices, officeId, templates };
};

async function templatesOf({ tx }: HandlerContext, officeId: Id, today: BusinessDate): Promise<Listed[]> {
  const listed: Listed[] = [];
  for (const kind of PAPER_KIND_NAMES)
    listed.push(listedOf(kind, await selectTemplates(tx, officeId, kind), today));
  return listed;
}

function listedOf(kind: PaperKind, rows: readonly TemplateRow[], today: BusinessDate): Listed {
  const [newest] = rows;
  const current = templateOn(kind, rows, today);
  const standard = standardTemplate(kind, today);
  const ofProduct = { version: 0, validFrom: standard.validFrom, source: standard.document };
  return {
    kind,
    inForce: current.row === null ? ofProduct : dated(current.row),
    content: current.template,
    latestVersion: newest?.version ?? 0,
    written: rows.map(dated),
    coming: templatesAfter(rows, today).map((row) => ({
      ...dated(row),
      content: paperTemplate.parse(row.content),
    })),
  };
}

function dated({ version, validFrom, writtenByName }: TemplateRow): Listed['inForce'] {
  return { version, validFrom, source: writtenByName };
}
