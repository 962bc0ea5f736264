import type { RefusalCode, RefusalJson } from "@galka/contract/refusals";

/** A refusal as operations return it: the code, and beside it the facts. */
export type AnyRefused = { readonly refused: RefusalCode };

/** The table that joins business to HTTP: a refusal that is not here does not compile. */
export const REFUSAL_STATUS = {
  "not-signed-in": 401,
  "not-found": 404,
  // Not 403: we do not say that a thing exists to someone who may not see it.
  forbidden: 404,
  "invalid-request": 422,
  "empty-text": 422,
  "text-too-long": 422,
  "caption-too-long": 422,
  "window-closed": 409,
  "channel-not-connected": 409,
  "no-identity": 409,
  "template-not-found": 422,
  "template-not-approved": 409,
  "template-incomplete": 422,
  "template-unfit": 422,
  "template-not-editable": 409,
  "no-consent": 409,
  "marketing-off": 409,
  "marketing-too-often": 409,
  "quiet-hours": 409,
  "file-not-found": 422,
  "file-too-large": 413,
  "file-type-not-allowed": 415,
  "message-not-reactable": 409,
  "name-taken": 409,
  "not-waiting": 409,
  "time-passed": 422,
  "not-unknown": 409,
  "not-proven-unsent": 409,
  "number-taken": 409,
  "phone-invalid": 422,
  "token-invalid": 422,
  "number-unreachable": 422,
  "meta-unreachable": 422,
  "meta-refused": 422,
  "app-id-missing": 409,
  "import-not-ready": 409,
  "import-unreadable": 422,
  "hours-invalid": 422,
  taken: 409,
  "just-answered": 409,
  "not-assignable": 422,
  "snooze-past": 422,
  "same-contact": 422,
  "too-many-contacts": 422,
  "count-differs": 409,
  "audience-part-gone": 409,
  "audience-part-private": 409,
  "merge-not-undoable": 409,
  "field-exists": 409,
  "field-value-invalid": 422,
  "shortcut-taken": 409,
  "reply-incomplete": 422,
  "invitation-invalid": 410,
  "already-member": 409,
  "member-elsewhere": 409,
  "last-owner": 409,
  "role-in-use": 409,
  "wrong-password": 422,
  "wrong-code": 422,
  "rule-unusable": 422,
  "too-many-rules": 409,
  "sla-policy-invalid": 422,
  "campaign-state": 409,
  "campaign-not-ready": 409,
  "second-person": 409,
  "never-again": 409,
  "tried-in-lost-time": 409,
  "key-reused": 422,
  "key-in-use": 409,
  "budget-spent": 409,
  "tier-used-up": 409,
  "tariff-in-use": 409,
  "currency-not-charged": 422,
  "too-many-requests": 429,
} as const satisfies Record<RefusalCode, number>;

