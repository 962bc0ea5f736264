import { withPageWords } from "../i18n/start-i18n.ts";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { signedIn } from "./signed-in.ts";

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: "/settings",
  component: lazyRouteComponent(
    () => import("../features/settings/SettingsPage.tsx"),
    "SettingsPage",
  ),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: "/",
  component: lazyRouteComponent(
    () => import("../features/settings/SettingsHome.tsx"),
    "SettingsHome",
  ),
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: "profile",
  component: lazyRouteComponent(
    () => import("../features/settings/ProfilePage.tsx"),
    "ProfilePage",
  ),
});

const channels = createRoute({
  getParentRoute: () => settings,
  path: "channels",
  component: lazyRouteComponent(
    () => import("../features/channels/ChannelsPage.tsx"),
    "ChannelsPage",
  ),
});

const connect = createRoute({
  getParentRoute: () => settings,
  path: "channels/connect",
  component: lazyRouteComponent(
    () => import("../features/channels/ConnectPage.tsx"),
    "ConnectPage",
  ),
});

const channel = createRoute({
  getParentRoute: () => settings,
  path: "channels/$channelId",
  component: lazyRouteComponent(
    () => import("../features/channels/ChannelPage.tsx"),
    "ChannelPage",
  ),
});

const delivery = createRoute({
  getParentRoute: () => settings,
  path: "delivery",
  component: lazyRouteComponent(
    () => import("../features/channels/DeliveryPage.tsx"),
    "DeliveryPage",
  ),
});

const imports = createRoute({
  getParentRoute: () => settings,
  path: "imports",
  component: lazyRouteComponent(
    () => withPageWords(import("../features/imports/ImportsPage.tsx")),
    "ImportsPage",
  ),
});

const oneImport = createRoute({
  getParentRoute: () => settings,
  path: "imports/$importId",
  component: lazyRouteComponent(
    () => withPageWords(import("../features/imports/ImportPage.tsx")),
    "ImportPage",
  ),
});

const labels = createRoute({
  getParentRoute: () => settings,
  path: "labels",
  component: lazyRouteComponent(() => import("../features/labels/LabelsPage.tsx"), "LabelsPage"),
});

const quickReplies = createRoute({
  getParentRoute: () => settings,
  path: "quick-replies",
  component: lazyRouteComponent(
    () => import("../features/quick-replies/QuickRepliesPage.tsx"),
    "QuickRepliesPage",
  ),
});

const security = createRoute({
  getParentRoute: () => settings,
  path: "security",
  component: lazyRouteComponent(
    () => import("../features/security/SecurityPage.tsx"),
    "SecurityPage",
  ),
});

const members = createRoute({
  getParentRoute: () => settings,
  path: "members",
  component: lazyRouteComponent(() => import("../features/team/MembersPage.tsx"), "MembersPage"),
});

const roles = createRoute({
  getParentRoute: () => settings,
  path: "roles",
  component: lazyRouteComponent(() => import("../features/team/RolesPage.tsx"), "RolesPage"),
});

const teams = createRoute({
  getParentRoute: () => settings,
  path: "teams",
  component: lazyRouteComponent(() => import("../features/team/TeamsPage.tsx"), "TeamsPage"),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: "audit",
  component: lazyRouteComponent(() => import("../features/audit/AuditPage.tsx"), "AuditPage"),
});

const people = createRoute({
  getParentRoute: () => settings,
  path: "people",
  component: lazyRouteComponent(
    () => withPageWords(import("../features/people/PeoplePage.tsx")),
    "PeoplePage",
  ),
});

const peopleTable = createRoute({
  getParentRoute: () => settings,
  path: "people/$importId",
  validateSearch: (search): { into?: "list" } =>
    search["into"] === "list" ? { into: "list" } : {},
  component: lazyRouteComponent(
    () => withPageWords(import("../features/people/TablePage.tsx")),
    "TablePage",
  ),
});

const privacy = createRoute({
  getParentRoute: () => settings,
  path: "privacy",
  component: lazyRouteComponent(() => import("../features/privacy/PrivacyPage.tsx"), "PrivacyPage"),
});

const hours = createRoute({
  getParentRoute: () => settings,
  path: "hours",
  component: lazyRouteComponent(() => import("../features/hours/HoursPage.tsx"), "HoursPage"),
});

const sla = createRoute({
  getParentRoute: () => settings,
  path: "sla",
  component: lazyRouteComponent(() => import("../features/sla/SlaPage.tsx"), "SlaPage"),
});

const distribution = createRoute({
  getParentRoute: () => settings,
  path: "distribution",
  component: lazyRouteComponent(
    () => import("../features/distribution/DistributionPage.tsx"),
    "DistributionPage",
  ),
});

const satisfaction = createRoute({
  getParentRoute: () => settings,
  path: "satisfaction",
  component: lazyRouteComponent(
    () => import("../features/satisfaction/SatisfactionPage.tsx"),
    "SatisfactionPage",
  ),
});

const consent = createRoute({
  getParentRoute: () => settings,
  path: "consent",
  component: lazyRouteComponent(
    () => withPageWords(import("../features/consent/settings/ConsentPage.tsx")),
    "ConsentPage",
  ),
});

const threadSettings = createRoute({
  getParentRoute: () => settings,
  path: "conversations",
  component: lazyRouteComponent(
    () => import("../features/settings/conversations/ConversationsPage.tsx"),
    "ConversationsPage",
  ),
});

const campaigns = createRoute({
  getParentRoute: () => settings,
  path: "campaigns",
  component: lazyRouteComponent(
    () => withPageWords(import("../features/campaigns/CampaignSettingsPage.tsx")),
    "CampaignSettingsPage",
  ),
});

const about = createRoute({
  getParentRoute: () => settings,
  path: "about",
  component: lazyRouteComponent(() => import("../features/settings/AboutPage.tsx"), "AboutPage"),
});

/** What is set, page by page. */
export const settingsRoutes = settings.addChildren([
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
  consent,
  satisfaction,
  security,
  members,
  roles,
  teams,
  audit,
  campaigns,
  about,
]);
