import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app.css";
import { reloadWhenOutdated } from "./features/shell/worker/reload-when-outdated.ts";
import { firstLocale, startI18n } from "./i18n/start-i18n.ts";
import { createPage } from "./router.tsx";
import { NameTags } from "./ui/NameTags.tsx";
import { Toasts } from "./ui/Toasts.tsx";

const root = document.querySelector("#root");
if (!root) throw new Error("The page has no #root.");

reloadWhenOutdated();
await startI18n(firstLocale());
const { router, queryClient } = createPage();
const stopWaiting = router.subscribe("onRendered", () => {
  stopWaiting();
  document.querySelector("#starting")?.remove();
});

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toasts />
      <NameTags />
    </QueryClientProvider>
  </StrictMode>,
);
