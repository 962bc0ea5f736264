import { useTranslation } from "react-i18next";
import type { Slot } from "../state/desk.ts";
import { usePhones } from "../state/store.ts";
import { columnId } from "./column-id.ts";

type Props = {
  readonly slots: readonly Slot[];
  /** The phones have room for one beside a panel. */
  readonly aside: boolean;
};

/** Where one phone is seen at a time, these bring the others, as swiping does. */
export function PhoneTabs({ slots, aside }: Props) {
  const { t } = useTranslation();
  const people = usePhones((phones) => phones.people);
  if (slots.length < 2) return null;
  return (
    <nav
      aria-label={t("desk.phones")}
      className={`hairline-b flex flex-none gap-1 overflow-x-auto bg-surface px-2 py-1 ${aside ? "" : "sm:hidden"}`}
    >
      {slots.map((slot) => (
        <button
          key={slot.id}
          type="button"
          className="btn flex-none"
          onClick={() =>
            document.getElementById(columnId(slot))?.scrollIntoView({ behavior: "smooth" })
          }
        >
          {people.find((it) => it.id === slot.personId)?.name ?? t("desk.free")}
        </button>
      ))}
    </nav>
  );
}
