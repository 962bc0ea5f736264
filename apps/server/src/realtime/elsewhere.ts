import type { PresenceJson } from "@galka/contract/events";
import { z } from "zod";
import type { Wake } from "../wake.ts";

/** Who is connected to other processes of the same installation, and what they do there. */
export type Elsewhere = Disposable & {
  of(workspaceId: string): readonly PresenceJson[];
  /** A member does something else than before in this process, came to it or left it. */
  note(workspaceId: string, memberId: string): void;
  /** Somebody watches a workspace here for the first time: asks the others who is with them. */
  ask(workspaceId: string): void;
};

export type ElsewhereParts = {
  readonly wake: Wake;
  /** What this process is called among the others. */
  readonly self: string;
  /** The workspaces that somebody watches here. */
  workspaces(): Iterable<string>;
  /** Who is here in a workspace. */
  here(workspaceId: string): readonly PresenceJson[];
  /** Called when somebody elsewhere does something else. */
  onChanged(workspaceId: string): void;
  /** The machine's time; a test gives its own. */
  readonly nowMs?: () => number;
};

/** What happens in this time is told together. */
const GATHER_MS = 100;
/** How often everybody is told again: hints get lost. */
const AGAIN_MS = 20_000;
/** Who was not told of for so long is gone: their process may have died. */
const GONE_MS = 50_000;
/** More people of a workspace than these are not kept. */
const MOST = 5_000;
const LONGEST_NAME = 80;

const told = z.object({
  w: z.string(),
  p: z.string(),
  m: z.string(),
  /** Left out of somebody who has gone. */
  is: z.tuple([z.string(), z.string().nullable(), z.string().nullable()]).optional(),
});
const asked = z.object({ w: z.string(), p: z.string(), asks: z.literal(true) });
const hint = z.union([asked, told]);

type Kept = { readonly person: PresenceJson; readonly atMs: number };

/**
 * Tells other processes who is here and remembers who is there.
 *
 * Each process tells what changes, one member at a time, and all of it again
 * now and then; nothing of it is stored. A lost hint is made good within twenty
 * seconds, and whoever was at a process that died is gone within fifty.
 */
export function keepElsewhere(parts: ElsewhereParts): Elsewhere {
  const { wake, self } = parts;
  const nowMs = parts.nowMs ?? (() => performance.now());
  const kept = new Map<string, Map<string, Kept>>();
  const changed = new Map<string, Set<string>>();
  let gathering: NodeJS.Timeout | null = null;
  const stopListening = wake.listen("presence", hear);
  const again = setInterval(tellAgain, AGAIN_MS);
  again.unref();

  return {
    of: (workspaceId) => [...(kept.get(workspaceId)?.values() ?? [])].map(({ person }) => person),
    note,
    ask: (workspaceId) =>
      wake.tell("presence", JSON.stringify({ w: workspaceId, p: self, asks: true })),
    [Symbol.dispose]() {
      stopListening();
      clearInterval(again);
      if (gathering) clearTimeout(gathering);
      tellChanged();
    },
  };

  function note(workspaceId: string, memberId: string): void {
    changed.set(workspaceId, (changed.get(workspaceId) ?? new Set()).add(memberId));
    gathering ??= setTimeout(tellChanged, GATHER_MS);
  }

  function tellChanged(): void {
    gathering = null;
    for (const [w, memberIds] of changed) {
      const here = new Map(parts.here(w).map((person) => [person.memberId, person]));
      for (const m of memberIds) {
        const person = here.get(m);
        const is = person && [person.name.slice(0, LONGEST_NAME), person.viewing, person.typing];
        wake.tell("presence", JSON.stringify({ w, p: self, m, is }));
      }
    }
    changed.clear();
  }

  function tellAgain(): void {
    for (const workspaceId of parts.workspaces()) {
      for (const { memberId } of parts.here(workspaceId)) note(workspaceId, memberId);
    }
    for (const [workspaceId, people] of kept) {
      const before = people.size;
      for (const [key, { atMs }] of people) if (nowMs() - atMs > GONE_MS) people.delete(key);
      if (people.size === 0) kept.delete(workspaceId);
      if (people.size < before) parts.onChanged(workspaceId);
    }
  }

  function hear(text: string): void {
    const said = parse(text);
    if (!said || said.p === self) return;
    if ("asks" in said) {
      for (const { memberId } of parts.here(said.w)) note(said.w, memberId);
      return;
    }
    const key = `${said.p} ${said.m}`;
    const people = kept.get(said.w) ?? new Map<string, Kept>();
    const before = people.get(key)?.person;
    if (said.is === undefined) people.delete(key);
    else if (before || people.size < MOST) {
      const [name, viewing, typing] = said.is;
      people.set(key, { person: { memberId: said.m, name, viewing, typing }, atMs: nowMs() });
    }
    if (people.size > 0) kept.set(said.w, people);
    else kept.delete(said.w);
    if (!isSame(before, people.get(key)?.person)) parts.onChanged(said.w);
  }
}

function parse(text: string): z.infer<typeof hint> | null {
  try {
    return hint.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function isSame(one: PresenceJson | undefined, other: PresenceJson | undefined): boolean {
  return (
    one?.viewing === other?.viewing && one?.typing === other?.typing && one?.name === other?.name
  );
}

/** Who is here and there: somebody with a page at each of two processes is one person. */
export function together(
  here: readonly PresenceJson[],
  there: readonly PresenceJson[],
): PresenceJson[] {
  const people = new Map<string, PresenceJson>();
  for (const person of [...here, ...there]) {
    const known = people.get(person.memberId);
    people.set(person.memberId, {
      ...(known ?? person),
      viewing: known?.viewing ?? person.viewing,
      typing: known?.typing ?? person.typing,
    });
  }
  return [...people.values()];
}
