/** A number as somebody sees it who may not call it: enough to tell two people apart. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/gu, "");
  return digits.length <= 4 ? "••••" : `••••${digits.slice(-4)}`;
}

/**
 * What is told to a member who may not see whole phone numbers.
 *
 * Identities are masked wherever they stand in `told`, and so is a number that
 * stands where a name is missing. What people wrote to each other stays: it is
 * the conversation.
 */
export function withMaskedPhones<T>(told: T): T {
  // The shape stays the same: strings become strings.
  return masked(told) as T;
}

function masked(told: unknown): unknown {
  if (Array.isArray(told)) return told.map(masked);
  if (typeof told !== "object" || told === null) return told;
  const isPhone = "kind" in told && told.kind === "phone" && "value" in told && "id" in told;
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      typeof value === "string" && isNumber(name, value, isPhone)
        ? maskPhone(value)
        : masked(value),
    ]),
  );
}

function isNumber(name: string, value: string, isPhone: boolean): boolean {
  return isPhone ? name === "value" : name === "contactName" && /^\d{7,15}$/u.test(value);
}
