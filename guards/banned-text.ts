import type { Finding, Guard } from './finding.ts';
import { filesBelow, matchingLines } from './finding.ts';
import mayNotRun from './may-not-run.json' with { type: 'json' };

/** A text that may not stand in some files, with what to write instead. */
type Ban = {
  readonly guard: string;
  readonly pattern: RegExp;
  readonly files: RegExp;
  readonly except?: RegExp;
  readonly message: string;
};

/**
 * Where the desk holds the browser's own things: its clock, by which copies on that machine grow old, and its locks, which are asked by
 * `query` (ADR 0014).
 */
const BROWSERS_OWN = /^src\/web\/desk\/kept-words\.ts$/;

const CODE = /\.(ts|tsx|mjs)$/;
const SQL_OR_CODE = /\.(ts|tsx|sql)$/;

/**
 * The rooms of the platform whose whole work is one table or two of their own: their SQL stands in them, not in a
 * folder `db/` beside. What they may not do is what files below `db/` may not do either.
 */
export const SQL_ROOMS: readonly string[] = [
  // The chain and the outbox append under a lock that is part of what they promise.
  'src/platform/audit/append-audit.ts',
  'src/platform/audit/verify-audit.ts',
  'src/platform/outbox/deliver-outbox.ts',
  'src/platform/outbox/outbox.ts',
  // A queue in the database: taking a job is one statement.
  'src/platform/jobs/enqueue-job.ts',
  'src/platform/jobs/queue.ts',
  'src/platform/jobs/routes.ts',
  'src/platform/housekeeping/clean-platform.ts',
  'src/platform/housekeeping/housekeep.ts',
  // One row that says what this database is, and which day its demo has.
  'src/platform/demo/demo-day.ts',
  'src/platform/installation.ts',
  // Whether there is a database at all.
  'src/platform/http/health.ts',
  'src/platform/postgres/embedded.ts',
];
const IN_SQL_ROOMS = new RegExp(`^(${SQL_ROOMS.join('|')})$`);
const WITH_SQL = new RegExp(`\\.sql$|/db/.*\\.ts$|${IN_SQL_ROOMS.source}`);
/** Tests that say of themselves that they were not run, each with what it needs; nobody else may. The tests' sum names them. */
const MAY_NOT_RUN = new RegExp(`^(${Object.keys(mayNotRun).join('|')})$`);
const NOT_PRODUCT = /\.test\.tsx?$|\/testing\/|^(bench|guards|scripts|tests)\//;

/** Where `thôn` stands as the bank's files, a village's own name or a table of kinds has it, or every word is turned where it is shown. */
const VILLAGE_WORDS = [
  // The columns and texts of the bank's own files.
  'src/modules/extracts/.*',
  // A village's name, which may be `Thôn 3` anywhere, and the kinds of villages themselves.
  'src/kernel/commune-words.ts',
  'src/web/shared/names.ts',
  'src/web/desk/pages/areas/value-form.tsx',
  'src/modules/registry/(db/.*|domain/area-value.ts)',
  // The office as a role, whose title `roleTitle` turns; so do the titles of a meeting's parts.
  'src/kernel/role.ts',
  'src/modules/registry/contract.ts',
  'src/modules/governance/domain/attendance.ts',
  // The columns of a file of loans, which are the same for every commune.
  'src/modules/portfolio/export-(list|staged-loans).ts',
  // Tables of words, whose every reader turns them.
  'src/modules/portfolio/domain/part-nouns.ts',
  'src/modules/governance/domain/directive.ts',
  'src/web/desk/pages/month/(month.ts|heat-section.tsx)',
  'src/web/desk/pages/tasks/order-target.tsx',
  // All communes of an office together.
  'src/web/desk/pages/office/office-figures.ts',
];

