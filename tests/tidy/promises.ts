/** The promises of the README in their order, each with a test that fails when it is broken. */
export const PROMISES: readonly (readonly [promise: string, test: string])[] = [
  ["Receives without loss.", "apps/server/src/operations/webhooks/apply-webhooks.test.ts"],
  ["Sends without doubles.", "apps/server/src/operations/sends/judge-doubts.test.ts"],
  ["Answers at the speed of a messenger.", "tests/browser/story.test.ts"],
  ["Works as a team.", "tests/browser/leading-journeys.test.ts"],
  ["Keeps two answers from crossing.", "tests/browser/member-journey.test.ts"],
  ["Acts by itself, within bounds.", "packages/core/src/automations/bound.test.ts"],
  ["Counts what happened.", "tests/browser/leading-journeys.test.ts"],
  ["Remembers who changed what", "apps/web/src/i18n/catalogues.test.ts"],
  ["Knows Meta's refusals before Meta does.", "tests/browser/templates.test.ts"],
  ["Asks how it was.", "apps/server/src/operations/satisfaction/apply-ratings.test.ts"],
  ["Keeps to its targets.", "tests/browser/sla.test.ts"],
  ["Knows to whom it writes.", "tests/browser/audience.test.ts"],
  ["Connects a real number", "tests/browser/settings.test.ts"],
  ["Reads your old chats.", "apps/server/src/operations/imports/run-chat-import.test.ts"],
  ["Forgets a person", "apps/server/src/operations/contacts/erase-person.test.ts"],
  ["Speaks English and Russian", "tests/browser/pages.test.ts"],
];
