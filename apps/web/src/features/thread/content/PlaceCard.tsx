import type { placeJson } from "@galka/contract/json/content";
import { MapPin } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";

type Props = { readonly place: z.infer<typeof placeJson> };

/** A place in words and numbers. No map is fetched from anybody; the link opens one when it is wanted. */
export function PlaceCard({ place }: Props) {
  const { t } = useTranslation();
  const { latitude, longitude, name, address } = place;
  const link = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <div className="flex w-70 max-w-full gap-3 py-1">
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-blue-soft text-blue-ink">
        <MapPin size={20} aria-hidden="true" />
      </span>
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name ?? t("kind.location")}</p>
        {address ? <p className="text-list text-ink-2 wrap-anywhere">{address}</p> : null}
        <p className="font-mono text-meta text-ink-2">
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </p>
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          className="link inline-flex min-h-6 items-center text-list"
        >
          {t("place.open")}
        </a>
      </div>
    </div>
  );
}
