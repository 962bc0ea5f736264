import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BillLineJson } from "@galka/emulator/wire/control";
import { exactTime } from "../../text/time.ts";
import { queryOf, sendFilter } from "../log/query.ts";
import { Search } from "../log/Search.tsx";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { money } from "../parts/figures.ts";
import { useTail } from "../parts/use-tail.ts";
import { countryName, reasonWords } from "./bill-words.ts";

const SHOWN = 100;
const CHARGES = ["", "regular", "free"] as const;

/** The bill message by message, the latest first. */
export function BillLines({ month }: { readonly month: string }) {
  const { t } = useTranslation();
  const [sought, setSought] = useState("");
  const [charge, setCharge] = useState<(typeof CHARGES)[number]>("");
  const { to = "", wamid = "" } = sendFilter(sought);
  const query = queryOf({ month, charge, to, wamid });
  const { value } = useTail<BillLineJson>("bill/lines", query, SHOWN);
  return (
    <Block title={t("bill.lines")} note={value?.length === SHOWN ? t("bill.last") : undefined}>
      <div className="mb-2 flex flex-wrap gap-2">
        <Search label={t("bill.search")} onSearch={setSought} />
        <Choice
          label={t("bill.charge")}
          bare
          value={charge}
          options={CHARGES}
          words={(it) => t(`bill.charges.${it === "" ? "all" : it}`)}
          onChange={setCharge}
        />
      </div>
      {value?.length === 0 && <p className="py-6 text-center text-ink-3">{t("bill.noLines")}</p>}
      <ol aria-label={t("bill.lines")} className="divide-y divide-hairline">
        {value?.map((line) => (
          <Line key={line.wamid} line={line} />
        ))}
      </ol>
    </Block>
  );
}

function Line({ line }: { readonly line: BillLineJson }) {
  const { t, i18n } = useTranslation();
  const at = Date.parse(line.deliveredAt);
  return (
    <li className="flex items-center gap-3 py-1.5 text-list">
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <span className="font-mono">{line.to}</span> · {countryName(line.country, i18n.language)}{" "}
          · {t(`bill.category.${line.category}`, { defaultValue: line.category })}
        </span>
        <span className="block text-meta text-ink-3">
          {reasonWords(t, line.reason)} · {exactTime(at, i18n.language)}
          {line.standing !== "published" && ` · ${t(`bill.standing.${line.standing}`)}`}
        </span>
      </span>
      <span className={`flex-none ${line.amountMicros === 0 ? "text-green" : "font-medium"}`}>
        {line.amountMicros === 0
          ? t("bill.isFree")
          : money(line.amountMicros, line.currency, i18n.language)}
      </span>
    </li>
  );
}