const BANS: readonly Ban[] = [
  {
    guard: 'leftovers',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    files: /\.(ts|tsx|mjs|sql|css|html)$/,
    message: 'do it now, or write an issue',
  },
  {
    guard: 'leftovers',
    pattern: /\bconsole\s*\.\s*(log|debug|info|warn|error|trace|table|dir)\b|\bdebugger\b/,
    files: CODE,
    except: /^scripts\/|^bin\//,
    message: 'log through platform/log.ts, print through the command line',
  },
  {
    guard: 'leftovers',
    pattern: /\.\s*(only|skip|todo|fails)\s*\(|\bx(it|describe|test)\s*\(/,
    files: /\.test\.(tsx?|mjs)$/,
    message: 'a test that does not run is deleted or mended',
  },
  {
    guard: 'leftovers',
    pattern: /\.\s*(skipIf|runIf)\b|(?<![.\w])skip\s*\(/,
    files: /\.test\.(tsx?|mjs)$/,
    except: MAY_NOT_RUN,
    message: 'a test that does not run everywhere is named in guards/may-not-run.json, with what it needs',
  },
  {
    guard: 'leftovers',
    pattern: /@ts-ignore|@ts-nocheck|: any\b|\bas any\b|<any>/,
    files: CODE,
    message: 'name the type',
  },
  {
    guard: 'leftovers',
    pattern: /['"`(\s](\/work\/|\.\.\/shared\/(cases|data|domain|design|hooks|seeds))|registry\.npm/,
    files: /\.(ts|tsx|mjs|json|md|sql|css|html)$/,
    except: /^package-lock\.json$/,
    message: 'the project stands on its own: nothing of the machine it was written on',
  },
  {
    guard: 'clock',
    pattern:
      /\bnew\s+Date\s*\(\s*\)|\bnew\s+Date\b(?!\s*[(<\w])|\bDate\s*\.\s*now\b|(?<![.\w]|new\s+)Date\s*\(/,
    files: CODE,
    except: new RegExp(
      `^src/platform/clock\\.ts$|\\.test\\.tsx?$|^scripts/|^guards/|^tests/|/testing/|${BROWSERS_OWN.source}`,
    ),
    message: 'take the Clock as an argument; only platform/clock.ts reads the time',
  },
  {
    guard: 'sql',
    // The ends of a tag over several lines, and the builder, whose `tx` needs no import.
    pattern:
      /\bsql(<.*>)?`|^\s*\}>`|\bsql(<|\.[a-z]+[(<])|\.(selectFrom|selectNoFrom|insertInto|updateTable|deleteFrom|mergeInto|withTables|withSchema|withRecursive|executeQuery)\b|\.\s*(with|query)\s*(<.*>)?\(|\.\s*schema\s*\.|\[\s*['"`](selectFrom|selectNoFrom|insertInto|updateTable|deleteFrom|mergeInto|withTables|executeQuery|query|schema|with)['"`]\s*\]/,
    files: SQL_OR_CODE,
    except: new RegExp(`/db/|${NOT_PRODUCT.source}|${IN_SQL_ROOMS.source}|${BROWSERS_OWN.source}`),
    message: 'SQL lives in db/ only',
  },
  {
    guard: 'distributed',
    pattern:
      /\b(big|small)?serial\b|\bgenerated\s+(always|by\s+default)\s+as\s+identity\b|\bcreate\s+(temp\w*\s+)?sequence\b|\bnextval\s*\(/i,
    files: /\.sql$/,
    message: 'ids are UUIDv7 made by the application',
  },
  {
    guard: 'distributed',
    pattern: /\bcreate\s+(or\s+replace\s+)?(constraint\s+|event\s+)?trigger\b/i,
    files: /\.sql$/,
    message: 'no business logic in triggers: a distributed server refuses them',
  },
  {
    guard: 'distributed',
    pattern: /\bgrouping\s+sets\b|(?<![.\w])(rollup|cube)\s*\(|\bwith\s+recursive\b/i,
    files: SQL_OR_CODE,
    message: 'refused over distributed tables: read the roll-ups',
  },
  {
    guard: 'distributed',
    pattern: /\bon\s+delete\s+set\s+null\b/i,
    files: /\.sql$/,
    message: 'refused with the distribution column: cascade or restrict',
  },
  {
    guard: 'distributed',
    pattern: /\bset\s+(local|session)\s+(?!citus)|\bset\s+app\s*\.|\bset_config\s*\(/i,
    files: SQL_OR_CODE,
    except: /^src\/platform\/db\/(scope|group-by-hashing)\.ts$|\.test\.ts$/,
    message:
      'only platform/db/scope.ts sets the scope, and only group-by-hashing.ts how a transaction plans (ADR 21)',
  },
  {
    guard: 'distributed',
    pattern:
      /(?<!\.)\bnow\s*\(\s*\)|\bcurrent_(timestamp|date|time)\b|\blocaltime(stamp)?\b|\b(clock|statement|transaction)_timestamp\s*\(/i,
    files: WITH_SQL,
    except: /\.test\.ts$/,
    message: 'pass the time as a parameter',
  },
  {
    guard: 'tls',
    pattern: /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/,
    files: CODE,
    message: 'certificates are checked, always',
  },
  {
    guard: 'villages',
    pattern:
      /(?<!\b(inVillages|monthVillages|there|villages)\(\s*['"`][^'"`\n]*|summary: .*|nông )(?<!\p{L})[Tt]hôn(?!\p{L})(?!, khu phố)/u,
    files: /^src\/(kernel|modules|web)\/.*\.tsx?$/,
    except: new RegExp(`^(${VILLAGE_WORDS.join('|')})$|${NOT_PRODUCT.source}`),
    message: 'a ward has none: say it by inVillages, or `thôn, khu phố` [GV190]',
  },
];

/** The names of the guards that only read text. */
export const TEXT_GUARDS: readonly Guard[] = [...new Set(BANS.map((ban) => ban.guard))].map((name) => ({
  name,
  check: (root) => BANS.filter((ban) => ban.guard === name).flatMap((ban) => findings(root, ban)),
}));

function findings(root: string, ban: Ban): Finding[] {
  return filesBelow(root, '.', /./)
    .filter((file) => ban.files.test(file) && !ban.except?.test(file) && file !== 'guards/banned-text.ts')
    .flatMap((file) =>
      matchingLines(root, file, { pattern: ban.pattern, isLeftOut: isComment }).map((line) => ({
        guard: ban.guard,
        file,
        line,
        message: ban.message,
      })),
    );
}

/** A comment may name what is banned, to say why. */
function isComment(line: string): boolean {
  return /^(\*|\/\/|--|\/\*)/.test(line) && !/TODO|FIXME/.test(line);
}
