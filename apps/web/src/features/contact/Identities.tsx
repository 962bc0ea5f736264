import type { ContactJson } from "@galka/contract/json/conversation";
import { AtSign, Copy, Fingerprint, Phone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { phoneText, usePhoneFormat } from "./phone-format.ts";
import { PanelSection } from "./PanelSection.tsx";

type Identity = ContactJson["identities"][number];

const ORDER: readonly Identity["kind"][] = ["phone", "username", "bsuid"];
const ICONS = { phone: Phone, username: AtSign, bsuid: Fingerprint } as const;

/** The ways in which the channel knows a contact. */
export function Identities({ identities }: { readonly identities: readonly Identity[] }) {
  const { t } = useTranslation();
  return (
    <PanelSection title={t("contact.identities")}>
      {identities.length === 0 ? (
        <p className="text-list text-ink-2">{t("contact.noIdentity")}</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {identities.toSorted(byUse).map((identity) => (
          <Row key={identity.id} identity={identity} />
        ))}
      </ul>
    </PanelSection>
  );
}

/** What one calls or writes to comes first, the id that only machines use last. */
function byUse(a: Identity, b: Identity): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

function Row({ identity }: { readonly identity: Identity }) {
  const { t } = useTranslation();
  usePhoneFormat();
  const Icon = ICONS[identity.kind];
  const value = identity.kind === "phone" ? phoneText(identity.value) : identity.value;

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(value);
    toasts.add({ title: t("action.copied") });
  }

  return (
    <li className="flex items-center gap-2">
      <Icon size={16} aria-hidden="true" className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block text-meta text-ink-2">{t(`contact.identity.${identity.kind}`)}</span>
        <span
          className={
            identity.kind === "bsuid" ? "block truncate font-mono text-meta" : "block truncate"
          }
        >
          {value}
        </span>
      </span>
      <IconButton label={t("action.copyThis", { what: value })} onClick={() => void copy()}>
        <Copy size={16} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
