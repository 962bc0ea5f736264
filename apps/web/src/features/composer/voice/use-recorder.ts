import { useEffect, useEffectEvent, useRef, useState } from "react";
import { recordingType, voiceFile } from "./voice-file.ts";

export type Recorder = {
  /** `asking` while the browser asks the member for the microphone. */
  readonly state: "asking" | "recording" | "refused";
  readonly elapsedMs: number;
  /** How loud it is now, from 0 to 1. */
  readonly level: number;
  readonly finish: () => void;
};

type Running = {
  readonly recorder: MediaRecorder;
  readonly stream: MediaStream;
  readonly context: AudioContext;
  readonly analyser: AnalyserNode;
  readonly startedAt: number;
};

const BEAT_MS = 60;

/** Records from when the component appears until `finish`; leaving it throws the recording away. */
export function useRecorder(
  onDone: (file: File) => void,
  onFailed: (error: unknown) => void,
): Recorder {
  const [state, setState] = useState<Recorder["state"]>("asking");
  const [elapsedMs, setElapsedMs] = useState(0);
  const [level, setLevel] = useState(0);
  const running = useRef<Running | null>(null);
  const finished = useEffectEvent(async (whole: Blob): Promise<void> => {
    try {
      onDone(await voiceFile(whole, new Date()));
    } catch (error) {
      onFailed(error);
    }
  });

  useEffect(() => {
    let gone = false;
    const parts: Blob[] = [];
    startRecording().then(
      (started) => {
        if (gone) return stopAll(started);
        running.current = started;
        started.recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
        started.recorder.addEventListener("stop", () => {
          if (gone) return;
          void finished(new Blob(parts, { type: started.recorder.mimeType }));
        });
        started.recorder.start(1000);
        setState("recording");
      },
      () => {
        if (!gone) setState("refused");
      },
    );
    const beat = setInterval(() => {
      const now = running.current;
      if (!now) return;
      setElapsedMs(Date.now() - now.startedAt);
      setLevel(levelOf(now.analyser));
    }, BEAT_MS);
    return () => {
      gone = true;
      clearInterval(beat);
      if (running.current) stopAll(running.current);
      running.current = null;
    };
  }, []);

  return {
    state,
    elapsedMs,
    level,
    finish: () => {
      if (running.current) stopAll(running.current);
    },
  };
}

async function startRecording(): Promise<Running> {
  const type = recordingType();
  if (type === null) throw new Error("This browser cannot record.");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
  return { recorder, stream, context, analyser, startedAt: Date.now() };
}

function stopAll({ recorder, stream, context }: Running): void {
  if (recorder.state !== "inactive") recorder.stop();
  for (const track of stream.getTracks()) track.stop();
  if (context.state !== "closed") void context.close();
}

function levelOf(analyser: AnalyserNode): number {
  const samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  // Speech is far from full scale: four times louder fills the meter.
  return Math.min(1, Math.sqrt(sum / samples.length) * 4);
}
