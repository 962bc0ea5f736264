import type { PeopleChangeRunJson, PersonJson } from "@galka/contract/json/people/people-table";
import type { PeopleChangeRun } from "@galka/postgres/stores/people-table/people-changes";
import type { PersonView } from "@galka/postgres/stores/people-table/people-list";
import { presentContact } from "./conversation.ts";

export function presentPerson(person: PersonView): PersonJson {
  return {
    ...presentContact(person),
    labelIds: [...person.labelIds],
    channelIds: [...person.channelIds],
    lastMessageAt: person.lastMessageAt?.toISOString() ?? null,
    isBlocked: person.isBlocked,
  };
}

export function presentPeopleChange(run: PeopleChangeRun): PeopleChangeRunJson {
  const { memberId: _, ...told } = run;
  return told;
}
