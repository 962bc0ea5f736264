import type { CallInput } from "@galka/contract/client";
import type { ProfileJson } from "@galka/contract/json/profile";
import { type ProfileProblem, profileProblems } from "@galka/core/channels/business-profile";

/** What stands in the form. Web addresses have a line each; no trade is an empty word. */
export type ProfileFields = {
  readonly about: string;
  readonly address: string;
  readonly description: string;
  readonly email: string;
  readonly websites: string;
  readonly vertical: ProfileJson["vertical"];
};

export type ProfileChange = CallInput<"updateProfile">["body"];

export function fieldsOf(profile: ProfileJson): ProfileFields {
  return { ...profile, websites: profile.websites.join("\n") };
}

/** Only what differs is written: whoever changes something else at the same moment keeps it. */
export function changeOf(before: ProfileJson, fields: ProfileFields): ProfileChange {
  const websites = fields.websites
    .split(/\s+/u)
    .filter((it) => it !== "")
    .map((it) => (/^[a-z]+:\/\//iu.test(it) ? it : `https://${it}`));
  const texts = (["about", "address", "description", "email"] as const).filter(
    (field) => fields[field].trim() !== before[field],
  );
  return {
    ...Object.fromEntries(texts.map((field) => [field, fields[field].trim()])),
    ...(websites.join("\n") === before.websites.join("\n") ? {} : { websites }),
    ...(fields.vertical === null || fields.vertical === before.vertical
      ? {}
      : { vertical: fields.vertical }),
  };
}

/** The first problem of each field. */
export function problemsOf(change: ProfileChange): ReadonlyMap<string, ProfileProblem["problem"]> {
  return new Map(
    profileProblems(change)
      .toReversed()
      .map(({ field, problem }) => [field, problem]),
  );
}
