import { useTranslation } from "react-i18next";
import type { ListJson, WabaJson } from "@galka/emulator/wire/control";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { usePhones } from "../../state/store.ts";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { ACCOUNT_KINDS, NUMBER_KINDS } from "./happening-fields.ts";
import { HappeningForm } from "./HappeningForm.tsx";

/** What Meta, partners and the business's own people do, and the business only hears of. */
export function HappeningsPanel() {
  const { t } = useTranslation();
  const numbers = usePhones((phones) => phones.numbers);
  const { value } = usePolled(() => call<ListJson<WabaJson>>("GET", "wabas"), "wabas");
  const wabas = value?.data ?? [];
  return (
    <PanelFrame title={t("bench.happenings")} lead={t("happenings.lead")}>
      <HappeningForm
        title={t("happenings.account")}
        which={t("happenings.whichAccount")}
        place="wabas"
        subjects={wabas.map(({ id, name }) => ({ id, name }))}
        kinds={ACCOUNT_KINDS}
      />
      <HappeningForm
        title={t("happenings.number")}
        which={t("happenings.whichNumber")}
        place="numbers"
        subjects={numbers.map(({ id, displayPhoneNumber, verifiedName }) => ({
          id,
          name: `${displayPhoneNumber} · ${verifiedName}`,
        }))}
        kinds={NUMBER_KINDS}
      />
    </PanelFrame>
  );
}
