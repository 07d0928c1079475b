import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callOperation } from '../../kernel/client.ts';
import type { Id } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { SYSTEM_CHAIN } from '../audit/append-audit.ts';
import type { Caller } from '../caller.ts';
import { runCommand } from '../command.ts';
import { createHttpServer } from '../http/server.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { injected } from '../testing/http.ts';
import { testCaller, testPlatform } from '../testing/platform.ts';
import { startWorker } from '../worker.ts';
import { cancelJob, readJob } from './contract.ts';
import { enqueueJob, type NewJob } from './enqueue-job.ts';
import { claimJob, LEASE_MS, renewJob } from './queue.ts';
import { jobRoutes } from './routes.ts';
import { drainJobs, type JobContext, type JobHandler, runNextJob } from './run-job.ts';

const OFFICE = '0192f0c8-0000-7000-8000-000000000001' as Id;
const OTHER_OFFICE = '0192f0c8-0000-7000-8000-000000000002' as Id;
const COMMUNE = '0192f0c8-0000-7000-8000-000000000011' as Id;
const officer = testCaller({ officeIds: [OFFICE], communeIds: [COMMUNE] });

let database: TestDatabase;
let parts: ReturnType<typeof testPlatform>;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  parts = testPlatform(database.app);
  await database.owner.query('delete from platform.job');
});
afterAll(() => database.close());

const enqueue = (job: Partial<NewJob> = {}, caller: Caller = officer) =>
  runCommand(parts.platform, { name: 'sample.start', caller }, async (context) => {
    context.note({ communeId: COMMUNE, subject: {} });
    return enqueueJob(context, { task: 'sample', payload: { number: 1 }, officeId: OFFICE, ...job });
  }) as Promise<Id>;

const runner = (run: JobHandler['run'], task = 'sample') => ({
  ...parts,
  handlers: [
    { task, run, refusals: { sampleEmpty: { status: 422, text: 'Không có gì để làm ở {where}.' } as const } },
  ],
});

async function stateOf(id: Id) {
  const { rows } = await database.owner.query(
    'select state, done, total, message, attempts, lease_until, finished_at from platform.job where id = $1',
    [id],
  );
  return rows[0];
}

describe('a job', () => {
  test('that is queued in a command that is refused never was', async () => {
    await runCommand(parts.platform, { name: 'sample.start', caller: officer }, async (context) => {
      await enqueueJob(context, { task: 'sample', payload: {}, officeId: OFFICE });
      return refuse('notFound');
    });
    expect(await runNextJob(runner(async () => 'done'))).toBe(false);
  });

  test('runs after commit with its payload, as the person who asked, in that scope', async () => {
    const id = await enqueue({ payload: { batchId: 'b', codes: ['001'] } });
    let seen: unknown;
    await drainJobs(
      runner(async (payload, { caller, platform }) => {
        const visible = await platform.database.read(caller.scope, async () => caller.scope.communeIds);
        seen = { payload, userId: caller.userId, role: caller.role, visible };
        return 'done';
      }),
    );
    expect(seen).toEqual({
      payload: { batchId: 'b', codes: ['001'] },
      userId: officer.userId,
      role: 'creditOfficer',
      visible: [COMMUNE],
    });
    expect(await stateOf(id)).toMatchObject({ state: 'done', attempts: 1, lease_until: null });
  });

  test('shows how far it is at once, while its own transaction is still open', async () => {
    const id = await enqueue();
    await drainJobs(
      runner(async (_, { progress, platform, caller }) => {
        await platform.database.write(caller.scope, async () => {
          await progress({ done: 3, total: 7, message: 'Đang đọc tệp 3 trên 7' });
          expect(await stateOf(id)).toMatchObject({
            state: 'running',
            done: 3,
            total: 7,
            message: 'Đang đọc tệp 3 trên 7',
          });
        });
        return 'done';
      }),
    );
    expect(await stateOf(id)).toMatchObject({ state: 'done', done: 3, total: 7 });
  });

  test('that refuses is failed with its sentence; one that breaks, with a reference and without its message', async () => {
    const refused = await enqueue();
    await drainJobs(runner(async () => refuse('sampleEmpty', { where: 'tệp 1' })));
    expect(await stateOf(refused)).toMatchObject({ state: 'failed', message: 'Không có gì để làm ở tệp 1.' });
    const broken = await enqueue();
    await drainJobs(
      runner(async () => {
        throw new Error('Nguyễn Thị Ánh');
      }),
    );
    const state = await stateOf(broken);
    expect(state).toMatchObject({ state: 'failed', message: expect.stringContaining(broken) });
    expect(state.message).not.toContain('Ánh');
    expect(await parts.metrics.registry.metrics()).toContain(
      'giaoban_jobs_finished_total{task="sample",state="failed"} 2',
    );
  });

  test('is left to a process that has its handler', async () => {
    const id = await enqueue({ task: 'unknown' });
    expect(await runNextJob(runner(async () => 'done'))).toBe(false);
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 0 });
  });

  test('is taken once, whoever many ask', async () => {
    for (let i = 0; i < 20; i++) await enqueue({ payload: { number: i } });
    const ran: unknown[] = [];
    const work = runner(async ({ number }) => {
      ran.push(number);
      return 'done';
    });
    await Promise.all(Array.from({ length: 8 }, () => drainJobs(work)));
    expect(ran.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });
});

