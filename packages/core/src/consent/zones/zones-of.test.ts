import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openZone } from "../../hours/zone.ts";
import { AREA_ZONES } from "./area-zones.ts";
import { COUNTRY_ZONES } from "./country-zones.ts";
import { countryOf, zonesOf } from "./zones-of.ts";

describe("zonesOf", () => {
  finds("a country with one zone", "491515550131", ["Europe/Berlin"]);
  finds("an area of the United States", "12025550147", ["America/New_York"]);
  finds("an area that a border of zones goes through", "18505550100", [
    "America/New_York",
    "America/Chicago",
  ]);
  finds("all zones of a country whose numbers say no more", "628125550100", [
    "Asia/Jakarta",
    "Asia/Makassar",
    "Asia/Jayapura",
  ]);
  finds("all zones where the area is not known", "18005550100", COUNTRY_ZONES.get("US") ?? []);
  finds("Kazakhstan behind the code it shares with Russia", "77015550100", ["Asia/Almaty"]);
  finds("a Canadian area apart from the United States", "16045550100", ["America/Vancouver"]);
  finds("a Mexican area in the old form of mobile numbers", "5216645550100", ["America/Tijuana"]);
  finds("Manaus in Brazil", "5592900000034", ["America/Manaus"]);

  it("finds a country behind an id without a number", () => {
    assert.deepEqual(zonesOf([{ kind: "bsuid", value: "AE.1349" }]), ["Asia/Dubai"]);
  });

  it("finds nothing where nothing is known", () => {
    assert.deepEqual(zonesOf([{ kind: "username", value: "nour" }]), []);
    assert.equal(countryOf([{ kind: "bsuid", value: "1349" }]), null);
  });

  it("names zones that exist", () => {
    const zones = new Set([...COUNTRY_ZONES.values(), ...AREA_ZONES.values()].flat());
    for (const zone of zones) assert.doesNotThrow(() => openZone(zone), zone);
  });

  function finds(what: string, phone: string, zones: readonly string[]) {
    it(`finds ${what}`, () => {
      assert.deepEqual(zonesOf([{ kind: "phone", value: phone }]), zones);
    });
  }
});
