/** What the page was asked for by its address: `?person=ID&narrow=1&chat=…&lang=ru&theme=dark`. */
export type Asked = {
  readonly person: string | null;
  readonly chat: string | null;
  /** One phone that fills the frame, and nothing else. */
  readonly narrow: boolean;
  readonly language: Language | null;
  readonly theme: Theme | null;
};

export type Language = "en" | "ru";
export type Theme = "light" | "dark";

export function parseAddress(search: string): Asked {
  const asked = new URLSearchParams(search);
  const language = asked.get("lang")?.slice(0, 2);
  const theme = asked.get("theme");
  return {
    person: asked.get("person") || null,
    chat: asked.get("chat") || null,
    narrow: asked.get("narrow") === "1",
    language: language === "en" || language === "ru" ? language : null,
    theme: theme === "light" || theme === "dark" ? theme : null,
  };
}
