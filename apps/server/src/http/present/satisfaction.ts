import type {
  SatisfactionAnswerJson,
  SatisfactionSettingsJson,
} from "@galka/contract/json/satisfaction/satisfaction";
import { searchableText } from "@galka/core/messages/searchable";
import type { SatisfactionSettings } from "@galka/core/satisfaction/settings";
import type { SatisfactionAnswer } from "@galka/postgres/stores/satisfaction/answer-list";

export function presentSatisfactionSettings(
  settings: SatisfactionSettings,
): SatisfactionSettingsJson {
  const { channelIds, texts, template } = settings;
  return {
    ...settings,
    channelIds: channelIds && [...channelIds],
    texts: texts.map((it) => ({ ...it, answers: [...it.answers] })),
    template: template && { ...template, scores: [...template.scores] },
  };
}

export function presentAnswer(answer: SatisfactionAnswer): SatisfactionAnswerJson {
  const { id, conversationId, channelId, memberId, teamId, score, of } = answer;
  return {
    id,
    conversationId,
    contactName: nameOf(answer),
    channelId,
    memberId,
    teamId,
    score,
    of,
    closedAt: answer.closedAt.toISOString(),
    answeredAt: answer.answeredAt.toISOString(),
    comment:
      answer.commentId === null || answer.comment === null
        ? null
        : { messageId: answer.commentId, text: searchableText(answer.comment) },
  };
}

/** A number stands for whoever has no name. */
export function nameOf({ contactName, contactPhone }: SatisfactionAnswer): string {
  return contactName ?? contactPhone ?? "";
}
