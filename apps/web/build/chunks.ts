import type { Rolldown } from "vite";

type Graph = Parameters<Rolldown.CodeSplittingNameFunction>[1];

const LIBRARY = /[\\/]node_modules[\\/]/;

/** Where one signs in: what it shares with the workspace is fetched with it, and the rest is not. */
const DOOR = /src[\\/]features[\\/]sign-in[\\/]SignInPage\.tsx$/;
/** The frame of the workspace with the list: what a member waits for. */
const DESK = /src[\\/]features[\\/](?:shell[\\/]SignedIn|inbox[\\/]InboxPage)\.tsx$/;
/** A conversation that is open beside the list. */
const THREAD = /src[\\/]features[\\/]thread[\\/]ConversationPlace\.tsx$/;

/**
 * Which code travels together.
 *
 * What changes seldom lies in files of its own, so that an update of Galka does
 * not make the browser fetch React again. What one look at the page needs is one
 * file and not thirty: each file costs a turn on the line. Everything else comes
 * with the place or the dialog that asks for it.
 */
export const CHUNKS: readonly Rolldown.CodeSplittingGroup[] = [
  {
    name: "react",
    test: /rolldown[\\/]runtime|node_modules[\\/](?:react|react-dom|scheduler)[\\/]/,
    priority: 5,
  },
  { name: "icons", test: /node_modules[\\/]lucide-react[\\/]/, priority: 5 },
  { name: "libraries", test: LIBRARY, tags: ["$initial"], priority: 4 },
  { name: "first", tags: ["$initial"], priority: 3 },
  { name: reachedFrom(DOOR, "door"), debugName: "door", priority: 2 },
  { name: reachedFrom(DESK, "desk"), debugName: "desk", priority: 1 },
  { name: reachedFrom(THREAD, "thread"), debugName: "thread" },
];

/**
 * Names everything that `start` imports, near or far, but not what it asks for
 * later. Libraries are left out: an index of hundreds of parts imports them all.
 */
function reachedFrom(start: RegExp, name: string): Rolldown.CodeSplittingNameFunction {
  let reached: ReadonlySet<string> | null = null;
  return (id, graph) => {
    reached ??= reachOf(entriesTo(start, id, graph), graph);
    return reached.has(id) ? name : null;
  };
}

function reachOf(starts: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>();
  const ahead = [...starts];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (reached.has(id) || LIBRARY.test(id)) continue;
    reached.add(id);
    ahead.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/** The modules that match, found from any module by walking the whole graph. */
function entriesTo(start: RegExp, from: string, graph: Graph): readonly string[] {
  const seen = new Set<string>();
  const ahead = [from];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const info = graph.getModuleInfo(id);
    ahead.push(
      ...(info?.importers ?? []),
      ...(info?.dynamicImporters ?? []),
      ...(info?.importedIds ?? []),
      ...(info?.dynamicallyImportedIds ?? []),
    );
  }
  return [...seen].filter((id) => start.test(id));
}
