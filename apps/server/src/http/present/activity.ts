import type { ActivityJson } from "@galka/contract/json/activity";
import type { ActivityView } from "@galka/postgres/stores/thread/activities";

export function presentActivity(activity: ActivityView): ActivityJson {
  return { ...activity, at: activity.at.toISOString() };
}
