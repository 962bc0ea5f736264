import type { Permission } from "@galka/core/workspaces/permissions";

/** What one has to be allowed to open a page: of several, any one. A page that is not here is everybody's. */
const NEEDS: Readonly<Record<string, readonly Permission[]>> = {
  "/inbox": ["conversations.read"],
  "/search": ["conversations.read"],
  "/soonest": ["conversations.read"],
  "/contacts": ["contacts.read"],
  "/audience": ["contacts.read"],
  "/campaigns": ["campaigns.manage", "statistics.read"],
  "/automations": ["automations.manage"],
  "/templates": ["templates.manage", "campaigns.manage", "channels.manage"],
  "/statistics": ["statistics.read"],
  "/number-health": ["campaigns.manage", "channels.manage", "statistics.read"],
  "/prices": ["statistics.read"],
  "/scheduled": ["conversations.read"],
  "/settings/members": ["members.manage"],
  "/settings/roles": ["members.manage"],
  "/settings/teams": ["members.manage"],
  "/settings/hours": ["settings.manage"],
  // Whoever gives conversations sees what waits and who has room; the rules are changed by fewer.
  "/settings/distribution": ["settings.manage", "conversations.assign"],
  "/settings/sla": ["settings.manage"],
  "/settings/conversations": ["settings.manage"],
  "/settings/audit": ["audit.read"],
  "/settings/channels/connect": ["channels.manage"],
  "/settings/labels": ["conversations.read"],
  "/settings/people": ["contacts.import", "contacts.export", "settings.manage"],
  "/settings/privacy": ["settings.manage", "contacts.erase"],
  "/settings/consent": ["settings.manage"],
  "/settings/satisfaction": ["settings.manage"],
  "/settings/quick-replies": ["conversations.read"],
  "/settings/campaigns": ["settings.manage"],
  "/settings/delivery": ["channels.manage"],
  "/settings/imports": ["contacts.import"],
};

/** What the page at `path` needs, or the page above it; nothing where everybody may. */
export function needsOf(path: string): readonly Permission[] {
  const nearest = Object.keys(NEEDS)
    .filter((it) => path === it || path.startsWith(`${it}/`))
    .toSorted((one, other) => other.length - one.length)[0];
  return nearest === undefined ? [] : (NEEDS[nearest] ?? []);
}

/** Whether somebody with these permissions may open the page at `path`. */
export function mayOpen(permissions: readonly string[], path: string): boolean {
  const needs = needsOf(path);
  return needs.length === 0 || needs.some((it) => permissions.includes(it));
}
