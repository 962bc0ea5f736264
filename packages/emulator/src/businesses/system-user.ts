import type { Token } from "../store/kinds.ts";
import type { SystemUser } from "../store/kinds/businesses.ts";
import { newId, type World } from "../world.ts";

/** The system user that the demo's token belongs to. */
export const SYSTEM_USER_ID = "1220000000000001";

const SIXTY_DAYS_MS = 60 * 24 * 60 * 60 * 1000;

/** The system users of a portfolio, the first one included, which nobody has to make. */
export function systemUsersOf(world: World, portfolioId: string): readonly SystemUser[] {
  const made = world.kinds.systemUsers.list().filter((it) => it.portfolioId === portfolioId);
  const first = world.kinds.wabas.list()[0];
  return first?.portfolioId === portfolioId ? [demoUser(portfolioId), ...made] : made;
}

export function findSystemUser(world: World, id: string): SystemUser | null {
  if (id !== SYSTEM_USER_ID) return world.kinds.systemUsers.find(id);
  return demoUser(world.kinds.wabas.list()[0]?.portfolioId ?? "");
}

function demoUser(portfolioId: string): SystemUser {
  return { id: SYSTEM_USER_ID, portfolioId, name: "Demo system user", role: "ADMIN" };
}

export function addSystemUser(world: World, user: Omit<SystemUser, "id">): SystemUser {
  const id = newId(world, "systemUser");
  return world.kinds.systemUsers.put(id, { id, ...user });
}

/** A token for a system user: for ever, or for the 60 days that Meta offers. */
export function issueToken(
  world: World,
  given: {
    readonly scopes: readonly string[];
    readonly wabaIds: readonly string[];
    readonly expires: boolean;
    readonly kind?: Token["kind"];
  },
): Token {
  const now = world.clock.now();
  const count = String(world.counters.next("token")).padStart(6, "0");
  const token = `EAAdemo0token0${count}`;
  return world.kinds.tokens.put(token, {
    token,
    kind: given.kind ?? "system-user",
    scopes: [...given.scopes],
    issuedAt: now,
    expiresAt: given.expires ? now + SIXTY_DAYS_MS : null,
    revoked: false,
    wabaIds: [...given.wabaIds],
  });
}
