import { COMPONENTS, type ComponentRule } from "./component-rules.ts";
import { type Found, itemsOf, memberOf, textOf } from "./report.ts";
import { isAtLeast } from "./versions.ts";

/** A component wherever it stands: on the screen, in a form or in a branch. */
export type Component = {
  readonly found: Found;
  readonly type: string;
  readonly rule: ComponentRule | undefined;
  readonly inForm: boolean;
};

export type Screen = {
  readonly found: Found;
  readonly id: string;
  readonly terminal: boolean;
  readonly components: readonly Component[];
};

/** A Flow JSON as the checks look at it. */
export type FlowView = {
  readonly root: Found;
  readonly version: string;
  /** It exchanges data with an endpoint. */
  readonly hasEndpoint: boolean;
  readonly screens: readonly Screen[];
};

export function viewOf(root: Found): FlowView {
  return {
    root,
    version: textOf(root, "version") ?? "",
    hasEndpoint: memberOf(root, "data_api_version") !== undefined,
    screens: itemsOf(root, "screens").map((found) => ({
      found,
      id: textOf(found, "id") ?? "",
      terminal: memberOf(found, "terminal")?.node.value === true,
      components: componentsOf(memberOf(found, "layout"), "children", false),
    })),
  };
}

/** The components under `key`, with all that are inside of them. */
export function componentsOf(
  parent: Found | undefined,
  key: string,
  inForm: boolean,
): readonly Component[] {
  if (parent === undefined) return [];
  return itemsOf(parent, key).flatMap((found) => {
    const type = textOf(found, "type") ?? "";
    const inside = inForm || type === "Form";
    const own: Component = { found, type, rule: COMPONENTS[type], inForm };
    const cases = memberOf(found, "cases");
    const branches = cases?.node.members.flatMap((it) => componentsOf(cases, it.key, inside)) ?? [];
    return [
      own,
      ...componentsOf(found, "children", inside),
      ...componentsOf(found, "then", inside),
      ...componentsOf(found, "else", inside),
      ...branches,
    ];
  });
}

/** The components that take what a person enters, by their names. */
export function inputsOf(screen: Screen): ReadonlyMap<string, Component> {
  const inputs = screen.components.filter((it) => it.rule?.input === true);
  return new Map(inputs.map((it) => [textOf(it.found, "name") ?? "", it]));
}

/** A text that is filled in on the phone: `${data.x}`, `${form.x}`, or an expression in backticks. */
export function isDynamic(value: unknown): boolean {
  return typeof value === "string" && (/\$\{[^}]*\}/.test(value) || /^`[\s\S]*`$/.test(value));
}

/** The references in a text, without `${` and `}`. */
export function referencesIn(value: unknown): readonly string[] {
  if (typeof value !== "string") return [];
  return [...value.matchAll(/\$\{([^}]*)\}/g)].map((it) => (it[1] ?? "").trim());
}

/** What one screen may read of another is there since 4.0. */
export function hasGlobals(flow: FlowView): boolean {
  return isAtLeast(flow.version, "4.0");
}
