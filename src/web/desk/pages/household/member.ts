import type { OutputOf } from '../../../../kernel/contract.ts';
import type { CONTACT_RELATIONS, showHousehold } from '../../../../modules/registry/contract.ts';
import type { Me } from '../../session.tsx';

/** A person of a household file. */
export type Member = OutputOf<typeof showHousehold>['members'][number];

/** A way to reach a person. */
export type Contact = Member['contacts'][number];

/** What somebody is to the borrower. */
export type Relation = keyof typeof CONTACT_RELATIONS;

/** The id of a commune. */
export type CommuneId = Me['communes'][number]['id'];
