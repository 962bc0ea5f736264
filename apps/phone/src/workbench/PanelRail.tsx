import {
  Camera,
  Clock,
  FileCheck2,
  Gauge,
  type LucideIcon,
  Megaphone,
  Receipt,
  ScrollText,
  Settings2,
  Smartphone,
  Users,
  Zap,
} from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { addressTo, hashOf, type PanelName, PANELS, useWhere } from "./panel.ts";

const ICONS: Readonly<Record<PanelName | "phones", LucideIcon>> = {
  phones: Smartphone,
  templates: FileCheck2,
  number: Gauge,
  bill: Receipt,
  log: ScrollText,
  faults: Zap,
  happenings: Megaphone,
  clock: Clock,
  snapshots: Camera,
  population: Users,
  settings: Settings2,
};

/** The ways to everything around the phones. */
export function PanelRail() {
  const { t } = useTranslation();
  const { panel } = useWhere();
  return (
    <nav
      aria-label={t("bench.title")}
      className="flex w-22 flex-none flex-col gap-0.5 overflow-y-auto border-e border-hairline bg-surface p-1.5 max-sm:w-full max-sm:flex-row max-sm:overflow-x-auto max-sm:border-e-0 max-sm:border-b max-sm:p-1"
    >
      <RailLink name="phones" href="#phones" current={panel === null} />
      {PANELS.map((name) => (
        <RailLink key={name} name={name} href={hashOf(name)} current={panel === name} />
      ))}
    </nav>
  );
}

type LinkProps = {
  readonly name: PanelName | "phones";
  readonly href: string;
  readonly current: boolean;
};

function RailLink({ name, href, current }: LinkProps) {
  const { t } = useTranslation();
  const Icon = ICONS[name];
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [current]);
  return (
    <a
      ref={link}
      href={addressTo(href)}
      aria-current={current ? "page" : undefined}
      className={`flex min-h-13 flex-none flex-col items-center justify-center gap-0.5 rounded-lg px-1 text-meta focus-visible:outline-offset-[-2px] max-sm:min-w-18 ${
        current ? "bg-surface-3 font-medium text-blue-ink" : "text-ink-2 hover:bg-surface-3"
      }`}
    >
      <Icon size={20} aria-hidden />
      {t(`bench.${name}`)}
    </a>
  );
}
