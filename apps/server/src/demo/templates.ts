import { z } from "zod";
import type { GraphPost } from "./emulator-control.ts";
import { picture } from "./files.ts";
import { type Clocks, moveClock } from "./move-clock.ts";

export type TemplateDesk = Clocks & {
  readonly token: string;
  readonly wabaId: string;
  readonly appId: string;
};

const ORDER_READY = {
  name: "order_ready",
  language: "en_US",
  category: "UTILITY",
  components: [
    {
      type: "BODY",
      text: "Hello {{1}}, your order {{2}} is ready at our counter until six today.",
      example: { body_text: [["Mia", "1184"]] },
    },
    { type: "FOOTER", text: "Jackdaw Coffee" },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "On my way" },
        {
          type: "URL",
          text: "See the order",
          url: "https://jackdaw.example/orders/{{1}}",
          example: ["https://jackdaw.example/orders/1184"],
        },
      ],
    },
  ],
};

const ORDER_READY_RU = {
  name: "order_ready",
  language: "ru",
  category: "UTILITY",
  components: [
    {
      type: "BODY",
      text: "Здравствуйте, {{1}}! Заказ {{2}} ждёт вас у стойки до шести.",
      example: { body_text: [["Анна", "1184"]] },
    },
  ],
};

/** With a picture, which Meta wants to have seen. */
function newHarvest(sample: string): object {
  return {
    name: "new_harvest",
    language: "en_US",
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: { header_handle: [sample] } },
      {
        type: "BODY",
        text: "Hello {{1}}, the new harvest from {{2}} has arrived and is being roasted this week.",
        example: { body_text: [["Luis", "Kenya"]] },
      },
      { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Keep a bag for me" }] },
    ],
  };
}

/** Nobody should ask for this, and the reviewer says so. */
const CONFIRM_PAYMENT = {
  name: "confirm_payment",
  language: "en_US",
  category: "UTILITY",
  components: [
    { type: "BODY", text: "Please send us your card number to confirm the payment today." },
  ],
};

const CUPPING = {
  name: "cupping_invitation",
  language: "en_US",
  category: "MARKETING",
  components: [
    {
      type: "BODY",
      text: "Hello {{1}}, join us for a cupping on Saturday at eleven, with six coffees to taste.",
      example: { body_text: [["Nour"]] },
    },
  ],
};

/** Submits the demo's templates and has them decided: approved, rejected, and one that still waits. */
export async function submitTemplates(desk: TemplateDesk): Promise<void> {
  const harvest = newHarvest(await uploadSample(desk));
  await submitAndReview(desk, [ORDER_READY, ORDER_READY_RU, harvest, CONFIRM_PAYMENT]);
  await desk.control.patch("/settings", { reviewer: false }, z.unknown());
  await submit(desk, CUPPING);
  // What is handed in from here on is reviewed as usual.
  await desk.control.patch("/settings", { reviewer: true }, z.unknown());
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Submits templates and has all of them decided. */
export async function submitAndReview(
  desk: TemplateDesk,
  templates: readonly object[],
): Promise<void> {
  for (const template of templates) await submit(desk, template);
  await review(desk);
}

/** A day later the reviewer has looked at everything. */
async function review(desk: TemplateDesk): Promise<void> {
  await moveClock(desk, { advanceMs: DAY_MS });
  await moveClock(desk, { offsetMs: 0 });
}

async function submit(desk: TemplateDesk, template: object): Promise<void> {
  await graph(desk, `/${desk.wabaId}/message_templates`, {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(template),
  });
}

/** A picture for the reviewer to look at, as Meta wants it: begun, sent, and known by a handle. */
async function uploadSample(desk: TemplateDesk): Promise<string> {
  const { bytes, name, type } = await picture("beans");
  const query = new URLSearchParams({
    file_name: name,
    file_type: type,
    file_length: String(bytes.byteLength),
  });
  const begun = z
    .object({ id: z.string() })
    .parse(await graph(desk, `/${desk.appId}/uploads?${query.toString()}`, {}));
  const sent = await graph(desk, `/${begun.id}`, {
    headers: { "content-type": "application/octet-stream", file_offset: "0" },
    body: new Uint8Array(bytes),
  });
  return z.object({ h: z.string() }).parse(sent).h;
}

function graph(desk: TemplateDesk, path: string, post: GraphPost): Promise<unknown> {
  return desk.control.graph(path, desk.token, post);
}
