import { GraphError } from "../graph/error.ts";

/**
 * A refused call about a flow: a code with words for the person who made it.
 *
 * Meta: docs/…/flows/reference/error-codes, read 2026-11, has codes and titles;
 * the sentences are the emulator's own.
 */
export function flowError(code: number, userTitle: string, userMessage: string): GraphError {
  return new GraphError({
    code,
    status: 400,
    title: code === 100 ? "Invalid parameter" : userTitle,
    userTitle,
    userMessage,
  });
}
