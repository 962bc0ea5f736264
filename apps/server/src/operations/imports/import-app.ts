import type { App } from "../../app.ts";

/** The part of the app that importing needs: the command of the terminal wires no more than this. */
export type ImportApp = Pick<App, "db" | "clock" | "ids" | "wake" | "files" | "log">;
