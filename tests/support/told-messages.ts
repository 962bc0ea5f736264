/** What a webhook's body tells as one message: the element as Meta wrote it, and its id when it has one. */
export type ToldMessage = {
  readonly id: string | null;
  readonly type: unknown;
  readonly raw: unknown;
};

/**
 * Every message of a body, found without the code under test: the elements of
 * `messages`, `message_echoes` and the threads of a history, wherever they stand.
 */
export function toldMessages(body: unknown): ToldMessage[] {
  return listsIn(body).flatMap((list) =>
    list.map((raw) => {
      const { id, type }: Loose = isObject(raw) ? raw : {};
      return { id: typeof id === "string" ? id : null, type, raw };
    }),
  );
}

type Loose = { readonly [key: string]: unknown };

function listsIn(value: unknown): unknown[][] {
  if (Array.isArray(value)) return value.flatMap(listsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    /^message(?:s|_echoes)$/.test(key) && Array.isArray(inner) ? [inner] : listsIn(inner),
  );
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null;
}
