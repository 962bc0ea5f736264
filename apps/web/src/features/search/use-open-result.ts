import { useNavigate, useParams } from "@tanstack/react-router";
import { isDark } from "../shell/theme.ts";
import { overlays } from "../shell/overlays.ts";
import { useChangePreferences } from "../shell/use-preferences.ts";
import { drafts } from "../composer/drafts.ts";
import type { Command } from "./commands.ts";
import type { Result } from "./results.ts";

/** Goes where a line of the palette leads, or does what it says. */
export function useOpenResult(): (result: Result) => void {
  const navigate = useNavigate();
  const change = useChangePreferences();
  const { conversationId: opened } = useParams({ strict: false });

  function run({ id, go, show }: Command): void {
    if (go) void navigate(go);
    overlays.show(show ?? null);
    if (id === "theme") change({ theme: isDark() ? "light" : "dark" });
  }

  return (result) => {
    overlays.close();
    if (result.kind === "command") return run(result.command);
    if (result.kind === "view") {
      void navigate({ to: "/inbox", search: { view: result.view.id } });
      return;
    }
    if (result.kind === "reply") {
      offerIn(opened, result.reply.shortcut);
      if (!opened) void navigate({ to: "/settings/quick-replies" });
      return;
    }
    if (result.kind === "message") {
      const { conversationId, messageId } = result.found;
      void navigate({
        to: "/inbox/$conversationId",
        params: { conversationId },
        search: { message: messageId },
      });
      return;
    }
    const { conversationId, contact } = result.found;
    if (conversationId) void navigate({ to: "/inbox/$conversationId", params: { conversationId } });
    else void navigate({ to: "/contacts/$contactId", params: { contactId: contact.id } });
  };
}

/** Has the open conversation's field offer the quick reply; words that are written there are not touched. */
function offerIn(conversationId: string | undefined, shortcut: string): void {
  if (conversationId && drafts.of(conversationId).trim() === "") {
    drafts.write(conversationId, `/${shortcut}`);
  }
}
