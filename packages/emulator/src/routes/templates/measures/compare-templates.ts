import { type Answer, type Call, callTemplate } from "../../../graph/call.ts";
import { invalidParameter } from "../../../graph/error.ts";
import { wordsAt } from "../../../json.ts";
import { type Feedback, listFeedback } from "../../../store/feedback.ts";
import type { Template } from "../../../store/kinds.ts";
import { countSendsOf } from "../../../store/sends.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const SENDS_MIN = 1000;
const WINDOW_DAYS: readonly number[] = [7, 30, 60, 90];

type Span = { readonly from: number; readonly to: number };

type Compared = {
  readonly id: string;
  readonly sends: number;
  readonly blockRate: number;
  readonly topReason: string;
};

/**
 * Compares two templates of one account: who is blocked less, how often each
 * was sent, and why people blocked.
 *
 * Meta: both sent 1,000 times in the window, which is 7, 30, 60 or 90 days that
 * end at the request, docs/…/templates/template-comparison, read 2026-11.
 */
export function compareTemplates(call: Call): Answer {
  const template = callTemplate(call);
  const ids = wordsAt(call.params.values, "template_ids");
  if (ids.length !== 1) throw invalidParameter("Param template_ids must have exactly 1 element.");
  const other = call.world.kinds.templates.find(ids[0] ?? "");
  if (other === null || other.wabaId !== template.wabaId || other.id === template.id) {
    throw invalidParameter("The templates to compare must be two of the same account.");
  }
  const span = spanOf(call);
  const both = [template, other].map((it) => compared(call, it, span));
  if (both.some((it) => it.sends < SENDS_MIN)) {
    throw invalidParameter(
      `Both templates must have been sent at least ${SENDS_MIN} times in the window.`,
    );
  }
  const order = [...both].sort((a, b) => a.blockRate - b.blockRate).map((it) => it.id);
  return {
    body: {
      data: [
        { metric: "BLOCK_RATE", type: "RELATIVE", order_by_relative_metric: order },
        {
          metric: "MESSAGE_SENDS",
          type: "NUMBER_VALUES",
          number_values: both.map((it) => ({ key: it.id, value: it.sends })),
        },
        {
          metric: "TOP_BLOCK_REASON",
          type: "STRING_VALUES",
          string_values: both.map((it) => ({ key: it.id, value: it.topReason })),
        },
      ],
    },
  };
}

/** Instants come as seconds; the end may be a day off, as clients round it. */
function spanOf(call: Call): Span {
  const from = Number(call.params.text("start")) * 1000;
  const to = Number(call.params.text("end")) * 1000;
  const days = Math.round((to - from) / DAY_MS);
  const now = call.world.clock.now();
  if (!WINDOW_DAYS.includes(days) || Math.abs(now - to) > DAY_MS) {
    throw invalidParameter(
      `The window from start to end must be ${WINDOW_DAYS.join(", ")} days and end now.`,
    );
  }
  return { from, to };
}

function compared(call: Call, template: Template, span: Span): Compared {
  const { db } = call.world;
  const sends = countSendsOf(db, template.id, span);
  const blocks = listFeedback(db, {
    kind: "block",
    templateId: template.id,
    since: span.from,
  }).filter((it) => it.at < span.to);
  return {
    id: template.id,
    sends,
    blockRate: sends === 0 ? 0 : blocks.length / sends,
    topReason: mostFrequent(blocks),
  };
}

function mostFrequent(blocks: readonly Feedback[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of blocks) {
    const key = reason ?? "NO_REASON_GIVEN";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const first = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0];
  return first?.[0] ?? "UNKNOWN_BLOCK_REASON";
}
