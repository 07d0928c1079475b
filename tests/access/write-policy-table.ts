import { declaredOperations } from './declared-operations.ts';
import { renderPolicyTable, writePolicyTable } from './policy-table.ts';

writePolicyTable(renderPolicyTable(await declaredOperations()));
