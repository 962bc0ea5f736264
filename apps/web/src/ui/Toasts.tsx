import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toasts } from "./toasts.ts";

/** Short remarks that leave by themselves, above everything, at the lower left. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} timeout={6000} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed bottom-18 left-4 z-50 flex w-[min(360px,calc(100vw-32px))] flex-col gap-2 narrow:bottom-4 narrow:left-20">
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { t } = useTranslation();
  const { toasts: shown } = Toast.useToastManager();
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rises flex items-start gap-2 rounded-control bg-ink px-3 py-2 text-surface shadow-float"
    >
      <Toast.Content className="min-w-0 flex-1">
        <Toast.Title className="font-medium" />
        <Toast.Description className="text-list opacity-90" />
      </Toast.Content>
      <Toast.Action className="control px-2 font-semibold underline" />
      <Toast.Close
        aria-label={t("action.close")}
        className="grid size-6 place-items-center rounded"
      >
        <X size={16} aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ));
}
