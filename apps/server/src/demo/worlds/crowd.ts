import { z } from "zod";
import type { EmulatorControl } from "../emulator-control.ts";
import type { Stage } from "./stage.ts";

/** One of the emulated people. */
export type Guest = { readonly id: string; readonly name: string; readonly waId: string };

const made = z.object({ id: z.string() });
const page = z.object({
  data: z.array(z.object({ id: z.string(), name: z.string(), waId: z.string() })),
  next: z.string().nullable(),
});

/** What the emulator is told of a population; its wire types say what the habits may be. */
export type CrowdWish = {
  readonly name: string;
  readonly seed: string;
  readonly size: number;
  readonly countries: Readonly<Record<string, number>>;
  readonly habits: object;
};

/** Has the emulator make people with phones and habits; answers them in an order of chance. */
export async function addCrowd(
  control: EmulatorControl,
  wish: CrowdWish,
): Promise<readonly Guest[]> {
  const { id } = await control.post("/populations", wish, made);
  const guests: Guest[] = [];
  for (let after: string | null = "0"; after !== null;) {
    const found: z.infer<typeof page> = await control.get(
      `/populations/${id}/people?limit=1000&after=${after}`,
      page,
    );
    guests.push(...found.data);
    after = found.next;
  }
  return guests;
}

/** The person writes to the business. */
export async function writeAs(stage: Stage, { id }: Guest, content: object): Promise<void> {
  const chat = `/people/${id}/chats/business-${stage.phoneNumberId}`;
  await stage.control.post(`${chat}/messages`, { content }, z.unknown());
}
