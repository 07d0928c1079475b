import { createRootRoute, createRoute, createRouter, Navigate } from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import { type LazyPart, lazyPart } from '../shared/lazy-part.tsx';
import { GATES } from './gates.ts';
import { paths } from './paths.ts';
import { parseSearch, stringifySearch } from './search-params.ts';
import { BrokenPage, PageNotLoaded } from './shell/broken-page.tsx';
import { Desk } from './shell/desk.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PageGate } from './shell/page-gate.tsx';

const root = createRootRoute({ component: Desk, notFoundComponent: NotFound });

/** One page: its code is loaded when it is first opened, by people whose office has it. */
const page = (path: string, load: () => Promise<Record<string, unknown>>, name: string) => {
  const code = lazyPart(async () => (await load())[name] as FunctionComponent, PageNotLoaded);
  return createRoute({
    getParentRoute: () => root,
    path,
    component: behindGate(path, code),
    staticData: { code },
  });
};

function behindGate(path: string, Content: FunctionComponent): FunctionComponent {
  const gate = GATES[path];
  if (gate === undefined) return Content;
  return () => (
    <PageGate gate={gate}>
      <Content />
    </PageGate>
  );
}

const routeTree = root.addChildren([
  page('/', () => import('./pages/home.tsx'), 'HomePage'),
  page('/xa/$commune', () => import('./pages/month/month-page.tsx'), 'MonthPage'),
  page('/pgd', () => import('./pages/office/office-page.tsx'), 'OfficePage'),
  page('/danh-sach', () => import('./pages/lists/lists-page.tsx'), 'ListsPage'),
  page('/danh-sach/$list', () => import('./pages/lists/list-page.tsx'), 'ListPage'),
  page('/danh-sach/$list/theo/$by', () => import('./pages/lists/parts-page.tsx'), 'PartsPage'),
  page('/ho', () => import('./pages/household/people-page.tsx'), 'PeoplePage'),
  page('/ho/$commune/$household', () => import('./pages/household/household-page.tsx'), 'HouseholdPage'),
  page('/mon/$commune/$contract', () => import('./pages/household/loan-page.tsx'), 'LoanPage'),
  page('/kiem-tra-lai', () => import('./pages/interest/interest-page.tsx'), 'InterestPage'),
  page('/nhap', () => import('./pages/import/imports-page.tsx'), 'ImportsPage'),
  page('/nhap/$batch', () => import('./pages/import/batch-page.tsx'), 'BatchPage'),
  page('/nhap/$batch/hoi-so', () => import('./pages/import/control-cells-page.tsx'), 'ControlCellsPage'),
  page('/nhap/$batch/$list', () => import('./pages/import/rows-page.tsx'), 'RowsPage'),
  page('/to', () => import('./pages/groups/groups-page.tsx'), 'GroupsPage'),
  page('/to/$commune/$group', () => import('./pages/groups/group-page.tsx'), 'GroupPage'),
  page('/giao-ban', () => import('./pages/briefing/briefings-page.tsx'), 'BriefingsPage'),
  page('/giao-ban/$commune/$briefing', () => import('./pages/briefing/briefing-page.tsx'), 'BriefingPage'),
  page(
    '/giao-ban/$commune/$briefing/giay-moi',
    () => import('./pages/briefing/invitations-page.tsx'),
    'InvitationsPage',
  ),
  page(
    '/giao-ban/$commune/$briefing/trinh-chieu',
    () => import('./pages/briefing/hall-page.tsx'),
    'HallPage',
  ),
  page('/mau-van-ban', () => import('./pages/templates/templates-page.tsx'), 'TemplatesPage'),
  page('/viec', () => import('./pages/tasks/tasks-page.tsx'), 'TasksPage'),
  page('/viec/$commune/$task', () => import('./pages/tasks/task-page.tsx'), 'TaskPage'),
  page('/chi-dao', () => import('./pages/directives/directives-page.tsx'), 'DirectivesPage'),
  page(
    '/chi-dao/$commune/$directive',
    () => import('./pages/directives/directive-page.tsx'),
    'DirectivePage',
  ),
  page('/lich', () => import('./pages/calendar/calendar-page.tsx'), 'CalendarPage'),
  page('/dia-ban', () => import('./pages/areas/areas-page.tsx'), 'AreasPage'),
  page('/chuong-trinh', () => import('./pages/catalogue/programmes-page.tsx'), 'ProgrammesPage'),
  page('/quy-tac', () => import('./pages/catalogue/rules-page.tsx'), 'RulesPage'),
  page('/nguoi-dung', () => import('./pages/users/users-page.tsx'), 'UsersPage'),
  // Where people look for the way in: it is every page's, so this address is the home page's.
  createRoute({
    getParentRoute: () => root,
    path: '/dang-nhap',
    component: () => <Navigate to={paths.home} replace />,
  }),
  page('/tai-khoan', () => import('./pages/account/account-page.tsx'), 'AccountPage'),
]);

/** The desk's addresses and their pages. */
export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: false,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The page's own code, so that a way to it begins only once that is there. */
    readonly code?: LazyPart;
  }
}
