import type { Mail } from "./mail.ts";

/** Prints letters where the server was started, for an installation without a mail server. */
export function printedMail(say: (line: string) => void): Mail {
  return {
    async send({ to, subject, text }) {
      say(`To ${to}: ${subject}\n${text}`);
      return "not-set-up";
    },
  };
}
