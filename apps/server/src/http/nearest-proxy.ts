/**
 * Whose word about the one before is believed: the nearest proxy's alone.
 *
 * What stands further left in X-Forwarded-For was written by whoever asks.
 */
export function isNearest(_address: string, hop: number): boolean {
  return hop === 0;
}
