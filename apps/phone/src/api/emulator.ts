/** The emulator said no, in words that can be shown. */
export class EmulatorRefusal extends Error {
  override readonly name = "EmulatorRefusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const ROOT = new URL("./_emulator/", document.baseURI);

/** The address of a control call or of a file of the emulator. */
export function addressOf(path: string): string {
  return new URL(path.replace(/^\/?(_emulator\/)?/, ""), ROOT).href;
}

/**
 * Makes one control call.
 *
 * @throws {EmulatorRefusal} when the emulator answers with an error, and the
 * browser's own `TypeError` when it cannot be reached.
 */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(addressOf(path), {
    method,
    // What is said while the page goes away has to be heard too: which chat is no longer on a screen.
    keepalive: body === undefined && method !== "GET",
    ...(body === undefined
      ? {}
      : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });
  return read<T>(response);
}

/** Uploads a file's bytes as they are. */
export function upload<T>(path: string, file: Blob): Promise<T> {
  return sendBytes<T>("POST", path, file);
}

/** Puts a file's bytes in the place of what is there. */
export function replace<T>(path: string, file: Blob): Promise<T> {
  return sendBytes<T>("PUT", path, file);
}

/** Fetches a file of the emulator. */
export async function download(path: string): Promise<Blob> {
  const response = await fetch(addressOf(path));
  if (!response.ok) {
    throw new EmulatorRefusal(response.status, messageOf(await response.text(), response));
  }
  return response.blob();
}

async function sendBytes<T>(method: "POST" | "PUT", path: string, file: Blob): Promise<T> {
  const type = file.type === "" ? "application/octet-stream" : file.type;
  const response = await fetch(addressOf(path), {
    method,
    headers: { "Content-Type": type },
    body: file,
  });
  return read<T>(response);
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new EmulatorRefusal(response.status, messageOf(text, response));
  const answer: unknown = JSON.parse(text);
  // The page and the emulator are built from the same wire types, so what the
  // emulator answers is not checked a second time here.
  return answer as T;
}

function messageOf(text: string, response: Response): string {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === "object" && answer !== null && "error" in answer) {
      const { error } = answer;
      if (typeof error === "object" && error !== null && "message" in error) {
        return String(error.message);
      }
    }
  } catch {
    return `${response.status} ${response.statusText}`;
  }
  return `${response.status} ${response.statusText}`;
}
