import { useTranslation } from "react-i18next";
import type { ChatJson, ChatStandingJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { call } from "../api/emulator.ts";
import { usePolled } from "../api/use-polled.ts";
import { Switch } from "../ui/Switch.tsx";

/** Whether a person wants what a business advertises. */
export function MarketingSwitch({ chat }: { readonly chat: ChatJson }) {
  const { t } = useTranslation();
  const { attempt, setMarketing } = useActions();
  const path = `people/${chat.personId}/chats/${chat.id}/standing`;
  const { value, again } = usePolled(() => call<ChatStandingJson>("GET", path), path);
  if (value === null) return null;
  return (
    <Switch
      label={t("marketing.offers")}
      hint={value.marketingStopped ? t("marketing.stopped") : t("marketing.on")}
      checked={!value.marketingStopped}
      onChange={(wanted) =>
        attempt(async () => {
          await setMarketing(chat.personId, chat.id, wanted);
          again();
        })
      }
    />
  );
}
