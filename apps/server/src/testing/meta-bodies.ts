import { PHONE_NUMBER_ID, WABA_ID } from "./test-app.ts";

/** Who wrote, as Meta names them. */
export type MetaPerson = {
  readonly wa_id?: string;
  readonly user_id?: string;
  readonly username?: string;
  readonly name?: string;
};

export const LUZ: MetaPerson = { wa_id: "5491155550101", name: "Luz" };

/** A second of the day on which these tests play. */
export function second(n: number): string {
  return String(1_795_348_800 + n);
}

/** One delivery with one change. */
export function body(field: string, value: object, wabaId = WABA_ID): object {
  return {
    object: "whatsapp_business_account",
    entry: [{ id: wabaId, changes: [{ field, value }] }],
  };
}

/** Messages of one person. */
export function messages(person: MetaPerson, ...said: readonly object[]): object {
  const { name, username, ...ids } = person;
  const from = {
    ...(person.wa_id !== undefined && { from: person.wa_id }),
    ...(person.user_id !== undefined && { from_user_id: person.user_id }),
  };
  return body("messages", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    contacts: [{ profile: { name, username }, ...ids }],
    messages: said.map((one) => ({ ...from, ...one })),
  });
}

export function text(id: string, words: string, at = 0, more: object = {}): object {
  return { id: `wamid.${id}`, timestamp: second(at), type: "text", text: { body: words }, ...more };
}

export function says(id: string, words: string, at = 0, person = LUZ): object {
  return messages(person, text(id, words, at));
}

export function reaction(id: string, target: string, emoji: string | null, at = 0): object {
  const on = { message_id: `wamid.${target}`, ...(emoji !== null && { emoji }) };
  return messages(LUZ, {
    id: `wamid.${id}`,
    timestamp: second(at),
    type: "reaction",
    reaction: on,
  });
}

export type StatusOptions = { readonly tag?: string; readonly code?: number };

export function status(id: string, what: string, at = 0, options: StatusOptions = {}): object {
  const { tag, code } = options;
  return body("messages", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    statuses: [
      {
        id: `wamid.${id}`,
        status: what,
        timestamp: second(at),
        recipient_id: LUZ.wa_id,
        ...(tag !== undefined && { biz_opaque_callback_data: tag }),
        ...(code !== undefined && { errors: [{ code, title: "Refused" }] }),
      },
    ],
  });
}

/** A message that the business wrote in its own app. */
export function echo(id: string, words: string, at = 0): object {
  return body("smb_message_echoes", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    message_echoes: [{ from: "15550783881", to: LUZ.wa_id, ...text(id, words, at) }],
  });
}

/** What Meta tells of a chat of the time before. */
export function history(id: string, words: string, at: number, more: object = {}): object {
  const said = { ...text(id, words, at), from: LUZ.wa_id, ...more };
  return body("history", {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550783881", phone_number_id: PHONE_NUMBER_ID },
    history: [
      {
        metadata: { phase: 1, chunk_order: 1, progress: 50 },
        threads: [{ id: LUZ.wa_id, messages: [said] }],
      },
    ],
  });
}
