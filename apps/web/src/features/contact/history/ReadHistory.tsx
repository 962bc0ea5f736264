import type { ContactJson } from "@galka/contract/json/conversation";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";

const HistoryDialog = lazy(() =>
  import("./HistoryDialog.tsx").then((module) => ({ default: module.HistoryDialog })),
);

/** Opens everything that was ever said with a contact, on all numbers. */
export function ReadHistory({ contact }: { readonly contact: ContactJson }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t("history.open")}
      </Button>
      {open ? (
        <Suspense>
          <HistoryDialog contact={contact} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
