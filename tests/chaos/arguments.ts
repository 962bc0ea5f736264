import { parseArgs } from "node:util";

export type ChaosOptions = {
  readonly messages: number;
  readonly people: number;
  readonly seed: number;
  readonly killEveryMs: number;
};

/** `--messages 5000 --people 100 --seed 7 --kill-every 4000`: all have defaults. */
export function argumentsOf(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      messages: { type: "string", default: "5000" },
      people: { type: "string", default: "100" },
      seed: { type: "string", default: "7" },
      "kill-every": { type: "string", default: "4000" },
    },
  });
  return {
    messages: positive("messages", values.messages),
    people: positive("people", values.people),
    seed: positive("seed", values.seed),
    killEveryMs: positive("kill-every", values["kill-every"]),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} takes a whole number above zero, not "${text}".`);
}
