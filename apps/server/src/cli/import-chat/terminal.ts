import { createInterface } from "node:readline/promises";
import type { Ask } from "./choose.ts";

/** Asks on the terminal; null when there is none, or nothing is to be asked. */
export function askOnTerminal(mayAsk: boolean): Ask {
  if (!mayAsk || !process.stdin.isTTY || !process.stdout.isTTY) return null;
  return {
    async pick(question, answers) {
      const list = answers.map((answer, index) => `  ${index + 1}) ${answer}`).join("\n");
      for (;;) {
        const typed = Number(await typedAnswer(`${question}\n${list}\nNumber: `));
        if (Number.isInteger(typed) && typed >= 1 && typed <= answers.length) return typed - 1;
      }
    },
    text: typedAnswer,
  };
}

async function typedAnswer(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

/** A line that is written over itself on a terminal, and now and then in a log. */
export function progressOn(stream: NodeJS.WriteStream): {
  readonly show: (line: string) => void;
  readonly end: () => void;
} {
  let shownMs = Number.NEGATIVE_INFINITY;
  return {
    show(line) {
      if (!stream.isTTY && performance.now() - shownMs < LOG_EVERY_MS) return;
      shownMs = performance.now();
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end: () => void (stream.isTTY && stream.write("\r\u001b[K")),
  };
}

const LOG_EVERY_MS = 5_000;
