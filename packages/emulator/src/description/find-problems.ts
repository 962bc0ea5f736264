import { GraphError } from "../graph/error.ts";
import { Params } from "../graph/params.ts";
import { isObject } from "../json.ts";
import { checkComponents, checkName } from "../templates/rules/check-components.ts";
import { isTemplateLanguage } from "../templates/rules/languages.ts";
import { digitsOf } from "../world/phone.ts";
import { populationProblems } from "./find-population-problems.ts";
import type { DescribedTemplate, DescribedWorld } from "./world-description.ts";

/** Something that a schema cannot see. The path leads to it from the top. */
export type Problem = { readonly path: readonly (string | number)[]; readonly message: string };

type Found = { readonly path: Problem["path"]; readonly value: string };

/** What does not fit together: the same number twice, an account that is not there, a broken template. */
export function findProblems(world: DescribedWorld): readonly Problem[] {
  return [
    ...malformedPhones(world),
    ...repeated(phonesOf(world), "this phone number has an owner already; give each another one"),
    ...repeated(idsOf(world), "this id is taken already; give each another one"),
    ...repeated(
      (world.tokens ?? []).map(({ token }, index) => ({
        path: ["tokens", index, "token"],
        value: token,
      })),
      "this token is there already; give each another text",
    ),
    ...unknownReferences(world),
    ...brokenTemplates(world),
    ...populationProblems(world.populations),
  ];
}

function phonesOf(world: DescribedWorld): readonly Found[] {
  return [...numberPhones(world), ...personPhones(world)].map(({ path, value }) => ({
    path,
    value: digitsOf(value) ?? value,
  }));
}

function numberPhones(world: DescribedWorld): readonly Found[] {
  return (world.wabas ?? []).flatMap(({ numbers }, waba) =>
    numbers.map(({ phone }, number) => ({
      path: ["wabas", waba, "numbers", number, "phone"],
      value: phone,
    })),
  );
}

function personPhones(world: DescribedWorld): readonly Found[] {
  return world.people.flatMap(({ phone }, person) =>
    phone === undefined ? [] : [{ path: ["people", person, "phone"], value: phone }],
  );
}

function malformedPhones(world: DescribedWorld): readonly Problem[] {
  const blocked = world.people.flatMap(({ blocks }, person) =>
    blocks.map((value, index) => ({ path: ["people", person, "blocks", index], value })),
  );
  return [...numberPhones(world), ...personPhones(world), ...blocked]
    .filter(({ value }) => digitsOf(value) === null)
    .map(({ path, value }) => ({
      path,
      message: `"${value}" is not a phone number; write it in international form, e.g. +1 201 555 0100`,
    }));
}

function idsOf(world: DescribedWorld): readonly Found[] {
  const wabas = world.wabas ?? [];
  const at = (path: Problem["path"], value: string | undefined): readonly Found[] =>
    value === undefined ? [] : [{ path: [...path, "id"], value }];
  return [
    ...at(["app"], world.app?.id),
    ...world.portfolios.flatMap(({ id }, index) => at(["portfolios", index], id)),
    ...wabas.flatMap(({ id, numbers, templates }, waba) => [
      ...at(["wabas", waba], id),
      ...numbers.flatMap((it, index) => at(["wabas", waba, "numbers", index], it.id)),
      ...templates.flatMap((it, index) => at(["wabas", waba, "templates", index], it.id)),
    ]),
  ];
}

function repeated(found: readonly Found[], message: string): readonly Problem[] {
  const seen = new Set<string>();
  return found.flatMap(({ path, value }) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path, message: `${value}: ${message}` }];
  });
}

function unknownReferences(world: DescribedWorld): readonly Problem[] {
  const portfolios = new Set(world.portfolios.map((it) => it.id));
  const wabas = new Set((world.wabas ?? []).flatMap(({ id }) => (id === undefined ? [] : [id])));
  const ofWabas = (world.wabas ?? []).flatMap(({ portfolioId }, index) =>
    portfolioId === undefined || portfolios.has(portfolioId)
      ? []
      : [
          {
            path: ["wabas", index, "portfolioId"],
            message: `there is no portfolio ${portfolioId}; describe it in portfolios`,
          },
        ],
  );
  const ofTokens = (world.tokens ?? []).flatMap(({ wabaIds }, token) =>
    wabaIds.flatMap((id, index) =>
      world.wabas === undefined || wabas.has(id)
        ? []
        : [
            {
              path: ["tokens", token, "wabaIds", index],
              message: `there is no account ${id}; give one of wabas this id`,
            },
          ],
    ),
  );
  return [...ofWabas, ...ofTokens];
}

function brokenTemplates(world: DescribedWorld): readonly Problem[] {
  return (world.wabas ?? []).flatMap(({ templates }, waba) =>
    templates.flatMap((template, index) => {
      const said = problemOf(template);
      return said === null
        ? []
        : [{ path: ["wabas", waba, "templates", index, ...said.path], message: said.message }];
    }),
  );
}

function problemOf(template: DescribedTemplate): Problem | null {
  if (!isTemplateLanguage(template.language)) {
    const message = `"${template.language}" is not one of Meta's template languages, e.g. en_US`;
    return { path: ["language"], message };
  }
  return (
    refusalOf(["name"], () => checkName(template.name)) ??
    refusalOf(["components"], () => normalComponents(template))
  );
}

function refusalOf(path: Problem["path"], check: () => unknown): Problem | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { path, message: error.problem.userMessage ?? error.message };
  }
}

/** The components as Meta keeps them. @throws GraphError when they break a rule. */
export function normalComponents(template: DescribedTemplate) {
  const components = template.components.filter(isObject).map((it) => new Params(it));
  const named = template.parameterFormat === "NAMED";
  return checkComponents(template.category, named, components);
}
