import type { SendOutcome } from "../../channels/gateway.ts";
import type { ClaimedSend } from "../../operations/sends/claim-next.ts";
import type { Uploaded } from "../../operations/sends/upload-files.ts";

/** Uploads the files of messages that wait for them, a few at a time. */
export type Uploader = {
  add(send: ClaimedSend): void;
  count(): number;
};

export type UploaderOptions = {
  readonly upload: (send: ClaimedSend) => Promise<Uploaded>;
  readonly onReady: (send: ClaimedSend, remoteIds: ReadonlyMap<string, string>) => void;
  readonly onFailed: (send: ClaimedSend, outcome: SendOutcome) => void;
  readonly onFault: (error: unknown) => void;
};

const MOST_AT_ONCE = 4;
const FAULT: SendOutcome = { outcome: "not-sent", reason: "The file could not be prepared." };

/** Nothing is sent by an upload: whatever goes wrong, the message can be tried again. */
export function openUploader(options: UploaderOptions): Uploader {
  const waiting: ClaimedSend[] = [];
  let atWork = 0;

  return {
    add(send) {
      waiting.push(send);
      if (atWork < MOST_AT_ONCE) void work();
    },
    count: () => atWork,
  };

  async function work(): Promise<void> {
    atWork += 1;
    for (let send = waiting.shift(); send; send = waiting.shift()) await uploadOne(send);
    atWork -= 1;
  }

  async function uploadOne(send: ClaimedSend): Promise<void> {
    try {
      const uploaded = await options.upload(send);
      if ("remoteIds" in uploaded) options.onReady(send, uploaded.remoteIds);
      else options.onFailed(send, uploaded.problem);
    } catch (error) {
      options.onFault(error);
      options.onFailed(send, FAULT);
    }
  }
}
