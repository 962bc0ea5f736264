import type { Log } from "../telemetry/log.ts";

/** Says nothing: for tests in which nobody reads the log. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
