import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { changeDetails, numberDetails } from "../../numbers/details.ts";

const EDGE = "whatsapp_commerce_settings";

/** Whether the catalog and the cart are shown. Meta: docs/…/catalogs/set-commerce-settings, read 2026-11. */
export const commerceRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "management", handle: change },
];

function read(call: Call): Answer {
  const { id } = callNumber(call);
  const { cartEnabled, catalogVisible } = numberDetails(call.world, id);
  const settings = { is_cart_enabled: cartEnabled, is_catalog_visible: catalogVisible };
  return { body: { data: [{ ...settings, id: `5277${id.slice(-11)}` }] } };
}

/** What is not given stays as it is. */
function change(call: Call): Answer {
  const { world, params } = call;
  const { id } = callNumber(call);
  const known = numberDetails(world, id);
  changeDetails(world, id, {
    cartEnabled: params.optionalFlag("is_cart_enabled") ?? known.cartEnabled,
    catalogVisible: params.optionalFlag("is_catalog_visible") ?? known.catalogVisible,
  });
  return SUCCESS;
}
