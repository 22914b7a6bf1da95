// The API versions that Shopify publishes; the demo shop answers for two of them.

import type { View } from './view.ts';

export const publicApiVersions: View[] = [
  { handle: '2025-10', displayName: '2025-10', supported: true },
  { handle: '2026-01', displayName: '2026-01', supported: true },
  { handle: '2026-04', displayName: '2026-04', supported: true },
  { handle: '2026-07', displayName: '2026-07', supported: true },
  { handle: '2026-10', displayName: '2026-10 (Latest)', supported: true },
  { handle: 'unstable', displayName: 'unstable', supported: false },
];
