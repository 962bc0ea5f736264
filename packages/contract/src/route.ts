import { z } from "zod";

/** One route of the API. What the server parses, what the client sends and what OpenAPI says come from here. */
export type Route = {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A multipart upload with one file in the field `file`, instead of a JSON body. */
  readonly upload?: true;
  /** Whoever calls it need not be signed in. */
  readonly open?: true;
  readonly answer: z.ZodType;
};

/** An id in a query or a body. */
export const id = z.uuid();
/** The parameters of a path that names one thing. */
export const byId = z.object({ id });
export const done = z.object({ done: z.literal(true) });
export const limit = z.coerce.number().int().min(1).max(100).exactOptional();

/** A page of a list: `next` goes back as `cursor`, null at the end. `seq` is the event it is as new as. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ seq: z.number(), items: z.array(item), next: z.string().nullable() });
}
