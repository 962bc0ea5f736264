import { useActions } from "../../api/actions.ts";
import { call } from "../../api/emulator.ts";

/** Makes a control call, then asks again for what is shown; a refusal is said in its own words. */
export type Act = (method: string, path: string, body?: unknown) => void;

export function useAct(again: () => void = () => {}): Act {
  const { attempt } = useActions();
  return (method, path, body) =>
    attempt(async () => {
      await call<unknown>(method, path, body);
      again();
    });
}
