import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { settingsTabs } from '@/features/settings/settingsTabs'
import { CrashPage } from './CrashPage'
import { demandMembership, demandSession, leaveWhenSignedIn, openWorkspace } from './guards'
import { NotFoundPage } from './NotFoundPage'
import { PendingAlone } from './PendingAlone'
import { PendingPage } from './PendingPage'
import { PendingShell } from './PendingShell'

/** Only a path of our own: a link to this page must not be able to send people elsewhere. */
const ownPath = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined)

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ notFoundComponent: NotFoundPage })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async (here) => {
    await demandSession(here)
    await openWorkspace(here)
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ next: ownPath }),
  beforeLoad: leaveWhenSignedIn,
  component: lazyRouteComponent(() => import('@/features/auth/SignInPage'), 'SignInPage'),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: z.object({ next: ownPath }),
  beforeLoad: leaveWhenSignedIn,
  component: lazyRouteComponent(() => import('@/features/auth/SignUpPage'), 'SignUpPage'),
})

const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  beforeLoad: demandSession,
  component: lazyRouteComponent(() => import('@/features/auth/InvitePage'), 'InvitePage'),
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  beforeLoad: demandSession,
  component: lazyRouteComponent(() => import('@/features/auth/StartPage'), 'StartPage'),
})

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspaceId',
  beforeLoad: async (here) => {
    await demandSession(here)
    await demandMembership(here)
  },
  component: lazyRouteComponent(() => import('./shell/Shell'), 'Shell'),
  pendingComponent: PendingShell,
})

const workspaceHome = createRoute({
  getParentRoute: () => workspace,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/w/$workspaceId/journeys', params })
  },
})

const journeys = createRoute({
  getParentRoute: () => workspace,
  path: '/journeys',
  component: lazyRouteComponent(() => import('@/features/journeys/JourneysPage'), 'JourneysPage'),
  pendingComponent: PendingPage,
})

const journey = createRoute({
  getParentRoute: () => workspace,
  path: '/journeys/$journeyId',
  validateSearch: z.object({
    numbers: z.literal(1).optional().catch(undefined),
    locale: z.string().optional().catch(undefined),
    version: z.number().int().positive().optional().catch(undefined),
  }),
  staticData: { fullBleed: true },
  component: lazyRouteComponent(() => import('@/features/editor/EditorPage'), 'EditorPage'),
  pendingComponent: PendingPage,
})

const contacts = createRoute({
  getParentRoute: () => workspace,
  path: '/contacts',
  validateSearch: z.object({ q: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('@/features/contacts/ContactsPage'), 'ContactsPage'),
  pendingComponent: PendingPage,
})

const contact = createRoute({
  getParentRoute: () => workspace,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('@/features/contacts/ContactPage'), 'ContactPage'),
  pendingComponent: PendingPage,
})

const segments = createRoute({
  getParentRoute: () => workspace,
  path: '/segments',
  component: lazyRouteComponent(() => import('@/features/segments/SegmentsPage'), 'SegmentsPage'),
  pendingComponent: PendingPage,
})

const newSegment = createRoute({
  getParentRoute: () => workspace,
  path: '/segments/new',
  component: lazyRouteComponent(() => import('@/features/segments/NewSegmentPage'), 'NewSegmentPage'),
  pendingComponent: PendingPage,
})

const segment = createRoute({
  getParentRoute: () => workspace,
  path: '/segments/$segmentId',
  component: lazyRouteComponent(() => import('@/features/segments/SegmentPage'), 'SegmentPage'),
  pendingComponent: PendingPage,
})

const members = createRoute({
  getParentRoute: () => workspace,
  path: '/segments/$segmentId/members',
  component: lazyRouteComponent(() => import('@/features/contacts/MembersPage'), 'MembersPage'),
  pendingComponent: PendingPage,
})

const settings = createRoute({
  getParentRoute: () => workspace,
  path: '/settings',
  validateSearch: z.object({ tab: z.enum(settingsTabs).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
  pendingComponent: PendingPage,
})

const routeTree = root.addChildren([
  home,
  signIn,
  signUp,
  invite,
  start,
  workspace.addChildren([
    workspaceHome,
    journeys,
    journey,
    contacts,
    contact,
    segments,
    newSegment,
    segment,
    members,
    settings,
  ]),
])

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: PendingAlone,
    defaultErrorComponent: CrashPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  interface StaticDataRouteOption {
    /** The page takes the whole window and the sidebar folds to icons. */
    fullBleed?: boolean
  }
}
