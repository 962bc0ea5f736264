import type { WorldDescription } from "../description/world-description.ts";
import { billOf } from "./bill-client.ts";
import { isObject, objectAt, parseJson, textAt } from "../json.ts";
import type {
  AccountHappening,
  AutomaticEvent,
  PaymentRequest,
  ChatJson,
  ChatMessageJson,
  ClockJson,
  ClockPatch,
  DeliveryCountJson,
  DeliveryDetailJson,
  DeliveryJson,
  FaultJson,
  FlowDeskJson,
  FlowPatch,
  LedgerCountJson,
  LedgerEntryJson,
  LedgerGroupJson,
  LedgerQuery,
  ListJson,
  MarketingAccountJson,
  MediaJson,
  NewFault,
  NewNumber,
  NewOutage,
  NewPerson,
  NewToken,
  NewWaba,
  NumberHappening,
  NumberJson,
  NumberPatch,
  OkJson,
  OutageJson,
  PersonJson,
  PersonPatch,
  SettingsJson,
  SettingsPatch,
  TapRequest,
  TemplateDecision,
  TemplateDeskJson,
  TokenJson,
  WabaJson,
  WabaPatch,
  WorldJson,
  WriteContent,
  WriteRequest,
} from "../wire/control.ts";
import type {
  BadgeDecision,
  LinePatch,
  NameDecision,
  NumberDeskJson,
} from "../wire/number-desk.ts";
import type {
  DeliveryFilter,
  ExplanationJson,
  RequestDetailJson,
  RequestFilter,
  RequestJson,
} from "../wire/requests.ts";
import type { NewFlowRequests } from "../wire/flow-requests.ts";
import type { PreverifiedNumberJson } from "../wire/partners.ts";
import type { NewSignUp, SignUpJson } from "../wire/sign-up.ts";
import { standingOf } from "./standing-client.ts";
import type { FeedbackJson } from "../wire/feedback.ts";
import type {
  MemberJson,
  NewPopulation,
  NewVisits,
  PopulationJson,
  PopulationPatch,
  VisitsJson,
} from "../wire/population.ts";
import type { NewScript, ScriptJson } from "../wire/script.ts";