const REFUSAL_MESSAGE = {
  "not-signed-in": "Sign in first.",
  "not-found": "There is no such thing here.",
  forbidden: "There is no such thing here.",
  "invalid-request": "The request is not as the API describes it; facts.problems says where.",
  "empty-text": "A message needs a text.",
  "text-too-long": "The text is longer than WhatsApp carries.",
  "caption-too-long": "The caption is longer than WhatsApp carries.",
  "window-closed": "The contact has not written for 24 hours; only a template reaches them.",
  "channel-not-connected": "The channel is paused or disconnected.",
  "no-identity": "Nothing is known of the contact that this channel could send to.",
  "template-not-found": "The channel has no such template.",
  "template-not-approved": "The template is not approved.",
  "template-incomplete": "The template has variables that were not filled in.",
  "template-unfit": "Meta would refuse the template; facts.findings says where and why.",
  "template-not-editable": "Meta does not let it be edited at this moment; the facts say why.",
  "no-consent": "The contact does not agree to this; facts.missing says which record is missing.",
  "marketing-off": "Marketing is not sent to the contact's country; facts.country says which.",
  "marketing-too-often":
    "The contact has had as much marketing as is allowed; facts.until says how long.",
  "quiet-hours": "It is quiet where the contact may be; facts.until says how long.",
  "file-not-found": "There is no such file, or its bytes are not stored yet.",
  "file-too-large": "The file is larger than WhatsApp carries.",
  "file-type-not-allowed": "WhatsApp does not carry files of this type this way.",
  "message-not-reactable": "One cannot react to this message.",
  "name-taken": "Another one has this name.",
  "not-waiting": "It does not wait any more: it was sent or cancelled.",
  "time-passed": "The time has passed; name one to come.",
  "not-unknown": "It is known what became of this message.",
  "not-proven-unsent": "It is not proven that this message was not sent.",
  "number-taken": "This number is already connected.",
  "phone-invalid": "This is no phone number with a country code.",
  "token-invalid": "Meta does not accept the access token.",
  "number-unreachable": "The token does not reach this account or number.",
  "meta-unreachable": "No answer came from the Graph API.",
  "meta-refused": "The Graph API said no; the facts say why and what to do.",
  "app-id-missing":
    "The number was connected without its app's id; pictures are uploaded to the app.",
  "import-not-ready": "The import cannot do this in the state it is in.",
  "hours-invalid": "The hours contradict themselves; facts.problem says how.",
  "sla-policy-invalid": "The targets cannot be kept like this; facts.problem says why.",
  taken: "Somebody else has this conversation; the facts say who.",
  "just-answered": "A colleague has just answered; send with `afterAnswer` to answer all the same.",
  "not-assignable": "This member may not answer conversations.",
  "snooze-past": "The time to come back lies in the past.",
  "import-unreadable": "The file cannot be read; facts.because says why.",
  "same-contact": "A contact cannot be merged with itself.",
  "too-many-contacts":
    "These are more contacts than can be blocked or erased at once; facts.most says how many can.",
  "count-differs":
    "It would be another number of contacts than was confirmed; facts.count says how many.",
  "audience-part-gone":
    "A segment or a list of the audience is not there any more; facts.parts says which.",
  "audience-part-private":
    "A segment of the audience is somebody's own; facts.owners says whose. They can share it.",
  "merge-not-undoable": "The contact is part of another one by now; undo that merge first.",
  "field-exists": "There is a field of this name.",
  "field-value-invalid":
    "A field's value does not fit its type; facts.field and facts.because say which and why.",
  "shortcut-taken": "Another quick reply of the same people has this shortcut.",
  "reply-incomplete":
    "Nothing is known for a variable of the quick reply; facts.missing says which.",
  "invitation-invalid": "The invitation was used, taken back, or is too old.",
  "already-member": "Somebody with this address is or was a member here.",
  "member-elsewhere": "This address belongs to a member of another workspace.",
  "last-owner": "A workspace keeps at least one owner.",
  "role-in-use": "Somebody holds this role.",
  "wrong-password": "The password is wrong.",
  "wrong-code": "The code is wrong or was used before.",
  "rule-unusable": "The rule cannot be used like this; facts.problems says where and why.",
  "too-many-rules": "A workspace has at most so many rules as the facts say.",
  "campaign-state": "The campaign cannot do this in the state it is in; facts.state says which.",
  "campaign-not-ready": "The campaign cannot be launched like this; facts.problems says why.",
  "second-person": "Somebody else than who launched it has to agree.",
  "never-again":
    "Meta forbids to write to these people again; facts.problems says for which causes.",
  "tried-in-lost-time":
    "The database was restored: whoever failed before facts.until may have been written to again in the time that was lost.",
  "key-reused": "This idempotency key was used for another request; use another key.",
  "key-in-use":
    "The first request with this idempotency key has not been answered; what became of it can be looked up.",
  "budget-spent": "The budget for such messages is spent; facts say which and until when.",
  "tier-used-up":
    "The number has written to as many people as its tier allows in 24 hours; facts.until says when there is room.",
  "tariff-in-use": "The workspace is charged by this tariff; choose another one first.",
  "currency-not-charged":
    "Nothing is charged in this currency; facts.currencies says in which ones.",
  "too-many-requests": "Too many requests; wait a little.",
} as const satisfies Record<RefusalCode, string>;

/** The answer that a refusal becomes; what stands beside its code is given as facts. */
export function presentRefusal(refusal: AnyRefused): { status: number; body: RefusalJson } {
  const { refused, ...facts } = refusal;
  const body = { refused, message: REFUSAL_MESSAGE[refused] };
  return {
    status: REFUSAL_STATUS[refused],
    body: Object.keys(facts).length === 0 ? body : { ...body, facts },
  };
}

/** Thrown where there is no return value to refuse with: a hook, a parser. The error handler answers it. */
export class RefusedRequest extends Error {
  override readonly name = "RefusedRequest";
  readonly refusal: AnyRefused & Readonly<Record<string, unknown>>;

  constructor(refused: RefusalCode, facts: Readonly<Record<string, unknown>> = {}) {
    super(REFUSAL_MESSAGE[refused]);
    this.refusal = { ...facts, refused };
  }
}
