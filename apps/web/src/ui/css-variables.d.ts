import "react";

declare module "react" {
  /** Variables that a component hands to its own styles. */
  interface CSSProperties {
    "--hue"?: number;
    "--heat"?: string;
  }
}
