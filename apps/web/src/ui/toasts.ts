import { Toast } from "@base-ui/react/toast";

/** Where a toast can be raised from anywhere; `Toasts` shows them. */
export const toasts = Toast.createToastManager();
