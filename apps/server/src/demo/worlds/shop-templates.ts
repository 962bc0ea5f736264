/** What the shop says by itself of an order, and what it recommends to those who have agreed. */
export const ORDER_CONFIRMED = {
  name: "order_confirmed",
  language: "en_US",
  category: "UTILITY",
  components: [
    {
      type: "BODY",
      text: "Hello {{1}}, we have your order {{2}}. We write again when it leaves our house.",
      example: { body_text: [["Mia", "N-10482"]] },
    },
    { type: "FOOTER", text: "Nordlicht Home" },
    {
      type: "BUTTONS",
      buttons: [
        {
          type: "URL",
          text: "See the order",
          url: "https://nordlicht-home.example/orders/{{1}}",
          example: ["https://nordlicht-home.example/orders/N-10482"],
        },
      ],
    },
  ],
} as const;

export const PARCEL_SENT = {
  name: "parcel_sent",
  language: "en_US",
  category: "UTILITY",
  components: [
    {
      type: "BODY",
      text: "Hello {{1}}, your order {{2}} is on its way and arrives within two days.",
      example: { body_text: [["Mia", "N-10482"]] },
    },
    { type: "FOOTER", text: "Nordlicht Home" },
    { type: "BUTTONS", buttons: [{ type: "QUICK_REPLY", text: "Change the delivery" }] },
  ],
} as const;

export const GOES_WELL_WITH = {
  name: "goes_well_with",
  language: "en_US",
  category: "MARKETING",
  components: [
    {
      type: "BODY",
      text: "Hello {{1}}, something that goes well with your last order: {{2}}, ten percent off this week.",
      example: { body_text: [["Mia", "the linen lampshade"]] },
    },
    { type: "FOOTER", text: "Answer STOP to hear no more of this" },
    {
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Show me" },
        { type: "QUICK_REPLY", text: "Keep one for me" },
      ],
    },
  ],
} as const;
