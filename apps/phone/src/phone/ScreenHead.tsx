import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/IconButton.tsx";

type Props = {
  readonly title: string;
  readonly onBack: () => void;
  readonly children?: ReactNode;
};

/** The head of a screen that one can go back from. */
export function ScreenHead({ title, onBack, children }: Props) {
  const { t } = useTranslation();
  return (
    <header className="hairline-b flex h-14 flex-none items-center gap-1 px-2">
      <IconButton icon={ArrowLeft} label={t("back")} onClick={onBack} />
      <h2 className="min-w-0 flex-1 truncate text-[17px] font-semibold">{title}</h2>
      {children}
    </header>
  );
}
