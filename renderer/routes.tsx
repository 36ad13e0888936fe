import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { kindSchema } from '#shared/domain/credential.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { planSearchSchema, type PlanSearch } from './features/plan/views.ts';
import { renewalsSearchSchema, type RenewalsSearch } from './features/renewals/views.ts';
import { RootScreen } from './features/shell/RootScreen.tsx';
import { ScreenFailed } from './features/shell/ScreenFailed.tsx';
import { shareSearchSchema, type ShareSearch } from './features/share/views.ts';
import { stacksSearchSchema, type StacksSearch } from './features/stacks/views.ts';
import { TodayScreen } from './features/today/Screen.tsx';

const names = z.array(z.string()).optional().catch(undefined);

/** What the address says of the Credentials screen; anything malformed is left out. */
export const credentialsSearchSchema = z.object({
  q: z.string().max(500).optional().catch(undefined),
  /** The record whose pane is open. */
  id: z.uuid().optional().catch(undefined),
  status: z.array(statusSchema).optional().catch(undefined),
  kind: z.array(kindSchema).optional().catch(undefined),
  issuer: names,
  platform: names,
  skill: names,
  tag: names,
});
export type CredentialsSearch = z.infer<typeof credentialsSearchSchema>;

const rootRoute = createRootRoute({ component: RootScreen });

const screen = <const Path extends string>(
  path: Path,
  load: () => Promise<Readonly<Record<string, () => React.ReactNode>>>,
  name: string,
) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    component: lazyRouteComponent(load, name),
  });

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => redirect({ to: '/today', throw: true }),
});

const credentialsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/credentials',
  validateSearch: (search): CredentialsSearch => credentialsSearchSchema.parse(search),
  component: lazyRouteComponent(
    () => import('./features/credentials/Screen.tsx'),
    'CredentialsScreen',
  ),
});

const renewalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/renewals',
  validateSearch: (search): RenewalsSearch => renewalsSearchSchema.parse(search),
  component: lazyRouteComponent(() => import('./features/renewals/Screen.tsx'), 'RenewalsScreen'),
});

const stacksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stacks',
  validateSearch: (search): StacksSearch => stacksSearchSchema.parse(search),
  component: lazyRouteComponent(() => import('./features/stacks/Screen.tsx'), 'StacksScreen'),
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plan',
  validateSearch: (search): PlanSearch => planSearchSchema.parse(search),
  component: lazyRouteComponent(() => import('./features/plan/Screen.tsx'), 'PlanScreen'),
});

const shareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/share',
  validateSearch: (search): ShareSearch => shareSearchSchema.parse(search),
  component: lazyRouteComponent(() => import('./features/share/Screen.tsx'), 'ShareScreen'),
});

/** The first screen comes along with the page. */
const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/today',
  component: TodayScreen,
});

const routeTree = rootRoute.addChildren([
  indexRoute,
  credentialsRoute,
  renewalsRoute,
  stacksRoute,
  shareRoute,
  planRoute,
  todayRoute,
  screen('/timeline', () => import('./features/timeline/Screen.tsx'), 'TimelineScreen'),
  screen('/import', () => import('./features/importing/Screen.tsx'), 'ImportingScreen'),
  screen('/trash', () => import('./features/trash/Screen.tsx'), 'TrashScreen'),
  screen('/settings', () => import('./features/settings/Screen.tsx'), 'SettingsScreen'),
]);

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: () => null,
});

declare module '@tanstack/react-router' {
  // Declaration merging needs an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: typeof router;
  }
}
