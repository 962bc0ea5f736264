import { type DestinationStream, type Level, pino } from "pino";
import { redactFacts } from "./redact.ts";
import type { Log } from "./log.ts";

/** Lines of JSON by pino. Facts go through the redaction first, whoever wrote them. */
export function pinoLog(level: Level | "silent", destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const lines = destination ? pino(options, destination) : pino(options);
  return {
    debug: (facts, message) => lines.debug(redactFacts(facts), message),
    info: (facts, message) => lines.info(redactFacts(facts), message),
    warn: (facts, message) => lines.warn(redactFacts(facts), message),
    error: (facts, message) => lines.error(redactFacts(facts), message),
  };
}
