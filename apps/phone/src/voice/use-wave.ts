import { useEffect, useState } from "react";

export const WAVE_BARS = 34;

/** What a sound looks like, and how long it really is: a recording's own header may not say. */
export type Wave = { readonly bars: readonly number[]; readonly seconds: number };

const known = new Map<string, Promise<Wave | null>>();

/**
 * The wave of the sound at `source`; null until it is known, and for good when it
 * cannot be read. A recording still on its way has none: the page may fetch from
 * the emulator only.
 */
export function useWave(source: string): Wave | null {
  const [wave, setWave] = useState<Wave | null>(null);
  useEffect(() => {
    if (source.startsWith("blob:")) return undefined;
    let wanted = true;
    const reading = known.get(source) ?? readWave(source).catch(() => null);
    known.set(source, reading);
    void reading.then((read) => {
      if (wanted) setWave(read);
    });
    return () => {
      wanted = false;
    };
  }, [source]);
  return wave;
}

async function readWave(source: string): Promise<Wave> {
  const response = await fetch(source);
  const bytes = await response.arrayBuffer();
  const decoder = new OfflineAudioContext(1, 1, 48_000);
  const sound = await decoder.decodeAudioData(bytes);
  return { bars: barsOf(sound.getChannelData(0)), seconds: sound.duration };
}

/** The loudest moment of each of equal parts, scaled so that the loudest of all fills the height. */
export function barsOf(samples: Float32Array): readonly number[] {
  const part = Math.max(1, Math.floor(samples.length / WAVE_BARS));
  const peaks = Array.from({ length: WAVE_BARS }, (_, bar) => {
    let peak = 0;
    for (let at = bar * part; at < Math.min((bar + 1) * part, samples.length); at += 1) {
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    }
    return peak;
  });
  const loudest = Math.max(...peaks, 0.01);
  return peaks.map((peak) => peak / loudest);
}
