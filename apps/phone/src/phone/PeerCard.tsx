import { AtSign, BadgeCheck, Globe, Info, MapPin, Phone, Tag } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ChatId, PeerJson } from "@galka/emulator/wire/control";
import { usePhones } from "../state/store.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { PeerActions } from "./PeerActions.tsx";
import { ScreenHead } from "./ScreenHead.tsx";
import { usePhone } from "./phone-context.ts";
import { categoryKey } from "./category.ts";

/** Who is at the other end: a business's card, or a person's. */
export function PeerCard({ chatId }: { readonly chatId: ChatId }) {
  const { t } = useTranslation();
  const { person, go } = usePhone();
  const chat = usePhones((phones) => phones.chats.get(person.id)?.get(chatId));
  const back = () => go({ at: "chat", chatId });
  if (!chat) return <ScreenHead title="" onBack={back} />;
  const { peer } = chat;
  const business = peer.kind === "business";
  return (
    <>
      <ScreenHead title={business ? t("card.title") : t("card.person")} onBack={back} />
      <div className="min-h-0 flex-1 overflow-y-auto pb-6">
        <div className="flex flex-col items-center gap-1 px-6 pt-4 pb-5 text-center">
          <Avatar
            id={peer.id}
            name={peer.name}
            size={96}
            business={business}
            pictureUrl={business ? peer.profile.pictureUrl : null}
          />
          <p className="mt-3 flex items-center gap-1.5 text-head font-semibold">
            {peer.name}
            {business && peer.official && (
              <BadgeCheck size={20} className="text-blue-ink" aria-label={t("card.official")} />
            )}
          </p>
          <p className="text-ink-2">{peer.phone}</p>
          {business && (
            <p className="text-list text-ink-3">
              {peer.official ? t("card.officialLong") : t("card.businessLong")}
            </p>
          )}
        </div>
        {business && <Profile peer={peer} />}
        <PeerActions chat={chat} />
      </div>
    </>
  );
}

function Profile({ peer }: { readonly peer: Extract<PeerJson, { kind: "business" }> }) {
  const { t } = useTranslation();
  const { profile } = peer;
  const category = categoryKey(profile.vertical);
  return (
    <dl className="hairline-t hairline-b space-y-3 px-4 py-4">
      <Line icon={Info} name={t("card.about")}>
        {profile.about}
      </Line>
      <Line icon={Tag} name={t("card.category")}>
        {category === null ? "" : t(category)}
      </Line>
      <Line icon={Info} name={t("card.description")}>
        {profile.description}
      </Line>
      <Line icon={MapPin} name={t("card.address")}>
        {profile.address}
      </Line>
      <Line icon={Phone} name={t("card.phone")}>
        {peer.phone}
      </Line>
      <Line icon={AtSign} name={t("card.email")}>
        {profile.email}
      </Line>
      {profile.websites.map((site) => (
        <Line key={site} icon={Globe} name={t("card.site")}>
          <a href={site} target="_blank" rel="noreferrer" className="text-blue-ink underline">
            {site}
          </a>
        </Line>
      ))}
    </dl>
  );
}

type LineProps = { readonly icon: LucideIcon; readonly name: string; readonly children: ReactNode };

function Line({ icon: Icon, name, children }: LineProps) {
  if (children === "") return null;
  return (
    <div className="relative ps-8">
      <dt className="text-meta text-ink-3">
        <Icon size={18} aria-hidden className="absolute start-0 top-2" />
        {name}
      </dt>
      <dd dir="auto" className="break-words whitespace-pre-line">
        {children}
      </dd>
    </div>
  );
}
