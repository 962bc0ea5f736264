import { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { RefusedError, UnreachableError } from "@galka/contract/client";
import { createApi } from "./api/api.ts";
import { meQuery } from "./api/me.ts";
import { readAutomationsSearch } from "./features/automations/automations-search.ts";
import { readInboxSearch } from "./features/inbox/inbox-search.ts";
import { readPeopleSearch } from "./features/people-table/people-search.ts";
import { readFoundSearch } from "./features/search/page/search-search.ts";
import { PageError } from "./features/shell/PageError.tsx";
import { PageLoading } from "./features/shell/PageLoading.tsx";
import { NothingHere } from "./features/shell/NothingHere.tsx";
import { readSoonestSearch } from "./features/soonest/soonest-search.ts";
import { readStatisticsSearch } from "./features/statistics/statistics-search.ts";
import type { PageContext } from "./page-context.ts";

const root = createRootRouteWithContext<PageContext>()({
  component: Outlet,
  notFoundComponent: NothingHere,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { to?: string } =>
    typeof search["to"] === "string" && /^\/(?!\/)/.test(search["to"]) ? { to: search["to"] } : {},
  component: lazyRouteComponent(() => import("./features/sign-in/SignInPage.tsx"), "SignInPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(
    () => import("./features/sign-in/InvitationPage.tsx"),
    "InvitationPage",
  ),
});

/** Everything behind it is for members. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery(context.api));
    } catch (error) {
      const nobody = error instanceof RefusedError && error.refusal.refused === "not-signed-in";
      if (!nobody) throw error;
      const to = location.pathname === "/" ? {} : { to: location.href };
      throw redirect({ to: "/sign-in", search: to });
    }
  },
  component: lazyRouteComponent(() => import("./features/shell/SignedIn.tsx"), "SignedIn"),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/inbox", replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: "/inbox",
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import("./features/inbox/InboxPage.tsx"), "InboxPage"),
});

const conversation = createRoute({ getParentRoute: () => inbox, path: "$conversationId" });

const soonest = createRoute({
  getParentRoute: () => signedIn,
  path: "/soonest",
  validateSearch: readSoonestSearch,
  component: lazyRouteComponent(() => import("./features/soonest/SoonestPage.tsx"), "SoonestPage"),
});

const contacts = createRoute({
  getParentRoute: () => signedIn,
  path: "/contacts",
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(
    () => import("./features/contact/ContactsPage.tsx"),
    "ContactsPage",
  ),
});

const contact = createRoute({ getParentRoute: () => contacts, path: "$contactId" });

const search = createRoute({
  getParentRoute: () => signedIn,
  path: "/search",
  validateSearch: readFoundSearch,
  component: lazyRouteComponent(
    () => import("./features/search/page/SearchPage.tsx"),
    "SearchPage",
  ),
});

const automations = createRoute({
  getParentRoute: () => signedIn,
  path: "/automations",
  validateSearch: readAutomationsSearch,
  component: lazyRouteComponent(
    () => import("./features/automations/AutomationsPage.tsx"),
    "AutomationsPage",
  ),
});

const statistics = createRoute({
  getParentRoute: () => signedIn,
  path: "/statistics",
  validateSearch: readStatisticsSearch,
  component: lazyRouteComponent(
    () => import("./features/statistics/StatisticsPage.tsx"),
    "StatisticsPage",
  ),
});

const scheduled = createRoute({
  getParentRoute: () => signedIn,
  path: "/scheduled",
  component: lazyRouteComponent(
    () => import("./features/scheduled/ScheduledPage.tsx"),
    "ScheduledPage",
  ),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: "/settings",
  component: lazyRouteComponent(
    () => import("./features/settings/SettingsPage.tsx"),
    "SettingsPage",
  ),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(
    () => import("./features/settings/SettingsHome.tsx"),
    "SettingsHome",
  ),
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: "profile",
  component: lazyRouteComponent(() => import("./features/settings/ProfilePage.tsx"), "ProfilePage"),
});

const channels = createRoute({
  getParentRoute: () => settings,
  path: "channels",
  component: lazyRouteComponent(
    () => import("./features/channels/ChannelsPage.tsx"),
    "ChannelsPage",
  ),
});

const connect = createRoute({
  getParentRoute: () => settings,
  path: "channels/connect",
  component: lazyRouteComponent(() => import("./features/channels/ConnectPage.tsx"), "ConnectPage"),
});

const channel = createRoute({
  getParentRoute: () => settings,
  path: "channels/$channelId",
  component: lazyRouteComponent(() => import("./features/channels/ChannelPage.tsx"), "ChannelPage"),
});

const delivery = createRoute({
  getParentRoute: () => settings,
  path: "delivery",
  component: lazyRouteComponent(
    () => import("./features/channels/DeliveryPage.tsx"),
    "DeliveryPage",
  ),
});

const imports = createRoute({
  getParentRoute: () => settings,
  path: "imports",
  component: lazyRouteComponent(() => import("./features/imports/ImportsPage.tsx"), "ImportsPage"),
});

const oneImport = createRoute({
  getParentRoute: () => settings,
  path: "imports/$importId",
  component: lazyRouteComponent(() => import("./features/imports/ImportPage.tsx"), "ImportPage"),
});

const labels = createRoute({
  getParentRoute: () => settings,
  path: "labels",
  component: lazyRouteComponent(() => import("./features/labels/LabelsPage.tsx"), "LabelsPage"),
});

const quickReplies = createRoute({
  getParentRoute: () => settings,
  path: "quick-replies",
  component: lazyRouteComponent(
    () => import("./features/quick-replies/QuickRepliesPage.tsx"),
    "QuickRepliesPage",
  ),
});

const security = createRoute({
  getParentRoute: () => settings,
  path: "security",
  component: lazyRouteComponent(
    () => import("./features/security/SecurityPage.tsx"),
    "SecurityPage",
  ),
});

const members = createRoute({
  getParentRoute: () => settings,
  path: "members",
  component: lazyRouteComponent(() => import("./features/team/MembersPage.tsx"), "MembersPage"),
});

const roles = createRoute({
  getParentRoute: () => settings,
  path: "roles",
  component: lazyRouteComponent(() => import("./features/team/RolesPage.tsx"), "RolesPage"),
});

const teams = createRoute({
  getParentRoute: () => settings,
  path: "teams",
  component: lazyRouteComponent(() => import("./features/team/TeamsPage.tsx"), "TeamsPage"),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: "audit",
  component: lazyRouteComponent(() => import("./features/audit/AuditPage.tsx"), "AuditPage"),
});

const people = createRoute({
  getParentRoute: () => settings,
  path: "people",
  component: lazyRouteComponent(() => import("./features/people/PeoplePage.tsx"), "PeoplePage"),
});

const peopleTable = createRoute({
  getParentRoute: () => settings,
  path: "people/$importId",
  component: lazyRouteComponent(() => import("./features/people/TablePage.tsx"), "TablePage"),
});

const privacy = createRoute({
  getParentRoute: () => settings,
  path: "privacy",
  component: lazyRouteComponent(() => import("./features/privacy/PrivacyPage.tsx"), "PrivacyPage"),
});

const hours = createRoute({
  getParentRoute: () => settings,
  path: "hours",
  component: lazyRouteComponent(() => import("./features/hours/HoursPage.tsx"), "HoursPage"),
});

const sla = createRoute({
  getParentRoute: () => settings,
  path: "sla",
  component: lazyRouteComponent(() => import("./features/sla/SlaPage.tsx"), "SlaPage"),
});

const distribution = createRoute({
  getParentRoute: () => settings,
  path: "distribution",
  component: lazyRouteComponent(
    () => import("./features/distribution/DistributionPage.tsx"),
    "DistributionPage",
  ),
});

const satisfaction = createRoute({
  getParentRoute: () => settings,
  path: "satisfaction",
  component: lazyRouteComponent(
    () => import("./features/satisfaction/SatisfactionPage.tsx"),
    "SatisfactionPage",
  ),
});

const threadSettings = createRoute({
  getParentRoute: () => settings,
  path: "conversations",
  component: lazyRouteComponent(
    () => import("./features/settings/conversations/ConversationsPage.tsx"),
    "ConversationsPage",
  ),
});

const about = createRoute({
  getParentRoute: () => settings,
  path: "about",
  component: lazyRouteComponent(() => import("./features/settings/AboutPage.tsx"), "AboutPage"),
});

const routeTree = root.addChildren([
  signIn,
  invitation,
  signedIn.addChildren([
    home,
    inbox.addChildren([conversation]),
    contacts.addChildren([contact]),
    search,
    soonest,
    automations,
    scheduled,
    statistics,
    settings.addChildren([
      settingsHome,
      labels,
      profile,
      channels,
      connect,
      channel,
      delivery,
      distribution,
      threadSettings,
      hours,
      sla,
      imports,
      oneImport,
      people,
      peopleTable,
      privacy,
      quickReplies,
      satisfaction,
      security,
      members,
      roles,
      teams,
      audit,
      about,
    ]),
  ]),
]);

function routerWith(context: PageContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: "intent",
    defaultPendingComponent: PageLoading,
    defaultErrorComponent: PageError,
    scrollRestoration: false,
  });
}

type Router = ReturnType<typeof routerWith>;

declare module "@tanstack/react-router" {
  interface Register {
    router: Router;
  }
}

/** The page with its cache: what a session's end and a retry need to reach. */
export function createPage(): { readonly router: Router; readonly queryClient: QueryClient } {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => error instanceof UnreachableError && count < 3,
      },
    },
  });
  const api = createApi(() => {
    queryClient.clear();
    void router.navigate({ to: "/sign-in" });
  });
  const router = routerWith({ api, queryClient });
  return { router, queryClient };
}
