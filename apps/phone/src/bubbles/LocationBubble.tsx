import { MapPin } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { LocationContent } from "@galka/emulator/wire/control";

/** A place: a sketch of a map with the pin, its name, and the coordinates to open elsewhere. */
export function LocationBubble({ location }: { readonly location: LocationContent }) {
  const { t } = useTranslation();
  const { latitude, longitude, name, address } = location;
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={t("location.open", { name: name ?? t("kind.location") })}
      className="block w-65 max-w-full overflow-hidden rounded-lg no-underline"
    >
      <span className="relative block h-28 bg-surface-3">
        <Sketch turn={Math.round(latitude * 7 + longitude * 13) % 90} />
        <MapPin
          size={34}
          aria-hidden
          className="absolute top-1/2 left-1/2 -translate-x-1/2 -translate-y-full fill-red text-surface"
        />
      </span>
      <span className="block bg-surface-3/60 px-2.5 py-2">
        {name !== null && (
          <span dir="auto" className="block text-[15px]/5 font-medium">
            {name}
          </span>
        )}
        {address !== null && (
          <span dir="auto" className="block text-list text-ink-2">
            {address}
          </span>
        )}
        <span className="block font-mono text-meta text-ink-2">
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </span>
      </span>
    </a>
  );
}

/** Streets that stand for a map: the page asks no map server for anything. */
function Sketch({ turn }: { readonly turn: number }) {
  return (
    <svg viewBox="0 0 260 112" className="absolute inset-0 size-full text-edge" aria-hidden>
      <g transform={`rotate(${turn} 130 56)`} fill="none" stroke="currentColor" opacity="0.45">
        <path d="M-80 20H340M-80 92H340" strokeWidth="5" />
        <path d="M40 -90V220M130 -90V220M214 -90V220" strokeWidth="3" />
        <path d="M-80 56C40 30 120 84 340 44" strokeWidth="8" />
        <path d="M-20 -60L300 190" strokeWidth="2" />
      </g>
    </svg>
  );
}
