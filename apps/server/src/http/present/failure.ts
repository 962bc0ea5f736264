import { type FailureJson, failureJson } from "@galka/contract/json/message";
import { z } from "zod";

const UNKNOWN = {
  explanation: {
    en: "WhatsApp did not take or did not deliver this message.",
    ru: "WhatsApp не принял или не доставил это сообщение.",
  },
  advice: { en: "Look at the raw answer below.", ru: "Посмотрите исходный ответ ниже." },
};

const written = failureJson.partial().extend({ title: z.string().catch("Failed") });

/** Why a message failed, as far as it was written down; null for one that did not. */
export function presentFailure(failure: unknown): FailureJson | null {
  if (failure === null || failure === undefined) return null;
  const read = written.safeParse(failure);
  if (!read.success) return { code: null, title: "Failed", ...UNKNOWN, raw: failure };
  const { code = null, title, explanation, advice, raw = failure } = read.data;
  return {
    code,
    title,
    explanation: explanation ?? UNKNOWN.explanation,
    advice: advice ?? UNKNOWN.advice,
    raw,
  };
}
