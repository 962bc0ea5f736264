import { Outlet, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { BottomBar } from "./narrow/BottomBar.tsx";
import { ConnectionBar } from "./ConnectionBar.tsx";
import { DockedPhone } from "../demo-phone/DockedPhone.tsx";
import { NewMessageAnnouncer } from "./NewMessageAnnouncer.tsx";
import { PageGate } from "../access/PageGate.tsx";
import { overlays, useOverlay } from "./overlays.ts";
import { Rail } from "./Rail.tsx";
import { useFreshQueries } from "./use-fresh-queries.ts";
import { useRoleReload } from "../team/use-role-reload.ts";
import { useNotifications } from "./use-notifications.ts";
import { usePush } from "./worker/use-push.ts";
import { useWorker } from "./worker/use-worker.ts";
import { usePlaceShortcuts } from "./use-place-shortcuts.ts";
import { usePreferences } from "./use-preferences.ts";
import { useUnreadTitle } from "./use-unread-title.ts";

const HealthBar = lazy(() =>
  import("../number-health/HealthBar.tsx").then((module) => ({
    default: module.HealthBar,
  })),
);

const Palette = lazy(() =>
  import("../search/Palette.tsx").then((module) => ({ default: module.Palette })),
);

const MorePlaces = lazy(() =>
  import("./narrow/MorePlaces.tsx").then((module) => ({ default: module.MorePlaces })),
);
const ShortcutSheet = lazy(() =>
  import("../shortcuts/ShortcutSheet.tsx").then((module) => ({ default: module.ShortcutSheet })),
);

/** The frame around every place: the rail or the bottom bar, the place, and in a demo a phone beside it. */
export function Shell() {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const { conversationId } = useParams({ strict: false });
  const overlay = useOverlay();
  usePreferences();
  useUnreadTitle();
  useNotifications();
  useWorker();
  usePush();
  useFreshQueries();
  useRoleReload();
  usePlaceShortcuts();

  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#place"
        className="sr-only z-50 bg-blue p-2 text-on-blue focus:not-sr-only focus:absolute"
      >
        {t("shell.skip")}
      </a>
      <ConnectionBar />
      <Suspense>
        <HealthBar />
      </Suspense>
      <div className="flex min-h-0 flex-1">
        {narrow ? null : <Rail />}
        <main id="place" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <PageGate of="place">
            <Outlet />
          </PageGate>
        </main>
        <DockedPhone />
      </div>
      {narrow && !conversationId ? <BottomBar /> : null}
      <NewMessageAnnouncer />
      {overlay === "places" && narrow ? (
        <Suspense>
          <MorePlaces onClose={overlays.close} />
        </Suspense>
      ) : null}
      {overlay === "shortcuts" ? (
        <Suspense>
          <ShortcutSheet onClose={overlays.close} />
        </Suspense>
      ) : null}
      {overlay === "palette" ? (
        <Suspense>
          <Palette onClose={overlays.close} />
        </Suspense>
      ) : null}
    </div>
  );
}
