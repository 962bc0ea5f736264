import type { DistributionPolicyJson } from "@galka/contract/json/distribution";

/** A policy as a form holds it: numbers and lists as they are typed. */
export type PolicyDraft = Omit<
  DistributionPolicyJson,
  "skills" | "takeOverMinutes" | "answerGapSeconds"
> & {
  readonly skills: string;
  /** Empty for never. */
  readonly takeOver: string;
  /** Empty for never. */
  readonly answerGap: string;
};

export function draftOfPolicy(policy: DistributionPolicyJson): PolicyDraft {
  const { skills, takeOverMinutes, answerGapSeconds, ...rest } = policy;
  return {
    ...rest,
    skills: wordsText(skills),
    takeOver: String(takeOverMinutes ?? ""),
    answerGap: answerGapSeconds === 0 ? "" : String(answerGapSeconds),
  };
}

/** The policy that a form means. */
export function readPolicy({
  skills,
  takeOver,
  answerGap,
  ...rest
}: PolicyDraft): DistributionPolicyJson {
  return {
    ...rest,
    skills: readWords(skills),
    takeOverMinutes: takeOver === "" ? null : Number(takeOver),
    answerGapSeconds: Number(answerGap),
  };
}

/** Words between commas, each once and in small letters: a skill is the same however it is typed. */
export function readWords(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim().toLowerCase());
  return [...new Set(words.filter((word) => word !== ""))];
}

export function wordsText(words: readonly string[]): string {
  return words.join(", ");
}