/** The control API refused a call. */
export class ControlCallError extends Error {
  override readonly name = "ControlCallError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export type ControlClient = ReturnType<typeof controlClient>;

/** The control API of an emulator at `url`, for tests and tools. `key` is its control key, if it has one. */
export function controlClient(url: string, key?: string) {
  const keyed = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const call = async <T>(verb: Verb, path: string, body?: unknown): Promise<T> =>
    request<T>(`${url}/_emulator${path}`, {
      method: verb,
      headers: { ...keyed, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const text = async (path: string): Promise<string> =>
    (await ask(`${url}/_emulator${path}`, { headers: keyed })).text();
  return {
    ...peopleOf(call),
    ...chatsOf(call),
    ...populationsOf(call),
    ...businessesOf(call),
    ...logsOf(call),
    ...billOf(call),
    ...numberDeskOf(call),
    ...standingOf(call),
    world: () => call<WorldJson>("GET", "/world"),
    /** Begins again, as it was at the first start. */
    reset: () => call<WorldJson>("POST", "/reset"),
    /** Replaces the world by the one described. */
    describeWorld: (world: WorldDescription) => call<WorldJson>("PUT", "/world", world),
    /** The whole world in one file's bytes. */
    takeSnapshot: async () => {
      const answer = await ask(`${url}/_emulator/snapshot`, { headers: keyed });
      return new Uint8Array(await answer.arrayBuffer());
    },
    /** Replaces the world by that of a snapshot. */
    restoreSnapshot: (snapshot: Uint8Array) =>
      request<WorldJson>(`${url}/_emulator/snapshot`, {
        method: "PUT",
        body: Uint8Array.from(snapshot),
        headers: { ...keyed, "content-type": "application/vnd.sqlite3" },
      }),
    /** The ledger as canonical text, for comparing two worlds. */
    ledgerText: () => text("/ledger/text"),
    /** Every attempt at a webhook as canonical text. */
    deliveriesText: () => text("/deliveries/text"),
    changeSettings: (patch: SettingsPatch) => call<SettingsJson>("PATCH", "/settings", patch),
    clock: () => call<ClockJson>("GET", "/clock"),
    moveClock: (patch: ClockPatch) => call<ClockJson>("PATCH", "/clock", patch),
    addFault: (fault: NewFault) => call<FaultJson>("POST", "/faults", fault),
    faults: () => call<ListJson<FaultJson>>("GET", "/faults"),
    clearFaults: () => call("DELETE", "/faults"),
    startOutage: (outage: NewOutage) => call<OutageJson>("POST", "/outages", outage),
    /** Puts a file on a phone, to be written with its `mediaId`. */
    uploadMedia: (bytes: Uint8Array, mimeType: string, filename?: string) =>
      request<MediaJson>(`${url}/_emulator/media${query({ filename })}`, {
        method: "POST",
        body: Uint8Array.from(bytes),
        headers: { ...keyed, "content-type": mimeType },
      }),
  };
}

export type Caller = <T>(verb: Verb, path: string, body?: unknown) => Promise<T>;

function peopleOf(call: Caller) {
  return {
    people: () => call<ListJson<PersonJson>>("GET", "/people"),
    addPerson: (person: NewPerson) => call<PersonJson>("POST", "/people", person),
    person: (person: string) => call<PersonJson>("GET", `/people/${encodeURIComponent(person)}`),
    changePerson: (person: string, patch: PersonPatch) =>
      call<PersonJson>("PATCH", `/people/${encodeURIComponent(person)}`, patch),
    /** The person takes another phone number, and with it another BSUID. */
    changePhone: (person: string, phone: string) =>
      call<PersonJson>("PUT", `/people/${encodeURIComponent(person)}/phone`, { phone }),
    /** The person sets WhatsApp up anew: another identity key. */
    setUpAnew: (person: string) =>
      call<PersonJson>("POST", `/people/${encodeURIComponent(person)}/set-up`),
    removePerson: (person: string) => call("DELETE", `/people/${encodeURIComponent(person)}`),
  };
}

function populationsOf(call: Caller) {
  return {
    addPopulation: (population: NewPopulation) =>
      call<PopulationJson>("POST", "/populations", population),
    populations: () => call<ListJson<PopulationJson>>("GET", "/populations"),
    population: (id: string) => call<PopulationJson>("GET", `/populations/${id}`),
    changePopulation: (id: string, patch: PopulationPatch) =>
      call<PopulationJson>("PATCH", `/populations/${id}`, patch),
    removePopulation: (id: string) => call("DELETE", `/populations/${id}`),
    members: (id: string, page: { readonly after?: string; readonly limit?: number } = {}) =>
      call<ListJson<MemberJson>>("GET", `/populations/${id}/people${query(page)}`),
    addVisits: (id: string, visits: NewVisits) =>
      call<VisitsJson>("POST", `/populations/${id}/visits`, visits),
    visits: (id: string) => call<ListJson<VisitsJson>>("GET", `/populations/${id}/visits`),
    /** The person goes on by themselves, step by step. */
    addScript: (person: string, script: NewScript) =>
      call<ScriptJson>("POST", `/people/${encodeURIComponent(person)}/scripts`, script),
    scripts: (person: string) =>
      call<ListJson<ScriptJson>>("GET", `/people/${encodeURIComponent(person)}/scripts`),
    stopScript: (person: string, id: string) =>
      call<ScriptJson>("DELETE", `/people/${encodeURIComponent(person)}/scripts/${id}`),
  };
}

function chatsOf(call: Caller) {
  const chat = (person: string, peer: string) =>
    `/people/${encodeURIComponent(person)}/chats/${encodeURIComponent(peer)}`;
  const message = (person: string, id: string) =>
    `/people/${encodeURIComponent(person)}/messages/${encodeURIComponent(id)}`;
  return {
    chats: (person: string) =>
      call<ListJson<ChatJson>>("GET", `/people/${encodeURIComponent(person)}/chats`),
    chat: (person: string, peer: string) => call<ChatJson>("GET", chat(person, peer)),
    messages: (person: string, peer: string) =>
      call<ListJson<ChatMessageJson>>("GET", `${chat(person, peer)}/messages?limit=500`),
    /** The person writes to a number or to another person. */
    write: (
      person: string,
      peer: string,
      content: WriteContent,
      rest: Omit<WriteRequest, "content"> = {},
    ) => call<ChatMessageJson>("POST", `${chat(person, peer)}/messages`, { content, ...rest }),
    open: (person: string, peer: string) => call<ChatJson>("POST", `${chat(person, peer)}/open`),
    close: (person: string, peer: string) => call<ChatJson>("POST", `${chat(person, peer)}/close`),
    read: (person: string, peer: string) => call<ChatJson>("POST", `${chat(person, peer)}/read`),
    block: (person: string, peer: string) => call<ChatJson>("PUT", `${chat(person, peer)}/block`),
    unblock: (person: string, peer: string) =>
      call<ChatJson>("DELETE", `${chat(person, peer)}/block`),
    report: (person: string, peer: string, reason: string | null = null) =>
      call<ChatJson>("POST", `${chat(person, peer)}/report`, { reason }),
    stopMarketing: (person: string, peer: string) =>
      call<ChatJson>("DELETE", `${chat(person, peer)}/marketing`),
    resumeMarketing: (person: string, peer: string) =>
      call<ChatJson>("PUT", `${chat(person, peer)}/marketing`),
    /** The person rings the business, which opens the service window as a message does. */
    ring: (person: string, peer: string) => call<ChatJson>("POST", `${chat(person, peer)}/call`),
    feedback: () => call<ListJson<FeedbackJson>>("GET", "/feedback"),
    tap: (person: string, id: string, what: TapRequest) =>
      call<ChatMessageJson>("POST", `${message(person, id)}/tap`, what),
    react: (person: string, id: string, emoji: string | null) =>
      call<ChatMessageJson>("POST", `${message(person, id)}/reaction`, { emoji }),
    /** Meta makes out a lead or a purchase in what the person wrote. */
    makeOut: (person: string, id: string, what: AutomaticEvent) =>
      call<OkJson>("POST", `${message(person, id)}/automatic-event`, what),
    /** The person pays an order, or cannot. */
    pay: (person: string, id: string, status: PaymentRequest["status"]) =>
      call<ChatMessageJson>("POST", `${message(person, id)}/payment`, { status }),
    /** Meta's agent writes to a person whose conversation it holds. */
    writeAsAgent: (person: string, peer: string, body: string) =>
      call<OkJson>("POST", `${chat(person, peer)}/agent-reply`, { body }),
    play: (person: string, id: string) =>
      call<ChatMessageJson>("POST", `${message(person, id)}/play`),
    edit: (person: string, id: string, body: string) =>
      call<ChatMessageJson>("PATCH", message(person, id), { body }),
    deleteMessage: (person: string, id: string) =>
      call<ChatMessageJson>("DELETE", message(person, id)),
  };
}

function businessesOf(call: Caller) {
  return {
    addWaba: (waba: NewWaba) => call<WabaJson>("POST", "/wabas", waba),
    changeWaba: (id: string, patch: WabaPatch) => call<WabaJson>("PATCH", `/wabas/${id}`, patch),
    happenToWaba: (id: string, what: AccountHappening) =>
      call<WabaJson>("POST", `/wabas/${id}/happenings`, what),
    happenToNumber: (id: string, what: NumberHappening) =>
      call<NumberJson>("POST", `/numbers/${id}/happenings`, what),
    addNumber: (number: NewNumber) => call<NumberJson>("POST", "/numbers", number),
    changeNumber: (id: string, patch: NumberPatch) =>
      call<NumberJson>("PATCH", `/numbers/${id}`, patch),
    numbers: () => call<ListJson<NumberJson>>("GET", "/numbers"),
    addToken: (token: NewToken) => call<TokenJson>("POST", "/tokens", token),
    revokeToken: (token: string) => call("DELETE", `/tokens/${encodeURIComponent(token)}`),
    templates: () => call<ListJson<TemplateDeskJson>>("GET", "/templates"),
    flows: () => call<ListJson<FlowDeskJson>>("GET", "/flows"),
    changeFlow: (id: string, patch: FlowPatch) =>
      call<FlowDeskJson>("PATCH", `/flows/${id}`, patch),
    changeMarketing: (wabaId: string, status: MarketingAccountJson["status"]) =>
      call<MarketingAccountJson>("PUT", `/wabas/${wabaId}/marketing-messages`, { status }),
    decideTemplate: (id: string, decision: TemplateDecision) =>
      call<TemplateDeskJson>("POST", `/templates/${id}/decision`, decision),
  };
}

function numberDeskOf(call: Caller) {
  return {
    numberDesk: (id: string) => call<NumberDeskJson>("GET", `/numbers/${id}/desk`),
    changeLine: (id: string, patch: LinePatch) =>
      call<NumberDeskJson>("PATCH", `/numbers/${id}/line`, patch),
    decideName: (id: string, decision: NameDecision) =>
      call<NumberDeskJson>("POST", `/numbers/${id}/name-decision`, decision),
    removeNumber: (id: string) => call<OkJson>("DELETE", `/numbers/${id}`),
    recordFlowRequests: (flow: string, requests: NewFlowRequests) =>
      call<OkJson>("POST", `/flows/${flow}/endpoint-requests`, requests),
    preverifiedNumbers: () => call<ListJson<PreverifiedNumberJson>>("GET", "/preverified-numbers"),
    finishSignUp: (signUp: NewSignUp) => call<SignUpJson>("POST", "/sign-ups", signUp),
    decideBadge: (id: string, decision: BadgeDecision) =>
      call<NumberDeskJson>("POST", `/numbers/${id}/badge-decision`, decision),
  };
}

function logsOf(call: Caller) {
  return {
    ledger: (filter: LedgerQuery = {}) =>
      call<ListJson<LedgerEntryJson>>("GET", `/ledger${query(filter)}`),
    countLedger: (filter: LedgerQuery = {}) =>
      call<LedgerCountJson>("GET", `/ledger/count${query(filter)}`),
    groupLedger: (min: number) =>
      call<ListJson<LedgerGroupJson>>("GET", `/ledger/groups?min=${min}`),
    /** Calls to the Graph API, the latest first. */
    requests: (filter: RequestFilter = {}) =>
      call<ListJson<RequestJson>>("GET", `/requests${query(filter)}`),
    request: (id: string) => call<RequestDetailJson>("GET", `/requests/${id}`),
    replay: (id: string) => call<RequestDetailJson>("POST", `/requests/${id}/replay`),
    clearRequests: () => call("DELETE", "/requests"),
    /** Which rule of Meta's causes an error. */
    explain: (code: number, subcode?: number) =>
      call<ExplanationJson>("GET", `/explain/${code}${query({ subcode })}`),
    deliveries: (filter: DeliveryFilter = {}) =>
      call<ListJson<DeliveryJson>>("GET", `/deliveries${query(filter)}`),
    countDeliveries: () => call<DeliveryCountJson>("GET", "/deliveries/count"),
    delivery: (id: string) => call<DeliveryDetailJson>("GET", `/deliveries/${id}`),
    redeliver: (id: string) => call<DeliveryJson>("POST", `/deliveries/${id}/redeliver`),
  };
}

function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(Object.fromEntries(given)).toString()}`;
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const answer = await ask(url, init);
  // The emulator on the other side is this package: its answers are the types of `wire/control.ts`.
  return JSON.parse(await answer.text());
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init);
  if (answer.ok) return answer;
  const body = parseJson(await answer.text());
  const said = isObject(body) ? textAt(objectAt(body, "error") ?? {}, "message") : undefined;
  throw new ControlCallError(answer.status, said ?? `${init.method} ${url}: ${answer.status}`);
}
