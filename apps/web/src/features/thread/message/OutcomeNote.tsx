import type { ShownMessage } from "../shown-message.ts";
import { FailureNote } from "./FailureNote.tsx";
import { RefusedNote } from "./RefusedNote.tsx";
import { UnknownNote } from "./UnknownNote.tsx";

/** What has to be said below a message that did not simply go out. */
export function OutcomeNote({ shown: { message, pending } }: { readonly shown: ShownMessage }) {
  if (pending) return pending.state === "refused" ? <RefusedNote entry={pending} /> : null;
  if (message.failure) return <FailureNote failure={message.failure} />;
  return message.status === "unknown" ? <UnknownNote message={message} /> : null;
}
