import { Link } from "@tanstack/react-router";
import { CircleHelp, PanelLeftOpen, Search, Smartphone } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { classNames } from "../../ui/class-names.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { namedBy } from "../../ui/name-tags.ts";
import { Mark } from "../../ui/marks/Mark.tsx";
import { MentionsButton } from "../mentions/MentionsButton.tsx";
import { MemberMenu } from "./MemberMenu.tsx";
import { overlays } from "./overlays.ts";
import { type Place, placesOf } from "./places.ts";
import { usePhoneDock } from "../demo-phone/phone-dock.ts";

const WIDE_KEY = "galka.rail";

/** The places on the left, with their names when the member wants them. */
export function Rail() {
  const { t } = useTranslation();
  const me = useMe();
  const dock = usePhoneDock();
  const [named, setNamed] = useState(() => localStorage.getItem(WIDE_KEY) === "named");

  function toggleNames(): void {
    localStorage.setItem(WIDE_KEY, named ? "icons" : "named");
    setNamed(!named);
  }

  return (
    <nav
      aria-label={t("shell.places")}
      className={classNames(
        "flex shrink-0 flex-col items-center gap-1 border-r bg-surface-2 px-2 py-3",
        named ? "w-44 items-stretch" : "w-14",
      )}
    >
      <Link to="/inbox" aria-label={t("shell.home")} className="mb-3 flex items-center gap-2 px-1">
        <Mark size={28} />
        {named ? <span className="truncate font-semibold">{me.workspace.name}</span> : null}
      </Link>
      {placesOf(me).map(({ letter, ...place }) =>
        letter === undefined ? null : (
          <PlaceLink key={place.to} place={{ ...place, letter }} named={named} />
        ),
      )}
      <span className="flex-1" />
      <div className={classNames("flex items-center gap-1", named ? "flex-wrap" : "flex-col")}>
        <IconButton
          label={t("search.open")}
          keys="Ctrl K"
          side="right"
          onClick={() => overlays.show("palette")}
        >
          <Search size={20} aria-hidden="true" />
        </IconButton>
        <MentionsButton />
        {dock.available ? (
          <IconButton
            label={dock.shown ? t("phone.hide") : t("phone.show")}
            aria-pressed={dock.shown}
            side="right"
            onClick={dock.toggle}
            className={dock.shown ? "bg-selected text-blue-ink" : ""}
          >
            <Smartphone size={20} aria-hidden="true" />
          </IconButton>
        ) : null}
        <IconButton
          label={t("shortcuts.title")}
          keys="?"
          side="right"
          onClick={() => overlays.show("shortcuts")}
        >
          <CircleHelp size={20} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={named ? t("shell.hideNames") : t("shell.showNames")}
          side="right"
          onClick={toggleNames}
        >
          <PanelLeftOpen size={20} aria-hidden="true" className={named ? "rotate-180" : ""} />
        </IconButton>
        <MemberMenu />
      </div>
    </nav>
  );
}

type PlaceLinkProps = {
  readonly place: Place & { readonly letter: string };
  readonly named: boolean;
};

function PlaceLink({ place, named }: PlaceLinkProps) {
  const { t } = useTranslation();
  const unread = useWorkspace((state) => state.unreadConversations) ?? 0;
  const count = place.to === "/inbox" && unread > 0 ? unread : 0;
  const Icon = place.icon;
  const shownKeys = `G ${place.letter.toUpperCase()}`;
  return (
    <Link
      to={place.to}
      {...(named ? {} : namedBy({ name: t(place.name), keys: shownKeys, side: "right" }))}
      activeProps={{ className: "bg-selected text-blue-ink" }}
      inactiveProps={{ className: "text-ink-2 hover:bg-surface-3 hover:text-ink" }}
      className={classNames(
        "relative flex h-10 items-center gap-3 rounded-control",
        named ? "px-3" : "w-10 justify-center",
      )}
    >
      <Icon size={20} aria-hidden="true" />
      <span className={named ? "font-medium" : "sr-only"}>{t(place.name)}</span>
      {count > 0 ? <UnreadBadge count={count} named={named} /> : null}
    </Link>
  );
}

function UnreadBadge({ count, named }: { readonly count: number; readonly named: boolean }) {
  const { t } = useTranslation();
  return (
    <span
      className={classNames(
        "rounded-full bg-blue px-1.5 text-[11px] leading-4 font-semibold text-on-blue",
        named ? "ml-auto" : "absolute -top-0.5 -right-0.5",
      )}
    >
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("inbox.unreadCount", { count })}</span>
    </span>
  );
}
