import { createTransport } from "nodemailer";
import type { Log } from "../telemetry/log.ts";
import type { Mail } from "./mail.ts";

const PATIENCE_MS = 10_000;

export type SmtpSettings = {
  /** `smtp://` or `smtps://`, with the account in it where the server asks one. */
  readonly url: string;
  readonly from: string;
};

/** Mail over SMTP. A server that does not answer within ten seconds has failed. */
export function smtpMail({ url, from }: SmtpSettings, log: Log): Mail {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // A letter is words: nothing of it is read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter) {
      try {
        await transport.sendMail({ from, ...letter });
        return "sent";
      } catch (error) {
        log.warn({ error }, "A letter could not be handed to the mail server.");
        return "failed";
      }
    },
  };
}
