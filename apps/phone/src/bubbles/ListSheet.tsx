import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardContent } from "@galka/emulator/wire/control";
import { Sheet } from "../ui/Sheet.tsx";
import type { Shown } from "./shown.ts";
import { useTap } from "./use-tap.ts";

type Props = {
  readonly list: NonNullable<CardContent["list"]>;
  readonly shown: Shown;
  readonly onClose: () => void;
};

/** The sheet of a list message: choose one row, then send it. */
export function ListSheet({ list, shown, onClose }: Props) {
  const { t } = useTranslation();
  const tap = useTap(shown);
  const rows = list.sections.flatMap((section) => section.rows);
  const [chosen, setChosen] = useState<string | null>(null);
  const row = rows.find((it) => it.actionId === chosen);
  return (
    <Sheet title={list.button} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (row) tap(row);
          onClose();
        }}
      >
        {list.sections.map((section, at) => (
          <fieldset key={at} className="pb-2">
            <legend className="px-4 pt-2 text-list font-semibold text-blue-ink">
              {section.title ?? <span className="sr-only">{list.button}</span>}
            </legend>
            {section.rows.map((it) => (
              <label key={it.actionId} className="row-btn cursor-pointer">
                <span className="min-w-0 flex-1">
                  <span dir="auto" className="block font-medium">
                    {it.title}
                  </span>
                  {it.description !== null && (
                    <span dir="auto" className="block text-list text-ink-2">
                      {it.description}
                    </span>
                  )}
                </span>
                <input
                  type="radio"
                  name="row"
                  className="size-5 flex-none accent-blue"
                  checked={chosen === it.actionId}
                  onChange={() => setChosen(it.actionId)}
                />
              </label>
            ))}
          </fieldset>
        ))}
        <div className="px-4 pt-2">
          <button type="submit" className="btn btn-primary w-full" disabled={!row}>
            {t("send")}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
