import { type RuleProblem, problemsOf } from "@galka/core/automations/check-rule";
import { type PastConversation, type PastDecision, replay } from "@galka/core/automations/replay";
import type { Rule } from "@galka/core/automations/rule";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { searchableText } from "@galka/core/messages/searchable";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type PastMessage,
  listPastMessages,
  loadInboundBefore,
} from "@galka/postgres/stores/rules/past-conversations";
import { readRuleConversations } from "@galka/postgres/stores/rules/rule-facts";
import { listRulesThatAreOn } from "@galka/postgres/stores/rules/rules";
import type { App } from "../../app.ts";
import { contactFactsOf } from "./contact-facts.ts";
import { loadSurroundings } from "./load-surroundings.ts";
import { isUsablePattern } from "./patterns.ts";

export type DryRunWish = {
  /** The rule that this would be instead of. */
  readonly id?: string;
  readonly rule: Omit<Rule, "id">;
  readonly days: number;
};

export type DryRun = {
  readonly from: Date;
  readonly until: Date;
  readonly messages: number;
  readonly conversations: number;
  readonly isCut: boolean;
  readonly fired: number;
  readonly held: number;
  readonly items: readonly DryRunItem[];
};

export type DryRunItem = {
  readonly conversationId: string;
  readonly contactName: string | null;
  readonly messageId: string;
  readonly text: string;
  readonly kind: "message" | "member-silent" | "contact-silent";
  readonly at: Date;
  readonly outcome: "fired" | "held";
  readonly because: string | null;
};

export type DryRunRefused =
  | Refused<"forbidden">
  | Refused<"rule-unusable", { readonly problems: readonly RuleProblem[] }>;

const DAY_MS = 24 * 60 * 60_000;
const MOST_MESSAGES = 20_000;
const SHOWN = 200;

/**
 * What a rule would have done about the last days, together with the rules that are on.
 *
 * The decisions are those of the very function that decides when it is on.
 * Nothing is written and nobody is told. Labels, fields and who a conversation
 * belongs to are those of today.
 */
export async function dryRunRule(
  app: App,
  member: Member,
  wish: DryRunWish,
): Promise<DryRun | DryRunRefused> {
  if (!may(member, "automations.manage")) return { refused: "forbidden" };
  const problems = problemsOf(wish.rule, isUsablePattern);
  if (problems.length > 0) return { refused: "rule-unusable", problems };

  const { workspaceId } = member;
  const until = app.clock.now();
  const from = new Date(until.getTime() - wish.days * DAY_MS);
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const tried: Rule = { ...wish.rule, id: wish.id ?? TRIED, isOn: true };
    const rules = withTried(await listRulesThatAreOn(tx, workspaceId), tried);
    const set = { rules, around: await loadSurroundings(tx, workspaceId) };
    const messages = await listPastMessages(tx, workspaceId, { from, most: MOST_MESSAGES });
    const past = await pastConversations(tx, workspaceId, messages);
    const own = replay(until, set, past).filter(({ decision }) => decision.rule.id === tried.id);
    const fired = own.filter(({ decision }) => decision.does === "fire").length;
    return {
      from,
      until,
      messages: messages.length,
      conversations: past.length,
      isCut: messages.length === MOST_MESSAGES,
      fired,
      held: own.length - fired,
      items: itemsOf(own, past),
    };
  });
}

const TRIED = "tried";

function withTried(rules: readonly Rule[], tried: Rule): Rule[] {
  const isThere = rules.some(({ id }) => id === tried.id);
  return isThere ? rules.map((it) => (it.id === tried.id ? tried : it)) : [...rules, tried];
}

async function pastConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  messages: readonly PastMessage[],
): Promise<PastConversation[]> {
  const byConversation = Map.groupBy(messages, ({ conversationId }) => conversationId);
  const firsts = [...byConversation.values()].flatMap(([first]) => (first ? [first.id] : []));
  const before = await loadInboundBefore(tx, workspaceId, firsts);
  const conversations = await readRuleConversations(tx, workspaceId, [...byConversation.keys()]);
  return conversations.map((conversation) => {
    const own = byConversation.get(conversation.id) ?? [];
    const { id, channelId, state, priority, assigneeId, teamId, labelIds } = conversation;
    return {
      id,
      channelId,
      contact: contactFactsOf(conversation),
      work: { state, priority, assigneeId, teamId, labelIds },
      previousInboundAt: before.get(own[0]?.id ?? "") ?? null,
      lines: own.map((it) => ({ ...it, text: searchableText(it.content) })),
    };
  });
}

function itemsOf(own: readonly PastDecision[], past: readonly PastConversation[]): DryRunItem[] {
  const names = new Map(past.map(({ id, contact }) => [id, contact.name]));
  const texts = new Map(past.flatMap(({ lines }) => lines.map(({ id, text }) => [id, text])));
  return own
    .slice(-SHOWN)
    .toReversed()
    .map(({ conversationId, occurrence, at, decision }) => ({
      conversationId,
      contactName: names.get(conversationId) ?? null,
      messageId: occurrence.messageId,
      text: (texts.get(occurrence.messageId) ?? "").slice(0, 200),
      kind: occurrence.kind,
      at,
      ...(decision.does === "fire"
        ? { outcome: "fired", because: null }
        : { outcome: "held", because: decision.because }),
    }));
}
