import type { MessageContentJson } from "@galka/contract/json/content";
import { useTranslation } from "react-i18next";

type Props = { readonly content: Extract<MessageContentJson, { kind: "form" }> };

/** The answers a contact gave in a form. */
export function Form({ content }: Props) {
  const { t } = useTranslation();
  return (
    <div className="w-70 max-w-full">
      <p className="text-meta text-ink-2">{t("form.answered")}</p>
      <p className="font-medium">{content.name}</p>
      <dl className="mt-1 flex flex-col gap-1">
        {Object.entries(content.answers)
          // Meta's own key, which says nothing to a person.
          .filter(([name]) => name !== "flow_token")
          .map(([name, value]) => (
            <div key={name}>
              <dt className="text-meta text-ink-2 wrap-anywhere">{name.replaceAll("_", " ")}</dt>
              <dd className="wrap-anywhere" dir="auto">
                {answerText(value)}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

function answerText(value: unknown): string {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  if (Array.isArray(value)) return value.map(answerText).join(", ");
  return value === null ? "–" : JSON.stringify(value);
}
