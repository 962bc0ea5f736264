import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { WHOLE_AUDIENCE } from "@galka/core/audience/audience-wish";
import { forecastCampaign } from "../campaigns/reading/forecast-campaign.ts";
import { previewCampaign } from "../campaigns/reading/preview-campaign.ts";
import { campaignWorld, secondMember } from "../campaigns/testing/campaign-world.ts";
import { copyCampaign, createCampaign, updateCampaign } from "../campaigns/write-campaigns.ts";
import { compareAudiences, countAudience } from "./count-audience.ts";
import { previewAudience } from "./preview-audience.ts";
import { keepSegment } from "./segments.ts";

describe("a segment of one member's own", () => {
  it("is not there for a colleague who knows its id, by whatever road", async () => {
    await using world = await campaignWorld();
    const { app, member, channelId } = world;
    await world.crowd(3);
    const colleague = await secondMember(world);
    const kept = await keepSegment(app, member, null, {
      name: "My people",
      description: "",
      reach: { for: "me" },
      filter: { all: [{ field: "contact-field-filled", name: "City" }] },
    });
    assert.ok(!("refused" in kept), JSON.stringify(kept));
    const part = { from: "segment", segmentId: kept.id } as const;
    const wish = { of: [part], except: [] };
    const gone = { refused: "audience-part-gone", parts: [{ kind: "segment", id: kept.id }] };
    const asExcept = { ...WHOLE_AUDIENCE, except: [part] };

    assert.deepEqual(await countAudience(app, member, wish, "exact"), {
      number: { exact: true, count: 3 },
    });
    assert.deepEqual(await countAudience(app, colleague, wish, "exact"), gone);
    assert.deepEqual(await countAudience(app, colleague, asExcept, "exact"), gone);
    const pair = { one: WHOLE_AUDIENCE, other: wish };
    assert.deepEqual(await compareAudiences(app, colleague, pair, "exact"), gone);
    assert.deepEqual(await previewAudience(app, colleague, wish, 5), gone);

    const other = await world.write();
    const { name, plan } = await world.campaign(other);
    const draft = { name, plan, channelId, audience: wish };
    assert.deepEqual(await createCampaign(app, colleague, draft), gone);
    assert.deepEqual(await forecastCampaign(app, colleague, draft), gone);
    assert.deepEqual(await previewCampaign(app, colleague, { draft, variant: 0 }), gone);
    assert.deepEqual(await updateCampaign(app, colleague, { ...draft, id: other }), gone);
  });

  it("is said to be its owner's where a colleague sees the campaign that is made of it, and no more", async () => {
    await using world = await campaignWorld();
    const { app, member, channelId } = world;
    await world.crowd(3);
    const colleague = await secondMember(world);
    const kept = await keepSegment(app, member, null, {
      name: "My people",
      description: "",
      reach: { for: "me" },
      filter: { all: [{ field: "contact-field-filled", name: "City" }] },
    });
    assert.ok(!("refused" in kept));
    const audience = { of: [{ from: "segment", segmentId: kept.id } as const], except: [] };
    const id = await world.write({}, audience);
    const { name, plan } = await world.campaign(id);
    const draft = { name, plan, channelId, audience };
    const theirs = {
      refused: "audience-part-private",
      parts: [{ kind: "segment", id: kept.id }],
      owners: [member.name],
    };
    assert.deepEqual(await forecastCampaign(app, colleague, draft), theirs);
    assert.deepEqual(await previewCampaign(app, colleague, { draft, variant: 0 }), theirs);
    assert.deepEqual(await createCampaign(app, colleague, draft), theirs);
    assert.deepEqual(await copyCampaign(app, colleague, id), theirs);
    const other = await world.write();
    assert.deepEqual(await updateCampaign(app, colleague, { ...draft, id: other }), theirs);
    const own = await forecastCampaign(app, member, draft);
    assert.ok(!("refused" in own) && own.forecast.reached === 3);
  });

  it("stays in a campaign that a colleague only renames", async () => {
    await using world = await campaignWorld();
    const { app, member, channelId } = world;
    const colleague = await secondMember(world);
    const kept = await keepSegment(app, member, null, {
      name: "My people",
      description: "",
      reach: { for: "me" },
      filter: { all: [] },
    });
    assert.ok(!("refused" in kept));
    const audience = { of: [{ from: "segment", segmentId: kept.id } as const], except: [] };
    const id = await world.write({}, audience);
    const { plan } = await world.campaign(id);
    const renamed = { id, name: "Spring", plan, channelId, audience };
    assert.deepEqual(await updateCampaign(app, colleague, renamed), { done: true });
  });
});
