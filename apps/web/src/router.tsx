import { QueryClient } from "@tanstack/react-query";
import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { UnreachableError } from "@galka/contract/client";
import { createApi } from "./api/api.ts";
import { readAudienceSearch } from "./features/audience/audience-search.ts";
import { readAutomationsSearch } from "./features/automations/automations-search.ts";
import { withPageWords } from "./i18n/start-i18n.ts";
import { readCampaignSearch, readCampaignsSearch } from "./features/campaigns/campaigns-search.ts";
import { readInboxSearch } from "./features/inbox/inbox-search.ts";
import { readPeopleSearch } from "./features/people-table/people-search.ts";
import { readFoundSearch } from "./features/search/page/search-search.ts";
import { PageError } from "./features/shell/PageError.tsx";
import { PageLoading } from "./features/shell/PageLoading.tsx";
import { readSoonestSearch } from "./features/soonest/soonest-search.ts";
import { readPricesSearch } from "./features/prices/prices-search.ts";
import { readStatisticsSearch } from "./features/statistics/statistics-search.ts";
import { readTemplatesSearch } from "./features/templates/templates-search.ts";
import type { PageContext } from "./page-context.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { root, signedIn } from "./routes/signed-in.ts";

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

const whichWhatsApp = createRoute({
  getParentRoute: () => root,
  path: "/which-whatsapp",
  component: lazyRouteComponent(
    () => withPageWords(import("./features/which-whatsapp/WhichWhatsAppPage.tsx")),
    "WhichWhatsAppPage",
  ),
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

const audience = createRoute({
  getParentRoute: () => signedIn,
  path: "/audience",
  validateSearch: readAudienceSearch,
  component: lazyRouteComponent(
    () => withPageWords(import("./features/audience/AudiencePage.tsx")),
    "AudiencePage",
  ),
});

const campaigns = createRoute({
  getParentRoute: () => signedIn,
  path: "/campaigns",
  validateSearch: readCampaignsSearch,
  component: lazyRouteComponent(
    () => withPageWords(import("./features/campaigns/CampaignsPage.tsx")),
    "CampaignsPage",
  ),
});

const campaign = createRoute({
  getParentRoute: () => signedIn,
  path: "/campaigns/$campaignId",
  validateSearch: readCampaignSearch,
  component: lazyRouteComponent(
    () => withPageWords(import("./features/campaigns/CampaignPage.tsx")),
    "CampaignPage",
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

const templates = createRoute({
  getParentRoute: () => signedIn,
  path: "/templates",
  validateSearch: readTemplatesSearch,
  component: lazyRouteComponent(
    () => import("./features/templates/TemplatesPage.tsx"),
    "TemplatesPage",
  ),
});

const statistics = createRoute({
  getParentRoute: () => signedIn,
  path: "/statistics",
  validateSearch: readStatisticsSearch,
  component: lazyRouteComponent(
    () => withPageWords(import("./features/statistics/StatisticsPage.tsx")),
    "StatisticsPage",
  ),
});

const numberHealth = createRoute({
  getParentRoute: () => signedIn,
  path: "/number-health",
  component: lazyRouteComponent(
    () => withPageWords(import("./features/number-health/NumberHealthPage.tsx")),
    "NumberHealthPage",
  ),
});

const oneNumberHealth = createRoute({ getParentRoute: () => numberHealth, path: "$channelId" });

const prices = createRoute({
  getParentRoute: () => signedIn,
  path: "/prices",
  validateSearch: readPricesSearch,
  component: lazyRouteComponent(
    () => withPageWords(import("./features/prices/PricesPage.tsx")),
    "PricesPage",
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

const routeTree = root.addChildren([
  signIn,
  invitation,
  whichWhatsApp,
  signedIn.addChildren([
    home,
    inbox.addChildren([conversation]),
    contacts.addChildren([contact]),
    search,
    soonest,
    audience,
    campaigns,
    campaign,
    automations,
    templates,
    scheduled,
    prices,
    statistics,
    numberHealth.addChildren([oneNumberHealth]),
    settingsRoutes,
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
