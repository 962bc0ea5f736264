import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { usePhones } from "../state/store.ts";
import { IconButton } from "../ui/IconButton.tsx";

/** What could not be done and why, until it is put away. */
export function Notices() {
  const { t } = useTranslation();
  const { dismiss } = useActions();
  const notices = usePhones((phones) => phones.notices);
  return (
    <div
      role="alert"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex flex-col items-center gap-2 px-4"
    >
      {notices.slice(-3).map((notice) => (
        <div
          key={notice.id}
          className="rise pointer-events-auto flex max-w-md items-center gap-2 rounded-lg bg-surface py-1.5 ps-4 pe-1.5 shadow-float"
        >
          <p className="min-w-0 flex-1">{notice.text}</p>
          <IconButton icon={X} label={t("close")} onClick={() => dismiss(notice.id)} />
        </div>
      ))}
    </div>
  );
}
