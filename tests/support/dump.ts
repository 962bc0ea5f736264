import type { CallAnswer } from "@galka/contract/client";
import type { World } from "./world.ts";

/**
 * All that a member can see of a workspace, as lines in an order that says nothing.
 *
 * What is made here differs from world to world and is left out: ids, and the
 * moments at which files were fetched. A moment after `began` is the arrival of
 * what bore no time of its own.
 */
export async function dumpThroughApi(world: World, channelId: string, began: Date) {
  const { items: channels } = await world.api("listChannels", {});
  const { items: parked } = await world.api("listParked", {});
  const templates = await world.api("listTemplates", { params: { id: channelId } });
  const lines = {
    channels: channels.map(({ status, quality, verifiedName, throughputPerSecond }) => ({
      status,
      quality,
      verifiedName,
      throughputPerSecond,
    })),
    templates: templates.items,
    contacts: (await contactsOf(world)).map(person),
    conversations: await Promise.all((await conversationsOf(world)).map(thread(world))),
    parked: parked.map(({ reason, detail, member }) => ({ reason, detail, member })),
  };
  return Object.fromEntries(
    Object.entries(lines).map(([name, things]) => [name, sorted(things, began)]),
  );
}

type Conversation = CallAnswer<"listConversations">["items"][number];

function thread(world: World) {
  return async (conversation: Conversation) => {
    const { contact, status, lastInboundAt, lastMessageAt, unreadCount } = conversation;
    const messages = await messagesOf(world, conversation.id);
    return {
      contact: person(contact),
      status,
      lastInboundAt,
      lastMessageAt,
      unreadCount,
      messages: messages
        .map(({ files, ...message }) => ({ ...message, files: files.length }))
        .toSorted(byText),
    };
  };
}

function person({ name, profileName, identities, fields }: Conversation["contact"]) {
  const known = identities.map(({ kind, value }) => `${kind} ${value}`).sort();
  return { name, profileName, known, fields };
}

const MADE_HERE = new Set(["id", "fileId", "conversationId", "channelId", "messageId"]);

function sorted(things: readonly object[], began: Date): string[] {
  return things
    .map((thing) =>
      JSON.stringify(thing, (key, value: unknown) => {
        // Meta's own ids, in what is kept as it came, are strings that no world makes.
        if (MADE_HERE.has(key) && typeof value === "string" && UUID.test(value)) return undefined;
        const isInstant = typeof value === "string" && /(?:At|^at)$/.test(key);
        return isInstant && new Date(value) >= began ? "on arrival" : value;
      }),
    )
    .sort();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** In an order that does not depend on ids of this world. */
function byText(one: object, other: object): number {
  return bare(one) < bare(other) ? -1 : 1;
}

function bare(thing: object): string {
  return JSON.stringify(thing, (key, value: unknown) =>
    MADE_HERE.has(key) || /^(?:at|statusAt)$/.test(key) ? undefined : value,
  );
}

async function conversationsOf(world: World): Promise<Conversation[]> {
  return everyPage((cursor) =>
    world.api("listConversations", { query: { limit: 100, ...cursor } }),
  );
}

async function contactsOf(world: World) {
  return everyPage((cursor) => world.api("listContacts", { query: { limit: 100, ...cursor } }));
}

async function messagesOf(world: World, id: string) {
  return everyPage((cursor) =>
    world.api("listMessages", { params: { id }, query: { limit: 100, ...cursor } }),
  );
}

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

async function everyPage<Item>(
  read: (cursor: { readonly cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> = await read(next === null ? {} : { cursor: next });
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}
