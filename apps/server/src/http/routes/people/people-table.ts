import {
  readPeopleChange,
  startPeopleChange,
  undoPeopleChange,
} from "../../../operations/people-table/change-people.ts";
import {
  PEOPLE_COUNTED_UP_TO,
  countMeant,
  readPeople,
} from "../../../operations/people-table/read-people.ts";
import { readTwins } from "../../../operations/people-table/read-twins.ts";
import { parsePeopleCursor, presentPeopleCursor } from "../../cursor.ts";
import { meantOf } from "../../files/chosen-people.ts";
import { handle } from "../../handle.ts";
import { presentPeopleChange, presentPerson } from "../../present/person.ts";

const USUAL_LIMIT = 60;
const USUAL_TWINS = 20;

export const peopleTableRoutes = {
  listPeople: handle("listPeople", async ({ app, member, query }) => {
    const page = await readPeople(app, member, {
      ...meantOf(query),
      order: { by: query.sort ?? "name", way: query.way ?? "up" },
      limit: query.limit ?? USUAL_LIMIT,
      ...(query.cursor ? { after: parsePeopleCursor(query.cursor) } : {}),
    });
    if ("refused" in page) return page;
    const { seq, items, next } = page;
    return { seq, items: items.map(presentPerson), next: presentPeopleCursor(next) };
  }),

  countPeople: handle("countPeople", async ({ app, member, query }) => {
    const counted = await countMeant(app, member, meantOf(query));
    return "refused" in counted ? counted : { upTo: PEOPLE_COUNTED_UP_TO, ...counted };
  }),

  listTwins: handle("listTwins", async ({ app, member, query }) => {
    const { because, cursor: after = "", limit = USUAL_TWINS } = query;
    const found = await readTwins(app, member, { because, after, limit });
    if ("refused" in found) return found;
    const items = found.items.map((it) => ({ ...it, contacts: it.contacts.map(presentPerson) }));
    return { items, next: found.next };
  }),

  startPeopleChange: handle("startPeopleChange", async ({ app, member, body }) => {
    const { q, ...wish } = body;
    const text = q === undefined ? {} : { text: q };
    const run = await startPeopleChange(app, member, { ...wish, ...text });
    return "refused" in run ? run : presentPeopleChange(run);
  }),

  getPeopleChange: handle("getPeopleChange", async ({ app, member, params }) => {
    const run = await readPeopleChange(app, member, params.id);
    return "refused" in run ? run : presentPeopleChange(run);
  }),

  undoPeopleChange: handle("undoPeopleChange", async ({ app, member, params }) => {
    const run = await undoPeopleChange(app, member, params.id);
    return "refused" in run ? run : presentPeopleChange(run);
  }),
};
