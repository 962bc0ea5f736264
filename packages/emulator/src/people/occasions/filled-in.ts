import type { BubbleContent, WriteContent } from "../../wire/control.ts";

type Choice = Extract<BubbleContent, { kind: "choice" }>;

/** A cart that is sent, as the bubble shows it. */
export function orderContent(order: Extract<WriteContent, { kind: "order" }>): Choice {
  const count = order.items.reduce((sum, item) => sum + item.quantity, 0);
  const { catalogId, text, items } = order;
  const value = {
    catalog_id: catalogId,
    ...(text === undefined ? {} : { text }),
    product_items: items.map((item) => ({
      product_retailer_id: item.productId,
      quantity: item.quantity,
      item_price: item.price,
      currency: item.currency,
    })),
  };
  return {
    kind: "choice",
    title: count === 1 ? "1 item" : `${count} items`,
    description: text ?? null,
    by: "order",
    value: JSON.stringify(value),
  };
}

/** A form that was filled in: the phone shows that it was, the business gets what. */
export function formContent(form: Extract<WriteContent, { kind: "form" }>): Choice {
  return {
    kind: "choice",
    title: form.body ?? "Sent",
    description: null,
    by: form.of === "flow" ? "form" : "address",
    value: JSON.stringify(form.values),
  };
}
