import { readFileSync } from "node:fs";
import type { z } from "zod";
import { findProblems, type Problem } from "./find-problems.ts";
import { type DescribedWorld, worldDescription } from "./world-description.ts";

/** The description of a world is not as it should be; the message names every place. */
export class WorldDescriptionError extends Error {
  override readonly name = "WorldDescriptionError";
}

/** @throws WorldDescriptionError naming each path and what to do there. */
export function readDescription(value: unknown, source = "The world"): DescribedWorld {
  const parsed = worldDescription.safeParse(value);
  if (!parsed.success) throw invalid(source, parsed.error.issues.map(problemOf));
  const problems = findProblems(parsed.data);
  if (problems.length > 0) throw invalid(source, problems);
  return parsed.data;
}

/** @throws WorldDescriptionError also when there is no such file, or no JSON in it. */
export function readWorldFile(path: string): DescribedWorld {
  return readDescription(parse(path, readText(path)), path);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new WorldDescriptionError(`There is no file ${path} that can be read. Check --world.`);
  }
}

function parse(path: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new WorldDescriptionError(`${path} is not JSON: ${said}`);
  }
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((it) => (typeof it === "symbol" ? String(it) : it));
  return { path, message: issue.message };
}

function invalid(source: string, problems: readonly Problem[]): WorldDescriptionError {
  const lines = problems.map(({ path, message }) => `  ${written(path)}: ${message}`);
  return new WorldDescriptionError(
    `${source} is not as it should be:\n${lines.join("\n")}\nWhat it may say is in world.schema.json of @galka/emulator (GET /_emulator/world-schema.json).`,
  );
}

/** `wabas[0].numbers[1].phone`; the top itself is `world`. */
function written(path: Problem["path"]): string {
  const text = path.map((it) => (typeof it === "number" ? `[${it}]` : `.${it}`)).join("");
  return text === "" ? "world" : text.replace(/^\./, "");
}
