import type { Refused } from "@galka/core/kernel/refused";
import type { AccountRefused } from "../../channels/accounts.ts";
import { GatewayError } from "../../channels/gateway.ts";

export type MetaRefused = Exclude<AccountRefused, Refused<"number-unreachable">>;

/** Asks Meta about a template. What Meta says against it comes back as a refusal, with what it means. */
export async function orMetaRefused<T>(work: () => Promise<T>): Promise<T | MetaRefused> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    const { failure, message: reason } = error;
    if (failure === null) return { refused: "meta-unreachable", reason };
    if (failure.remedy.kind === "pause-everything") return { refused: "token-invalid", reason };
    const { explanation, advice, detail } = failure;
    return { refused: "meta-refused", reason: detail ?? reason, explanation, advice };
  }
}
