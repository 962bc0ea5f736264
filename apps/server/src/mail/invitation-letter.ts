import type { Letter } from "./mail.ts";

export type InvitationFacts = {
  readonly to: string;
  readonly workspace: string;
  readonly invitedBy: string;
  readonly link: string;
};

/** An invitation in both languages: nothing is known yet of the one who reads it. */
export function invitationLetter({ to, workspace, invitedBy, link }: InvitationFacts): Letter {
  const [place, person] = [oneLine(workspace), oneLine(invitedBy)];
  return {
    to,
    subject: `${person}: ${place} · Galka`,
    text: [
      `${person} invites you to “${place}” in Galka. Open the link within seven days to set your name and password:`,
      `${person} приглашает вас в «${place}» в Галке. Откройте ссылку в течение семи дней и задайте имя и пароль:`,
      link,
      "If you did not expect this, do nothing. · Если вы этого не ждали, ничего делать не нужно.",
    ].join("\n\n"),
  };
}

/** Names are people's own words; a line break in one must not write another header or paragraph. */
function oneLine(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}
