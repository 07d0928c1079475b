import { FILE_REFUSALS, type FileStore } from '../../platform/files/index.ts';
import {
  defineRoutes,
  implement,
  implementPrepared,
  type ModuleRoutes,
} from '../../platform/http/implement.ts';
import { acceptTask } from './accept-task.ts';
import { cancelTask } from './cancel-task.ts';
import * as contract from './contract.ts';
import { giveDirective } from './give-directive.ts';
import { handOverTask } from './hand-over-task.ts';
import { listDirectives } from './list-directives.ts';
import { listMyTasks } from './list-my-tasks.ts';
import { listTasksOfCommune } from './list-tasks-of-commune.ts';
import { listTasksOfConclusions } from './list-tasks-of-conclusions.ts';
import { measureConclusion } from './measure-conclusion.ts';
import { previewDirective } from './preview-directive.ts';
import { receiveTask } from './receive-task.ts';
import { GOVERNANCE_REFUSALS } from './refusals.ts';
import { reportTask } from './report-task.ts';
import { returnTask } from './return-task.ts';
import { showDirective } from './show-directive.ts';
import { showOversight } from './show-oversight.ts';
import { showResultsBefore } from './show-results-before.ts';
import { showTask } from './show-task.ts';
import { showTaskOverview } from './show-task-overview.ts';
import { startTask } from './start-task.ts';
import { addTaskFile, judgeTaskFile, readTaskFile } from './task-files.ts';
import { TASK_REFUSALS } from './task-refusals.ts';

/** What directives and tasks offer over HTTP; their files lie in the store. `hasMail`: a mail server is set. */
export function taskRoutes(files: FileStore, setup: { readonly hasMail: boolean }): ModuleRoutes {
  return defineRoutes({ ...GOVERNANCE_REFUSALS, ...TASK_REFUSALS, ...FILE_REFUSALS }, [
    implement(contract.previewDirective, previewDirective),
    implement(contract.giveDirective, giveDirective),
    implement(contract.listDirectives, listDirectives),
    implement(contract.showDirective, showDirective),
    implement(contract.listMyTasks, listMyTasks),
    implement(contract.listTasksOfCommune, listTasksOfCommune),
    implement(contract.showOversight, showOversight),
    implement(contract.showTaskOverview, showTaskOverview(setup)),
    implement(contract.measureConclusion, measureConclusion),
    implement(contract.listTasksOfConclusions, listTasksOfConclusions),
    implement(contract.showResultsBefore, showResultsBefore),
    implement(contract.showTask, showTask),
    implement(contract.receiveTask, receiveTask),
    implement(contract.startTask, startTask),
    implement(contract.reportTask, reportTask),
    implement(contract.acceptTask, acceptTask),
    implement(contract.returnTask, returnTask),
    implement(contract.handOverTask, handOverTask),
    implement(contract.cancelTask, cancelTask),
    implementPrepared(contract.addTaskFile, { askFirst: judgeTaskFile, prepare: addTaskFile(files) }),
    implement(contract.readTaskFile, readTaskFile(files)),
  ]);
}
