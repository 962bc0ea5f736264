import {
  Clock,
  Flag,
  Hash,
  Lightbulb,
  PawPrint,
  Plane,
  Smile,
  Trophy,
  User,
  Utensils,
  type LucideIcon,
} from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { findEmoji, GROUPS, loadEmoji, type Emoji } from "./emoji-data.ts";
import { EmojiGrid } from "./EmojiGrid.tsx";
import { recentEmoji, rememberEmoji } from "./recent.ts";

const FOUND = 80;
type Tab = "recent" | (typeof GROUPS)[number];

const ICON: Record<Tab, LucideIcon> = {
  recent: Clock,
  0: Smile,
  1: User,
  3: PawPrint,
  4: Utensils,
  5: Plane,
  6: Trophy,
  7: Lightbulb,
  8: Hash,
  9: Flag,
};

/** Every emoji, by group, or by a word in the reader's language. */
export function EmojiPanel({ onChoose }: { readonly onChoose: (emoji: string) => void }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState<readonly Emoji[] | null>(null);
  const [recent] = useState(recentEmoji);
  const [tab, setTab] = useState<Tab>(recent.length > 0 ? "recent" : 0);
  const [sought, setSought] = useState("");

  useEffect(() => {
    let wanted = true;
    void loadEmoji(i18n.language).then((loaded) => {
      if (wanted) setAll(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [i18n.language]);

  const tabs: readonly Tab[] = recent.length > 0 ? ["recent", ...GROUPS] : GROUPS;
  const shown = all && shownOf(all, tab, sought, recent);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 pb-2">
        <input
          type="search"
          data-autofocus=""
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          aria-label={t("emoji.search")}
          placeholder={t("emoji.search")}
          className="h-10 w-full rounded-full border border-transparent bg-surface-3 px-4"
        />
      </div>
      {sought.trim() === "" && (
        <fieldset aria-label={t("emoji.groups")} className="hairline-b flex min-w-0 px-2">
          {tabs.map((it) => {
            const Icon = ICON[it];
            return (
              <button
                key={it}
                type="button"
                aria-pressed={tab === it}
                aria-label={t(`emoji.group.${it}`)}
                title={t(`emoji.group.${it}`)}
                className={`grid h-9 min-w-6 flex-1 place-items-center border-b-2 ${
                  tab === it ? "border-blue text-blue-ink" : "border-transparent text-ink-3"
                }`}
                onClick={() => setTab(it)}
              >
                <Icon size={18} aria-hidden />
              </button>
            );
          })}
        </fieldset>
      )}
      {shown?.length === 0 && (
        <p className="p-6 text-center text-ink-3">{t("emoji.none", { sought })}</p>
      )}
      <EmojiGrid
        emoji={shown ?? []}
        onChoose={(emoji) => {
          rememberEmoji(emoji);
          onChoose(emoji);
        }}
      />
    </div>
  );
}

function shownOf(
  all: readonly Emoji[],
  tab: Tab,
  sought: string,
  recent: readonly string[],
): readonly Emoji[] {
  if (sought.trim() !== "") return findEmoji(all, sought, FOUND);
  if (tab !== "recent") return all.filter((it) => it.group === tab);
  return recent.flatMap((emoji) => all.find((it) => it.emoji === emoji) ?? []);
}
