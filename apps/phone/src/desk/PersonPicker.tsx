import { UserPlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { usePhones } from "../state/store.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { NewPersonForm } from "./NewPersonForm.tsx";

/** A phone that is nobody's yet: choose a person of the emulator, or make one. */
export function PersonPicker({ onChoose }: { readonly onChoose: (personId: string) => void }) {
  const { t } = useTranslation();
  const { attempt, loadPeople } = useActions();
  const people = usePhones((phones) => phones.people);
  const [making, setMaking] = useState(false);
  const [sought, setSought] = useState("");
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ inline: "center" });
  }, []);
  useEffect(() => attempt(loadPeople), [attempt, loadPeople]);
  const words = sought.trim().toLocaleLowerCase();

  return (
    <section
      ref={box}
      aria-label={t("desk.free")}
      className="h-full rounded-[36px] bg-shell p-2.5 shadow-float max-sm:rounded-none max-sm:p-0"
    >
      <div className="flex h-full flex-col overflow-hidden rounded-[27px] bg-surface max-sm:rounded-none">
        <h2 className="px-4 pt-5 pb-3 text-head font-semibold">
          {making ? t("person.new") : t("person.choose")}
        </h2>
        {making ? (
          <NewPersonForm onMade={onChoose} onCancel={() => setMaking(false)} />
        ) : (
          <>
            <div className="px-4 pb-2">
              <input
                type="search"
                value={sought}
                onChange={(event) => setSought(event.target.value)}
                aria-label={t("person.search")}
                placeholder={t("person.search")}
                className="h-10 w-full rounded-full border border-transparent bg-surface-3 px-4"
              />
            </div>
            <button type="button" className="row-btn text-blue-ink" onClick={() => setMaking(true)}>
              <span className="grid size-10 place-items-center rounded-full bg-surface-3">
                <UserPlus size={20} aria-hidden />
              </span>
              <span className="font-medium">{t("person.new")}</span>
            </button>
            <ul className="min-h-0 flex-1 overflow-y-auto" aria-label={t("person.choose")}>
              {people
                .filter((it) => `${it.name} ${it.waId}`.toLocaleLowerCase().includes(words))
                .map((person) => (
                  <li key={person.id}>
                    <button type="button" className="row-btn" onClick={() => onChoose(person.id)}>
                      <Avatar id={person.id} name={person.name} />
                      <span className="min-w-0">
                        <span className="block truncate font-medium">{person.name}</span>
                        <span className="block text-list text-ink-3">+{person.waId}</span>
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
