import type {
  ChatMessageJson,
  ClockJson,
  LedgerCountJson,
  LedgerEntryJson,
  LedgerGroupJson,
  ListJson,
  NewFault,
  NewPerson,
  PersonJson,
  WorldJson,
  WriteContent,
} from "@galka/emulator/wire/control";

/** The emulator's control API as tests use it. */
export function emulatorControl(baseUrl: string) {
  return {
    world: () => ask<WorldJson>("GET", "/world"),
    settings: (patch: object) => ask("PATCH", "/settings", patch),
    advance: (advanceMs: number) => ask<ClockJson>("PATCH", "/clock", { advanceMs }),
    people: async () => (await ask<ListJson<PersonJson>>("GET", "/people")).data,
    newPerson: (person: NewPerson) => ask<PersonJson>("POST", "/people", person),
    patchPerson: (id: string, patch: object) => ask<PersonJson>("PATCH", `/people/${id}`, patch),
    write: (person: string, phoneNumberId: string, content: WriteContent) =>
      ask<ChatMessageJson>("POST", `/people/${person}/chats/business-${phoneNumberId}/messages`, {
        content,
      }),
    openChat: (person: string, phoneNumberId: string) =>
      ask("POST", `/people/${person}/chats/business-${phoneNumberId}/open`),
    messages: async (person: string, phoneNumberId: string) =>
      (
        await ask<ListJson<ChatMessageJson>>(
          "GET",
          `/people/${person}/chats/business-${phoneNumberId}/messages?limit=200`,
        )
      ).data,
    /** The whole chat, page by page. */
    async allMessages(person: string, phoneNumberId: string): Promise<ChatMessageJson[]> {
      const all: ChatMessageJson[] = [];
      for (let before = ""; ;) {
        const path = `/people/${person}/chats/business-${phoneNumberId}/messages?limit=200${before}`;
        const page = await ask<ListJson<ChatMessageJson>>("GET", path);
        all.push(...page.data);
        if (page.next === null) return all;
        before = `&before=${encodeURIComponent(page.next)}`;
      }
    },
    ledgerCount: () => ask<LedgerCountJson>("GET", "/ledger/count"),
    ledgerGroups: async (min: number) =>
      (await ask<ListJson<LedgerGroupJson>>("GET", `/ledger/groups?min=${min}`)).data,
    async *ledger(): AsyncGenerator<LedgerEntryJson> {
      let after = "";
      for (;;) {
        const page = await ask<ListJson<LedgerEntryJson>>("GET", `/ledger?limit=1000${after}`);
        yield* page.data;
        if (page.next === null) return;
        after = `&after=${encodeURIComponent(page.next)}`;
      }
    },
    fault: (fault: NewFault) => ask("POST", "/faults", fault),
    clearFaults: () => ask("DELETE", "/faults"),
    deliveryCount: () =>
      ask<{ waiting: number; delivered: number; givenUp: number }>("GET", "/deliveries/count"),
  };

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${baseUrl}/_emulator${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    // The control API's answers have the shapes of its wire file; its own tests hold that.
    return answer as T;
  }
}

export type EmulatorControl = ReturnType<typeof emulatorControl>;