describe('after a crash', () => {
  test('the job is taken over when its lease has run out, not before, and the dead run ends nothing', async () => {
    const id = await enqueue();
    const dead = await claimJob(parts.platform, ['sample']);
    if (!dead) throw new Error('not claimed');
    const resumed = runner(async () => 'done');
    expect(await runNextJob(resumed)).toBe(false);
    parts.clock.moveTo(new Date(parts.clock.now().getTime() + LEASE_MS + 1).toISOString());
    expect(await runNextJob(resumed)).toBe(true);
    expect(await stateOf(id)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await renewJob(parts.platform, dead, { done: 1, total: 1 })).toBe('lost');
    expect(await stateOf(id)).toMatchObject({ state: 'done', done: null });
  });

  test('a run that renews its lease keeps its job', async () => {
    await enqueue();
    const job = await claimJob(parts.platform, ['sample']);
    if (!job) throw new Error('not claimed');
    for (let i = 0; i < 5; i++) {
      parts.clock.moveTo(new Date(parts.clock.now().getTime() + LEASE_MS - 1).toISOString());
      expect(await renewJob(parts.platform, job, undefined)).toBe('running');
      expect(await claimJob(parts.platform, ['sample'])).toBeUndefined();
    }
  });

  test('a job that ends its process each time is given up after three attempts', async () => {
    const id = await enqueue();
    for (let i = 0; i < 3; i++) {
      expect(await claimJob(parts.platform, ['sample'])).toBeDefined();
      parts.clock.moveTo(new Date(parts.clock.now().getTime() + LEASE_MS + 1).toISOString());
    }
    let ran = false;
    await drainJobs(
      runner(async () => {
        ran = true;
        return 'done';
      }),
    );
    expect(ran).toBe(false);
    expect(await stateOf(id)).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('nhiều lần'),
    });
  });

  test('a worker that stops gives its running job back, and the next one does it', async () => {
    const id = await enqueue();
    const untilStopped = async (_: unknown, { signal }: JobContext) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return 'stopped' as const;
    };
    const options = { ...parts, events: [], pollMs: 10 };
    const first = startWorker({ ...options, jobs: [{ task: 'sample', run: untilStopped }] });
    await expect.poll(async () => (await stateOf(id)).state).toBe('running');
    await first.stop();
    expect(await stateOf(id)).toMatchObject({ state: 'queued', finished_at: null });
    const second = startWorker({ ...options, jobs: [{ task: 'sample', run: async () => 'done' }] });
    await expect.poll(async () => (await stateOf(id)).state).toBe('done');
    await second.stop();
  });
});

