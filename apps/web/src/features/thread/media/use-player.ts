import { type RefObject, useEffect, useState } from "react";

const SPEEDS = [1, 1.5, 2] as const;

/** Only one recording speaks at a time. */
let speaking: HTMLAudioElement | null = null;

export type Player = {
  readonly playing: boolean;
  readonly failed: boolean;
  readonly positionMs: number;
  readonly durationMs: number;
  readonly speed: number;
  readonly toggle: () => void;
  readonly seek: (ms: number) => void;
  readonly nextSpeed: () => void;
};

/** Plays a recording. `knownMs` is its length as the message says it, until the browser knows better. */
export function usePlayer(
  audio: RefObject<HTMLAudioElement | null>,
  knownMs: number | null,
): Player {
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [positionMs, setPositionMs] = useState(0);
  const [ownMs, setOwnMs] = useState<number | null>(null);
  const [speed, setSpeed] = useState<number>(SPEEDS[0]);

  useEffect(() => {
    const element = audio.current;
    if (!element) return undefined;
    const handlers = {
      play: () => setPlaying(true),
      pause: () => setPlaying(false),
      ended: () => setPositionMs(0),
      timeupdate: () => setPositionMs(element.currentTime * 1000),
      // A recording made in a browser may not know its own length.
      durationchange: () =>
        setOwnMs(Number.isFinite(element.duration) ? element.duration * 1000 : null),
      error: () => setFailed(true),
    } as const;
    for (const [name, handler] of Object.entries(handlers)) element.addEventListener(name, handler);
    return () => {
      for (const [name, handler] of Object.entries(handlers)) {
        element.removeEventListener(name, handler);
      }
    };
  }, [audio]);

  function toggle(): void {
    const element = audio.current;
    if (!element) return;
    if (playing) return element.pause();
    if (speaking !== element) speaking?.pause();
    speaking = element;
    element.play().catch(() => setFailed(true));
  }

  return {
    playing,
    failed,
    positionMs,
    durationMs: ownMs ?? knownMs ?? 0,
    speed,
    toggle,
    seek: (ms) => {
      moveTo(audio.current, ms);
      setPositionMs(ms);
    },
    nextSpeed: () => {
      const at = SPEEDS.findIndex((it) => it === speed);
      const next = SPEEDS[(at + 1) % SPEEDS.length] ?? SPEEDS[0];
      playAt(audio.current, next);
      setSpeed(next);
    },
  };
}

function moveTo(element: HTMLAudioElement | null, ms: number): void {
  if (element) element.currentTime = ms / 1000;
}

function playAt(element: HTMLAudioElement | null, speed: number): void {
  if (element) element.playbackRate = speed;
}
