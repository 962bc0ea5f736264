import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Block } from "../parts/Block.tsx";

const MINUTE_MS = 60_000;

type Props = { readonly now: number; readonly onSet: (iso: string) => void };

/** Sets the clock to a moment of the reader's time zone. */
export function SetTime({ now, onSet }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(() => localTime(now));
  const at = new Date(text);
  const valid = !Number.isNaN(at.getTime());
  return (
    <Block title={t("clock.set")}>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) onSet(at.toISOString());
        }}
      >
        <div>
          <label htmlFor={id} className="mb-1 block text-list font-medium text-ink-2">
            {t("clock.moment")}
          </label>
          <input
            id={id}
            type="datetime-local"
            className="field"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <button type="submit" className="btn" disabled={!valid}>
          {t("clock.setVerb")}
        </button>
      </form>
    </Block>
  );
}

/** As an input of that kind wants it: without a zone, to the minute. */
export function localTime(at: number): string {
  const zoneMs = new Date(at).getTimezoneOffset() * MINUTE_MS;
  return new Date(at - zoneMs).toISOString().slice(0, 16);
}