describe('a planned restart', () => {
  test('costs the job no attempt: a long one outlasts any number of them', async () => {
    const id = await enqueue();
    for (let i = 0; i < 5; i++) {
      const stopping = new AbortController();
      const work = runner(async () => {
        stopping.abort();
        return 'stopped';
      });
      expect(await runNextJob(work, stopping.signal)).toBe(true);
      expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 0 });
    }
    await drainJobs(runner(async () => 'done'));
    expect(await stateOf(id)).toMatchObject({ state: 'done', attempts: 1 });
  });

  test('gives back its own attempt alone: those that a crash has cost stay counted', async () => {
    const id = await enqueue();
    await claimJob(parts.platform, ['sample']);
    parts.clock.moveTo(new Date(parts.clock.now().getTime() + LEASE_MS + 1).toISOString());
    const stopping = new AbortController();
    const work = runner(async () => {
      stopping.abort();
      return 'stopped';
    });
    await runNextJob(work, stopping.signal);
    expect(await stateOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
  });
});

describe('over HTTP', () => {
  const serve = async (caller: Caller) =>
    injected(
      await createHttpServer(parts.platform, [jobRoutes], {
        logger: false,
        identify: async () => caller,
        uploadLimits: { fileBytes: 1, files: 1 },
        deskFolder: '/nowhere',
      }),
      { cookie: '__Host-giaoban=x' },
    );

  test('people of its office or commune read it, others do not find it', async () => {
    const id = await enqueue({ communeId: COMMUNE });
    const chair = testCaller({ communeIds: [COMMUNE] }, { role: 'communeChair' });
    for (const caller of [officer, chair])
      expect(await callOperation(await serve(caller), readJob, { id })).toMatchObject({
        output: { id, state: 'queued' },
      });
    for (const caller of [
      testCaller({ officeIds: [OTHER_OFFICE] }),
      testCaller({}),
      testCaller({ system: true }),
    ])
      for (const operation of [readJob, cancelJob])
        expect(await callOperation(await serve(caller), operation, { id })).toMatchObject({
          refused: 'notFound',
        });
  });

  test('a waiting job is cancelled at once, and the audit trail says who did it', async () => {
    const id = await enqueue();
    const result = await callOperation(await serve(officer), cancelJob, { id });
    expect(result).toMatchObject({ output: { state: 'cancelled', cancelRequested: true } });
    expect(await runNextJob(runner(async () => 'done'))).toBe(false);
    const { rows } = await database.owner.query(
      'select actor, subject from platform.audit_entry where commune_id = $1 and command = $2 order by sequence desc limit 1',
      [SYSTEM_CHAIN, 'platform.cancelJob'],
    );
    expect(rows[0].actor).toContain(officer.userId);
    expect(rows[0].subject).toContain(id);
  });

  test('a running job is told to stop, and stops at its next step', async () => {
    const id = await enqueue();
    const http = await serve(officer);
    await drainJobs(
      runner(async (_, { progress, cancelled }) => {
        for (let done = 0; done < 100; done++) {
          await progress({ done, total: 100 });
          if (cancelled()) return 'stopped';
          if (done === 2) await callOperation(http, cancelJob, { id });
        }
        return 'done';
      }),
    );
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', done: 3 });
  });

  test('only who asked for it and the director cancel it; an ended one is not cancelled', async () => {
    const id = await enqueue();
    const colleague = testCaller(officer.scope, { userId: parts.newId() });
    expect(await callOperation(await serve(colleague), cancelJob, { id })).toMatchObject({
      refused: 'jobOfAnother',
    });
    const director = testCaller(officer.scope, { userId: parts.newId(), role: 'officeDirector' });
    expect(await callOperation(await serve(director), cancelJob, { id })).toMatchObject({ ok: true });
    expect(await callOperation(await serve(officer), cancelJob, { id })).toMatchObject({
      refused: 'jobFinished',
    });
  });
});
