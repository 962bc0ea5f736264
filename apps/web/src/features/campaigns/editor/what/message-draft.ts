import type { CampaignMessageJson } from "@galka/contract/json/campaigns/plan";
import type { Variable } from "@galka/core/templates/variables";

export type ValueSourceJson = CampaignMessageJson["values"][number]["source"];

/** Where the words for a variable come from; null while nobody has said. */
export function sourceOf(message: CampaignMessageJson, of: Variable): ValueSourceJson | null {
  return message.values.find((it) => isSame(it, of))?.source ?? null;
}

/** The message with another source for one variable; null takes it away. */
export function withSource(
  message: CampaignMessageJson,
  { place, key, card }: Variable,
  source: ValueSourceJson | null,
): CampaignMessageJson {
  const wish = { place, key, ...(card === undefined ? {} : { card }) };
  const others = message.values.filter((it) => !isSame(it, wish));
  return { ...message, values: source === null ? others : [...others, { ...wish, source }] };
}

/** The file of the message's head, or of a card's. */
export function fileIdOf(message: CampaignMessageJson, card: number | undefined): string | null {
  return message.files.find((it) => it.card === card)?.fileId ?? null;
}

export function withFile(
  message: CampaignMessageJson,
  card: number | undefined,
  fileId: string | null,
): CampaignMessageJson {
  const others = message.files.filter((it) => it.card !== card);
  const file = fileId === null ? [] : [{ fileId, ...(card === undefined ? {} : { card }) }];
  return { ...message, files: [...others, ...file] };
}

const NAMES = /^(first_?)?name$|^customer_?name$/iu;

/** A message that nothing is filled into but what can be guessed: a variable that asks for the name is given it. */
export function messageOf(templateId: string, variables: readonly Variable[]): CampaignMessageJson {
  const named = variables.filter(({ place, key }) => place === "body" && NAMES.test(key));
  return named.reduce<CampaignMessageJson>(
    (message, it) => withSource(message, it, { from: "name", fallback: null }),
    { templateId, values: [], files: [] },
  );
}

function isSame(one: Variable, other: Variable): boolean {
  return one.place === other.place && one.key === other.key && one.card === other.card;
}
