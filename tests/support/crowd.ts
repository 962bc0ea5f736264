import { type ContactImportJson, contactImportJson } from "@galka/contract/json/people";
import type { NewPopulation } from "@galka/emulator";
import type { SignedInGalka } from "./signed-in.ts";
import { until } from "./until.ts";

export type CrowdWish = {
  readonly size: number;
  readonly habits: NonNullable<NewPopulation["habits"]>;
  /** What the list is called that they are put on. */
  readonly list: string;
};

/** People in the emulator who live by these habits, known to Galka from a table of their numbers, and who have agreed. */
export async function addCrowd(
  galka: SignedInGalka,
  { size, habits, list }: CrowdWish,
): Promise<string> {
  const { api, emulator } = galka;
  const countries = { DE: 1 };
  const { id } = await emulator.addPopulation({ name: list, size, seed: list, countries, habits });
  const { data: people } = await emulator.members(id, { limit: size });
  const rows = people.map(({ name, waId }) => `${name};+${waId}`);
  const made = await uploadTable(galka, ["Name;Phone", ...rows].join("\n"));
  const { id: listId } = await api("createAudienceList", { body: { name: list, description: "" } });
  const { suggested } = await api("getContactImport", { params: { id: made.id } });
  await api("startContactImport", {
    params: { id: made.id },
    body: { ...suggested, country: "DE", list: { id: listId, unknown: "add" } },
  });
  await until("the table has been imported", async () => {
    const { import: item } = await api("getContactImport", { params: { id: made.id } });
    return item.state === "done";
  });
  for (const { waId } of people) {
    await api("takeConsent", {
      body: {
        key: waId,
        phone: `+${waId}`,
        channelId: null,
        decision: "granted",
        wording: "Tell me when my order is ready.",
        purposes: ["utility", "marketing"],
        way: "site-form",
        evidence: {},
      },
    });
  }
  return listId;
}

async function uploadTable(
  { url, cookie }: SignedInGalka,
  text: string,
): Promise<ContactImportJson> {
  const body = new FormData();
  body.set("file", new Blob([text], { type: "text/csv" }), "crowd.csv");
  const response = await fetch(`${url}/api/v1/contact-imports`, {
    method: "POST",
    headers: { cookie, origin: url },
    body,
  });
  if (!response.ok) throw new Error(`The table was answered with ${response.status}.`);
  return contactImportJson.parse(await response.json());
}
