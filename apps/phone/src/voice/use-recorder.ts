import { useEffect, useRef, useState } from "react";

/** What a recording is doing. `refused`: there is no microphone, or it may not be used. */
export type Recording =
  | { readonly state: "asking" | "refused" }
  | { readonly state: "running"; readonly seconds: number; readonly levels: readonly number[] };

const LEVELS = 30;
const EVERY_MS = 80;
const KINDS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/**
 * Records from the moment it is shown until it is finished or goes away.
 *
 * The microphone is let go in every case, so that the browser's sign for a
 * running recording never outlives the recording.
 */
export function useRecorder(): { recording: Recording; finish: () => Promise<Blob | null> } {
  const [recording, setRecording] = useState<Recording>({ state: "asking" });
  const running = useRef<Running | null>(null);

  useEffect(() => {
    let wanted = true;
    let timer: number | undefined;
    startRecording()
      .then((started) => {
        if (!wanted) return started.stop();
        running.current = started;
        let levels: readonly number[] = [];
        timer = window.setInterval(() => {
          levels = [...levels, started.level()].slice(-LEVELS);
          setRecording({ state: "running", seconds: started.seconds(), levels });
        }, EVERY_MS);
        setRecording({ state: "running", seconds: 0, levels });
        return undefined;
      })
      .catch(() => {
        if (wanted) setRecording({ state: "refused" });
      });
    return () => {
      wanted = false;
      window.clearInterval(timer);
      void running.current?.stop();
      running.current = null;
    };
  }, []);

  return {
    recording,
    async finish() {
      const current = running.current;
      running.current = null;
      return current ? current.stop() : null;
    },
  };
}

type Running = {
  readonly level: () => number;
  readonly seconds: () => number;
  readonly stop: () => Promise<Blob>;
};

async function startRecording(): Promise<Running> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const kind = KINDS.find((it) => MediaRecorder.isTypeSupported(it));
  const recorder = new MediaRecorder(stream, kind === undefined ? {} : { mimeType: kind });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Uint8Array(analyser.fftSize);
  const startedAt = performance.now();
  recorder.start();

  return {
    level() {
      analyser.getByteTimeDomainData(samples);
      return Math.min(1, Math.max(...samples.map((it) => Math.abs(it - 128))) / 90);
    },
    seconds: () => (performance.now() - startedAt) / 1_000,
    async stop() {
      const stopped = new Promise((resolve) => {
        recorder.addEventListener("stop", resolve, { once: true });
      });
      recorder.stop();
      await stopped;
      for (const track of stream.getTracks()) track.stop();
      await context.close();
      return new Blob(parts, { type: plainType(recorder.mimeType) });
    },
  };
}

/** "audio/ogg;codecs=opus" as messengers write it, with a space. */
function plainType(mimeType: string): string {
  return mimeType.replace(/;\s*/, "; ");
}
