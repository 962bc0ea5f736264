import { call } from "@galka/contract/client";
import type { Permission } from "@galka/core/workspaces/permissions";
import type { Browser, Page } from "playwright-core";
import { complaintsOf, viewOf } from "./browser.ts";
import { foldPhone } from "./desk.ts";
import type { SignedInGalka } from "./signed-in.ts";

const PASSWORD = "fake-password-1";

type Role = "administrator" | "supervisor" | "member" | "marketer" | "read-only";
/** A role of the house, or one's own with what it may do. */
export type Held = Role | readonly Permission[];

export type Colleague = {
  readonly page: Page;
  readonly name: string;
  readonly id: string;
  /** What their page has complained of since they joined. */
  readonly complaints: string[];
};

/** Invites somebody, who opens the link in a browser of their own and joins. */
export async function joinInBrowser(
  galka: SignedInGalka,
  browser: Browser,
  name: string,
  held: Held,
): Promise<Colleague> {
  const link = await linkFor(galka, name, held);
  const context = await browser.newContext(viewOf());
  context.setDefaultTimeout(30_000);
  await foldPhone(context);
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Name, as colleagues see it").fill(name);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(/\/inbox/);
  await page.getByRole("heading", { level: 1 }).or(page.getByRole("main")).first().waitFor();
  return { page, name, id: await idOf(galka, name), complaints: complaintsOf(page) };
}

/** Invites somebody who joins without a browser. */
export async function join(galka: SignedInGalka, name: string, held: Held): Promise<string> {
  const token = new URL(await linkFor(galka, name, held)).hash.slice(1);
  await call(
    "acceptInvitation",
    { body: { token, name, password: PASSWORD } },
    { baseUrl: galka.url, headers: { origin: galka.url } },
  );
  return idOf(galka, name);
}

async function linkFor(galka: SignedInGalka, name: string, held: Held): Promise<string> {
  const email = `${name.toLowerCase()}@example.org`;
  if (typeof held === "string") {
    return (await galka.api("inviteMember", { body: { email, role: held } })).link;
  }
  const body = { name: `Role of ${name}`, permissions: [...held] };
  const { id } = await galka.api("createRole", { body });
  const invited = await galka.api("inviteMember", {
    body: { email, role: "custom", roleId: id },
  });
  return invited.link;
}

async function idOf(galka: SignedInGalka, name: string): Promise<string> {
  const { items } = await galka.api("listMembers", {});
  const found = items.find((it) => it.name === name);
  if (!found) throw new Error(`Nobody of the team is called ${name}.`);
  return found.id;
}
