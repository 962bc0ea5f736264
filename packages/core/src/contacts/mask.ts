/** A number as somebody sees it who may not call it: enough to tell two people apart. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/gu, "");
  return digits.length <= 4 ? "••••" : `••••${digits.slice(-4)}`;
}

/**
 * What is told to a member who may not see whole phone numbers.
 *
 * Identities are masked wherever they stand in `told`, and so is a number that
 * stands where a name is missing or in a field of a contact. What people wrote to each other stays: it is
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
      name === "fields"
        ? maskedFields(value)
        : typeof value === "string" && isNumber(name, value, isPhone)
          ? maskPhone(value)
          : masked(value),
    ]),
  );
}

/** A number that is kept in a field, as numbers are written: "+49 151 1234567". */
const WRITTEN_NUMBER = /^\+[\d\s().\-/]{7,24}$/u;

/** The fields of a contact: what is a number in them is as little theirs to see. */
export function maskedFields(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return masked(fields);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, maskedField(value)]),
  );
}

function maskedField(value: unknown): unknown {
  if (typeof value !== "string") return masked(value);
  return WRITTEN_NUMBER.test(value) ? maskPhone(value) : value;
}

function isNumber(name: string, value: string, isPhone: boolean): boolean {
  return isPhone
    ? name === "value"
    : (name === "contactName" || name === "phone") && /^\d{7,15}$/u.test(value);
}
