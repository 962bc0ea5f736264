import { afterEach, beforeEach } from "vitest";
import { cleanup } from "@testing-library/react";
import { setUpWords } from "../i18n/set-up-words.ts";

beforeEach(() => setUpWords("en"));
afterEach(() => cleanup());
