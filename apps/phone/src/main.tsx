import "./styles/page.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createActions, ActionsContext } from "./api/actions.ts";
import { App } from "./App.tsx";
import { setUpWords } from "./i18n/set-up-words.ts";
import { parseAddress } from "./prefs/address.ts";
import { setUpTheme } from "./prefs/theme.ts";
import { storedCleared } from "./state/cleared.ts";
import { NOTHING } from "./state/model.ts";
import { createStore, StoreContext } from "./state/store.ts";

const asked = parseAddress(location.search);
setUpTheme(asked.theme);
await setUpWords(asked.language);

const store = createStore({ ...NOTHING, cleared: storedCleared() });
const actions = createActions(store);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root to put the page into.");

createRoot(root).render(
  <StrictMode>
    <StoreContext value={store}>
      <ActionsContext value={actions}>
        <App asked={asked} />
      </ActionsContext>
    </StoreContext>
  </StrictMode>,
);
