import type { HoursOwner } from "@galka/postgres/stores/work/hours";
import { readHours, setHours } from "../../../operations/work/hours.ts";
import { handle } from "../../handle.ts";
import { presentHours } from "../../present/hours.ts";

export const hoursRoutes = {
  listHours: handle("listHours", async ({ app, member }) => ({
    items: (await readHours(app, member)).map(presentHours),
  })),

  setHours: handle("setHours", async ({ app, member, body }) => {
    const owner = ownerOf(body);
    return owner ? setHours(app, member, { owner, hours: body.hours }) : { refused: "not-found" };
  }),
};

function ownerOf({ of, ownerId }: { of: HoursOwner["of"]; ownerId?: string }): HoursOwner | null {
  if (of === "office") return { of, ownerId: null };
  return ownerId === undefined ? null : { of, ownerId };
}
