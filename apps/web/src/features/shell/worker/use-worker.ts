import { useNavigate } from "@tanstack/react-router";
import { CHECKS } from "@galka/core/health/finding";
import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ownScripts } from "./reload-when-outdated.ts";

/** Kinds of message that are named before their text, or instead of it. */
const NAMED = [
  "image",
  "video",
  "audio",
  "voice",
  "sticker",
  "document",
  "location",
  "contacts",
  "order",
] as const;

/**
 * Keeps the worker beside the page: it shows notifications when the page is
 * closed, and opens the page without a line.
 *
 * It is told which files the page uses and how kinds of messages are called, in
 * the member's language: it has no catalogue of its own.
 */
export function useWorker(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();

  useEffect(() => {
    if (!mayWork()) return undefined;
    let isOver = false;
    void navigator.serviceWorker
      .register("/worker.js")
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => {
        const build = ownScripts().join(" ");
        const kept = { type: "keep", files: ownFiles(), build, words: wordsOf(t) };
        if (!isOver) active?.postMessage(kept, []);
      })
      // Storage may be forbidden, or full: the page works all the same.
      .catch(() => {});
    return () => {
      isOver = true;
    };
  }, [t]);

  useEffect(() => {
    if (!mayWork()) return undefined;
    const open = ({ data }: MessageEvent) => {
      if (data?.type === "open" && typeof data.path === "string") void navigate({ to: data.path });
    };
    navigator.serviceWorker.addEventListener("message", open);
    return () => navigator.serviceWorker.removeEventListener("message", open);
  }, [navigate]);
}

/** While the page is being written its files change under the worker's hands. */
export function mayWork(): boolean {
  return import.meta.env.PROD && "serviceWorker" in navigator;
}

function ownFiles(): string[] {
  const urls = performance.getEntriesByType("resource").map((entry) => new URL(entry.name));
  const own = urls.filter(({ origin }) => origin === location.origin).map((url) => url.pathname);
  return [...new Set(own.filter((path) => /^\/(?:assets\/|theme\.js|mark\.svg)/.test(path)))];
}

function wordsOf(t: TFunction) {
  const kinds = Object.fromEntries(NAMED.map((kind) => [kind, t(`kind.${kind}`)]));
  const checks = Object.fromEntries(CHECKS.map((it) => [it, t(`health.check.${it}.title`)]));
  return { unnamed: t("contact.unnamed"), kinds: { ...kinds, alarm: t("place.health") }, checks };
}
