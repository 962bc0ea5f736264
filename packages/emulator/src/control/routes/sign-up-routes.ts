import { z } from "zod";
import { finishSignUp } from "../../businesses/sign-up.ts";
import type { SignUpJson } from "../../wire/sign-up.ts";
import { digitsOf } from "../../world/phone.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../route.ts";

const newSignUp = z.strictObject({
  businessName: z.string().min(1),
  phone: z.string(),
  solutionId: z.string().exactOptional(),
});

/** The embedded sign-up, played by the control API instead of a window of Meta's. */
export const signUpRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/sign-ups",
    summary: "A business finishes the embedded sign-up: a code appears",
    body: newSignUp,
    answer: "SignUpJson",
    handle: finish,
  },
];

function finish(call: ControlCall): SignUpJson {
  const { world } = call;
  const { businessName, phone, solutionId } = newSignUp.parse(call.body);
  const digits = digitsOf(phone);
  if (digits === null) {
    const message = `"${phone}" is not a phone number in international form.`;
    throw new ControlRefusal("bad-request", message);
  }
  if (world.kinds.numbers.list().some((it) => it.waId === digits)) {
    throw new ControlRefusal("conflict", "There is a number with this phone already.");
  }
  requireActive(call, solutionId);
  const { signUp } = finishSignUp(world, { businessName, digits, solutionId });
  return {
    code: signUp.code,
    message: {
      type: "WA_EMBEDDED_SIGNUP",
      event: "FINISH",
      version: "3",
      data: {
        phone_number_id: signUp.phoneNumberId,
        waba_id: signUp.wabaId,
        business_id: signUp.portfolioId,
      },
    },
  };
}

/** A sign-up is offered for a solution only when both of its sides want it. */
function requireActive({ world }: ControlCall, solutionId: string | undefined): void {
  if (solutionId === undefined) return;
  if (world.kinds.solutions.find(solutionId)?.status === "ACTIVE") return;
  throw new ControlRefusal(
    "conflict",
    `There is no active solution "${solutionId}". POST /{app}/whatsapp_business_solution makes one, POST /{solution}/accept makes it active.`,
  );
}
