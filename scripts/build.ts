// `npm run build`: builds the two pages (the team's workspace and the phones) when their sources have changed.
import { buildPages } from "./build-pages.ts";

await buildPages();
