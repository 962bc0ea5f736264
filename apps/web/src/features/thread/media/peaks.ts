export const PEAK_COUNT = 44;

/**
 * How loud a recording is along its length: `PEAK_COUNT` values from 0 to 1,
 * the loudest being 1. Silence gives zeros.
 */
export function peaksOf(samples: Float32Array, count = PEAK_COUNT): readonly number[] {
  const width = Math.max(1, Math.floor(samples.length / count));
  const loudness = Array.from({ length: count }, (_, index) => {
    let sum = 0;
    for (const sample of samples.subarray(index * width, (index + 1) * width))
      sum += sample * sample;
    return Math.sqrt(sum / width);
  });
  const loudest = Math.max(...loudness);
  return loudest === 0 ? loudness : loudness.map((value) => value / loudest);
}

/** Reads the shape of a recording from its file; null where the browser cannot. */
export async function loadPeaks(url: string): Promise<readonly number[] | null> {
  try {
    const response = await fetch(url);
    const context = new OfflineAudioContext(1, 1, 16_000);
    const decoded = await context.decodeAudioData(await response.arrayBuffer());
    return peaksOf(decoded.getChannelData(0));
  } catch {
    return null;
  }
}
