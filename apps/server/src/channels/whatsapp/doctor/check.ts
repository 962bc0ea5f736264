import type { CheckJson, CheckName, CheckWords } from "@galka/contract/json/connection";
import { CloudApiError, TransportError } from "@galka/cloud-api";
import type { Fetch } from "../account-client.ts";

export type Tools = { readonly fetch: Fetch; readonly now: Date };

type Rest = {
  readonly facts?: Readonly<Record<string, string>>;
  readonly repair?: CheckJson["repair"];
  readonly evidence?: unknown;
};

/** A verdict with its words; what is not given is nothing. */
export function check(
  name: CheckName,
  verdict: CheckJson["verdict"],
  words: CheckWords,
  rest: Rest = {},
): CheckJson {
  const { facts = {}, repair = null, evidence = null } = rest;
  return { name, verdict, words, facts: { ...facts }, repair, evidence };
}

/** What Meta said, or that it said nothing, as evidence. Neither has a secret in it. */
export type Trouble = {
  readonly code: number | null;
  readonly reason: string;
  readonly evidence: unknown;
};

/** Runs one question to Meta; an answer that is an error is an answer too. */
export async function ask<T>(question: () => Promise<T>): Promise<T | Trouble> {
  try {
    return await question();
  } catch (error) {
    if (error instanceof CloudApiError) {
      return { code: error.code, reason: error.message, evidence: error.raw };
    }
    if (error instanceof TransportError || error instanceof TypeError) {
      return { code: null, reason: error.message, evidence: null };
    }
    throw error;
  }
}

export function isTrouble(answer: object): answer is Trouble {
  return "reason" in answer && "evidence" in answer;
}
