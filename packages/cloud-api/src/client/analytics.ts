import { list, number, object, own, text, isObject } from "../reader.ts";
import type { PricingPoint, PricingQuestion } from "../wire/analytics.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions } from "./options.ts";

const readPoint = object(
  { start: number, end: number },
  {
    phone_number: text,
    country: text,
    tier: text,
    pricing_type: text,
    pricing_category: text,
    volume: number,
    cost: number,
  },
);
const readPoints = list(object({ data_points: list(readPoint) }, {}));

/** What Meta has counted of an account. */
export function analyticsOf(graph: Graph) {
  return {
    /**
     * How many messages were delivered, and what Meta charged for them.
     *
     * Messages are charged one by one since 2025-07-01; what was before is told by other analytics.
     */
    async pricing(
      wabaId: string,
      question: PricingQuestion,
      options: CallOptions = {},
    ): Promise<readonly PricingPoint[]> {
      const query = { fields: `pricing_analytics${modifiersOf(question)}` };
      return graph.call({ method: "GET", path: path(wabaId), query, ...options }, readPricing);
    },
  };
}

function modifiersOf(question: PricingQuestion): string {
  const { start, end, granularity, dimensions, phoneNumbers = [] } = question;
  const listed = (values: readonly string[]) => JSON.stringify(values);
  return [
    `.start(${start})`,
    `.end(${end})`,
    `.granularity(${granularity})`,
    `.phone_numbers(${listed(phoneNumbers)})`,
    ...(dimensions === undefined ? [] : [`.dimensions(${listed(dimensions)})`]),
  ].join("");
}

/** An account in which nothing has happened is answered without the field. */
function readPricing(value: unknown): readonly PricingPoint[] | undefined {
  if (!isObject(value)) return undefined;
  const analytics = own(value, "pricing_analytics");
  if (analytics === undefined) return [];
  if (!isObject(analytics)) return undefined;
  return readPoints(own(analytics, "data"))?.flatMap(({ data_points }) => data_points);
}
