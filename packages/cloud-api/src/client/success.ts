import { flag, object } from "../reader.ts";
import type { Reader } from "../reader.ts";
import type { Success } from "../wire/json.ts";

/** What Meta answers to a change of state; `success: false` is no answer a caller could use. */
export const readSuccess: Reader<Success> = (value) => {
  const read = object({ success: flag }, {})(value);
  return read?.success === true ? read : undefined;
};
